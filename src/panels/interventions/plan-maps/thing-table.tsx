import type { ReactNode } from 'react';
import { chooseThing, hoverThing } from '../../../actions/set-interventions-view.ts';
import type { SortedTable, TableSort } from '../../../stores/derived/sorted-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useView } from '../../app-provider.tsx';

export interface ThingTableProps<Item> {
  readonly caption: string;
  readonly table: SortedTable<Item>;
  /** What it tells was so before the last change. */
  readonly isEarlier: boolean;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** Columns that begin with the largest; others begin with the least, or with A. */
  readonly fromLargest: ReadonlySet<string>;
  /** As `DataTable` has it. */
  readonly onPaper?: { readonly most: number; readonly where: string };
}

/** Premises in a table, linked both ways with the map. A column pressed again turns round. */
export function ThingTable<Item extends { readonly key: string }>({
  caption,
  table,
  isEarlier,
  sort,
  onSort,
  fromLargest,
  onPaper,
}: ThingTableProps<Item>): ReactNode {
  const context = useApp();
  const { thingId, hoveredThing } = useView((state) => state.interventions);
  return (
    <div className="ward-table" aria-busy={isEarlier}>
      <DataTable
        caption={`${caption}${isEarlier ? ', as it was before the last change' : ''}`}
        columns={table.columns}
        rows={table.lines}
        foot={table.foot}
        rowKey={({ key }) => key}
        cell={table.cell}
        sort={sort}
        onSort={(column) =>
          onSort({
            column,
            descending: column === sort.column ? !sort.descending : fromLargest.has(column),
          })
        }
        selected={thingId}
        hovered={hoveredThing}
        onSelect={(key) => chooseThing(context, key === thingId ? null : key)}
        onHover={(key) => hoverThing(context, key)}
        onPaper={onPaper}
      />
    </div>
  );
}
