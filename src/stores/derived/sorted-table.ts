import type { TableColumn } from './table-column.ts';

/** A table by one of its columns, with a line at its foot for all of them. */
export interface SortedTable<Item> {
  readonly columns: readonly TableColumn[];
  readonly lines: readonly Item[];
  /** None where there are no lines. */
  readonly foot: readonly AllOfThem[];
  readonly cell: (line: Item | AllOfThem, column: string) => string;
}

/** The line at the foot. */
export interface AllOfThem {
  readonly key: 'all';
}

/** A column with what stands in it, and by what it is sorted. */
export interface SortedColumn<Item> {
  readonly column: TableColumn;
  /** NaN: it has none, and comes last whichever way. */
  readonly value: (item: Item) => number | string;
  readonly text: (item: Item) => string;
  readonly foot: string;
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Items by a column, by the first where there is none of that name; equal ones keep their order. */
export function sortedTable<Item extends { readonly key: string }>(
  items: readonly Item[],
  columns: readonly SortedColumn<Item>[],
  sort: TableSort,
): SortedTable<Item> {
  const { value } = columns.find(({ column }) => column.key === sort.column) ?? columns[0];
  const turn = sort.descending ? -1 : 1;
  const values = new Map(items.map((item) => [item, value(item)]));
  return {
    columns: columns.map(({ column }) => column),
    lines: [...items].sort((one, other) => compared(values.get(one) ?? '', values.get(other) ?? '', turn)),
    foot: items.length > 0 ? [{ key: 'all' }] : [],
    cell: (line, key) => {
      const column = columns.find((one) => one.column.key === key);
      if (!column) return '';
      return isAll(line) ? column.foot : column.text(line);
    },
  };
}

function isAll<Item extends { readonly key: string }>(line: Item | AllOfThem): line is AllOfThem {
  return line.key === 'all';
}

function compared(a: number | string, b: number | string, turn: number): number {
  if (typeof a === 'string' || typeof b === 'string') return turn * NAMES.compare(String(a), String(b));
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return turn * (a - b);
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });
