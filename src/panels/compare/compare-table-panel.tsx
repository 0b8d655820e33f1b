import { useState } from 'react';
import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import { compareCell, compareWardsView, sortedCompareLines } from '../../stores/derived/compare-wards.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { CELL_HINT, ExplainedCell } from '../explained-cell.tsx';
import { useComparison } from './use-comparison.ts';
import './compare.css';

/** Every ward's rank, share and difference, with its rank by need where one is chosen; linked both ways with the map. */
export function CompareTablePanel() {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const layers = useProject((state) => state.project.layers);
  const needs = useProject((state) => state.project.need !== undefined);
  const asked = useView((state) => state.compare.measure);
  const selected = useView((state) => state.wardCode);
  const hovered = useView((state) => state.hoveredWard);
  const { answer, isTrue, working } = useComparison();
  const [sort, setSort] = useState({ column: 'rank', descending: false });
  if (!analysis || analysis.wardCodes.length === 0)
    return <p className="table-empty">Wards are compared here once they are loaded and counted.</p>;
  const need = needs && isTrue ? (answer?.need ?? null) : null;
  const view = compareWardsView(analysis, layers, asked, need);
  const byNeed = need?.kind === 'ranked' && analysis.ranksWards;
  return (
    <div className="ward-table" aria-busy={working}>
      <DataTable
        caption={`Wards compared: ${view.measure.label}`}
        columns={[
          { key: 'name', header: 'Ward', sortable: true, width: 'var(--name-column)' },
          {
            key: 'rank',
            header: 'Rank',
            meaning: `${view.rankMeaning}; a range where bounds overlap`,
            numeric: true,
            sortable: view.notRanked === null,
            width: '7rem',
          },
          {
            key: 'share',
            header: 'Share',
            meaning: view.measure.label,
            numeric: true,
            sortable: true,
            width: '11rem',
          },
          {
            key: 'units',
            header: 'Out of',
            meaning: 'The count and what the share is out of',
            numeric: true,
            sortable: true,
            width: '10.5rem',
          },
          {
            key: 'difference',
            header: 'From all (pp)',
            meaning: `Percentage points from all together. ${view.wholeWords}`,
            numeric: true,
            sortable: true,
            width: '7.75rem',
          },
          {
            key: 'notKnown',
            header: 'Not known',
            meaning: 'For these the loaded files give no answer; they widen the range of the rank',
            numeric: true,
            sortable: true,
            width: '6.75rem',
          },
          ...(byNeed
            ? [
                {
                  key: 'plain',
                  header: 'By number',
                  meaning: 'By number of not-spots, each counting alike',
                  numeric: true,
                  sortable: true,
                  width: '7rem',
                },
                {
                  key: 'need',
                  header: 'By need',
                  meaning: 'By not-spots, each weighed by need',
                  numeric: true,
                  sortable: true,
                  width: '6rem',
                },
                {
                  key: 'move',
                  header: 'Move',
                  meaning: 'Places that need moves the ward: from “By number” to “By need”',
                  numeric: true,
                  sortable: true,
                  width: '4.5rem',
                },
              ]
            : []),
        ]}
        rows={sortedCompareLines(view.lines, sort)}
        foot={view.foot}
        rowKey={(line) => line.key}
        cell={(line, column) => <ExplainedCell cell={compareCell(line, column)} />}
        cellHint={CELL_HINT}
        sort={sort}
        onSort={(column) =>
          setSort((before) => ({
            column,
            descending:
              before.column === column
                ? !before.descending
                : !['name', 'rank', 'plain', 'need'].includes(column),
          }))
        }
        selected={selected}
        hovered={hovered}
        onSelect={(code) => selectWard(context, code === selected ? null : code)}
        onHover={(code) => hoverWard(context, code)}
      />
    </div>
  );
}
