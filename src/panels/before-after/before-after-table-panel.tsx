import { useState } from 'react';
import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import {
  type ChangeColumn,
  type ChangeSort,
  changeTable,
  FIRST_SORT,
} from '../../stores/derived/before-after-table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { CELL_HINT, ExplainedCell } from '../explained-cell.tsx';
import { useSides } from './use-sides.ts';
import './before-after.css';

/** Both counts and their difference for every ward, sortable, linked both ways with the maps. */
export function BeforeAfterTablePanel() {
  const context = useApp();
  const { shown, isNow, status } = useSides();
  const selected = useView((state) => state.wardCode);
  const hovered = useView((state) => state.hoveredWard);
  const [sort, setSort] = useState<ChangeSort>(FIRST_SORT);
  if (!shown)
    return (
      <p className="table-empty">
        {status === 'cancelled'
          ? 'Comparing was cancelled, so there is no table. “Compare again” in the panel starts it anew.'
          : 'The table of differences appears here once both sides are counted.'}
      </p>
    );
  const { comparison } = shown.counts;
  const table = changeTable(comparison, sort);
  return (
    <div className="ward-table" aria-busy={!isNow}>
      <DataTable
        caption={`Wards: not-spots among ${comparison.unit} before and after, and the difference${isNow ? '' : ', as counted before'}`}
        columns={table.columns.map((column) => ({ ...column, sortable: true, width: widthOf(column) }))}
        rows={table.lines}
        foot={table.foot}
        rowKey={(line) => line.key}
        cell={(line, column) => <ExplainedCell cell={table.cell(line, column)} />}
        cellHint={CELL_HINT}
        sort={sort}
        onSort={(column) => setSort(turned(sort, column))}
        selected={selected}
        hovered={hovered}
        onSelect={(code) => selectWard(context, code === selected ? null : code)}
        onHover={(code) => hoverWard(context, code)}
      />
    </div>
  );
}

/** A new column starts with its largest, names from A; the same one turns round. */
function turned(sort: ChangeSort, column: string): ChangeSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}

function widthOf(column: ChangeColumn): string {
  if (!column.numeric) return 'var(--name-column)';
  if (column.key === 'difference' && column.banded) return '16rem';
  return column.banded ? '13rem' : '7rem';
}
