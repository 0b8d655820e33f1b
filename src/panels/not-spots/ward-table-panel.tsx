import { memo, useDeferredValue } from 'react';
import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import { setSort } from '../../actions/set-view.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { analysisInTable, askedInTable, tableUses } from '../../stores/derived/table-uses.ts';
import { type WardColumn, wardTable } from '../../stores/derived/ward-table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { CELL_HINT, ExplainedCell } from '../explained-cell.tsx';

export interface WardTablePanelProps {
  /** Gives each layer a column instead of each technology. */
  readonly everyLayer: boolean;
}

/** Every ward's counts, sortable, linked both ways with the map. A new count comes into it after the headline. */
export function WardTablePanel({ everyLayer }: WardTablePanelProps) {
  const analysis = useAnalysis((state) => state.analysis);
  const recounting = useAnalysis((state) => state.status === 'working');
  const shown = useDeferredValue(analysis);
  if (!analysis || !shown)
    return <p className="table-empty">The ward table appears here once premises and coverage are counted.</p>;
  return (
    <div className="ward-table" aria-busy={recounting || shown !== analysis}>
      <WardTable counted={shown} everyLayer={everyLayer} />
    </div>
  );
}

interface WardTableProps extends WardTablePanelProps {
  readonly counted: Analysis;
}

const WardTable = memo(({ counted, everyLayer }: WardTableProps) => {
  const context = useApp();
  const tableUse = useView((state) => state.tableUse);
  const layers = useProject((state) => state.project.layers);
  const sort = useView((state) => state.sort);
  const selected = useView((state) => state.wardCode);
  const hovered = useView((state) => state.hoveredWard);
  const analysis = analysisInTable(counted, tableUse);
  const choice = tableUses(counted).find(({ key }) => key === tableUse);
  const table = wardTable(analysis, layers, sort, everyLayer);
  const asked = new Map(table.columns.map(({ key, asks }) => [key, asks && askedInTable(asks, choice)]));
  return (
    <>
      {table.lines.length === 0 ? (
        <p className="table-empty">No wards are loaded. Drop in a file of wards to count by ward.</p>
      ) : null}
      <DataTable
        caption={`Wards: ${choice ? choice.label.toLowerCase() : analysis.unit} and not-spots`}
        columns={table.columns.map((column) => ({
          ...column,
          header: choice ? headerOf(column, choice.label) : column.header,
          width: widthOf(column),
        }))}
        rows={table.lines}
        foot={table.foot}
        rowKey={(line) => line.key}
        cell={(line, column) => {
          const asks = asked.get(column);
          return (
            <ExplainedCell
              cell={{ ...table.cell(line, column), asks: asks ? { ...asks, place: line.key } : null }}
            />
          );
        }}
        cellHint={CELL_HINT}
        sort={table.sort}
        onSort={(column) => setSort(context, column)}
        selected={selected}
        hovered={hovered}
        onSelect={(code) => selectWard(context, code === selected ? null : code)}
        onHover={(code) => hoverWard(context, code)}
      />
    </>
  );
});

/** Where one use is counted alone, its name stands in place of all premises. */
function headerOf({ key, header }: WardColumn, use: string): string {
  if (key === 'units') return use;
  return key === 'share' ? `% of ${use.toLowerCase()}` : header;
}

function widthOf(column: WardColumn): string {
  if (!column.numeric) return 'var(--name-column)';
  // Totals are bold, and a character more keeps the widest of them whole.
  return column.banded
    ? `max(10.5rem, calc(${column.longest + 1}ch * 1.06 + 2 * var(--space-3)))`
    : '6.75rem';
}
