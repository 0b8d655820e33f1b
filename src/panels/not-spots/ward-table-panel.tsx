import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import { setSort } from '../../actions/set-view.ts';
import type { AskedFigure } from '../../domain/explain/figure-question.ts';
import { analysisInTable, askedInTable, tableUses } from '../../stores/derived/table-uses.ts';
import { type CellText, type WardColumn, wardTable } from '../../stores/derived/ward-table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

export interface WardTablePanelProps {
  /** Gives each layer a column instead of each technology. */
  readonly everyLayer: boolean;
}

/** Every ward's counts, sortable, linked both ways with the map. */
export function WardTablePanel({ everyLayer }: WardTablePanelProps) {
  const context = useApp();
  const counted = useAnalysis((state) => state.analysis);
  const tableUse = useView((state) => state.tableUse);
  const recounting = useAnalysis((state) => state.status === 'working');
  const layers = useProject((state) => state.project.layers);
  const sort = useView((state) => state.sort);
  const selected = useView((state) => state.wardCode);
  const hovered = useView((state) => state.hoveredWard);
  if (!counted)
    return <p className="table-empty">The ward table appears here once premises and coverage are counted.</p>;
  const analysis = analysisInTable(counted, tableUse);
  const choice = tableUses(counted).find(({ key }) => key === tableUse);
  const table = wardTable(analysis, layers, sort, everyLayer);
  const asked = new Map(table.columns.map(({ key, asks }) => [key, asks && askedInTable(asks, choice)]));
  return (
    <div className="ward-table" aria-busy={recounting}>
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
        cell={(line, column) => (
          <Cell cell={table.cell(line, column)} asks={asked.get(column) ?? null} place={line.key} />
        )}
        cellHint="Left and right arrows reach the row’s numbers; Enter explains one."
        sort={table.sort}
        onSort={(column) => setSort(context, column)}
        selected={selected}
        hovered={hovered}
        onSelect={(code) => selectWard(context, code === selected ? null : code)}
        onHover={(code) => hoverWard(context, code)}
      />
    </div>
  );
}

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

interface CellProps {
  readonly cell: CellText;
  readonly asks: AskedFigure | null;
  readonly place: string;
}

function Cell({ cell, asks, place }: CellProps) {
  const number = cell.band ? (
    <>
      {cell.text} <span className="cell-band">{cell.band}</span>
    </>
  ) : (
    cell.text
  );
  if (!asks) return number;
  const asked = (
    <ExplainedNumber asks={asks} place={place} inTable>
      {number}
    </ExplainedNumber>
  );
  if (cell.share === null) return asked;
  return (
    <span className="share-cell">
      <ProportionBar
        height={8}
        parts={[{ key: 'n', share: cell.share, pattern: 'hatch', token: '--not-spot' }]}
      />
      {asked}
    </span>
  );
}
