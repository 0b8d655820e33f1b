import type { SourceTable } from './source-table.ts';
import { cellText, type TextColumn, textColumn } from './text-column.ts';

/** A table with another's columns added by key, and what did not meet. */
export interface JoinedTables {
  readonly table: SourceTable;
  readonly matched: number;
  /** Keys of the other table that the first has not. */
  readonly unmatched: number;
  /** Keys that stand more than once in the other table: their cells stay blank, for no one can say which row is meant. */
  readonly ambiguous: number;
}

/**
 * Adds the columns of `other` to the rows of `table` whose `key` cell equals other's `otherKey` cell (trimmed text).
 * A name that is taken gets " (2)" behind it. Neither table is changed. Throws RangeError where a key is no column.
 */
export function joinTables(
  table: SourceTable,
  key: string,
  other: SourceTable,
  otherKey: string,
): JoinedTables {
  const keys = columnOrThrow(table, key);
  const otherKeys = columnOrThrow(other, otherKey);
  const rowOf = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (let row = 0; row < other.rows; row++) {
    const id = cellText(otherKeys, row).trim();
    if (id === '') continue;
    if (rowOf.has(id)) ambiguous.add(id);
    else rowOf.set(id, row);
  }
  const met = new Set<string>();
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const id = cellText(keys, row).trim();
    if (ambiguous.has(id) || !rowOf.has(id)) return -1;
    met.add(id);
    return rowOf.get(id) ?? -1;
  });
  const names = new Set(table.columns.map((column) => column.name));
  const added = other.columns
    .filter((column) => column !== otherKeys)
    .map((column): TextColumn => {
      let name = column.name;
      for (let n = 2; names.has(name); n++) name = `${column.name} (${n})`;
      names.add(name);
      return textColumn(
        name,
        rows.map((row) => (row < 0 ? '' : cellText(column, row))),
      );
    });
  return {
    table: { ...table, columns: [...table.columns, ...added] },
    matched: met.size,
    unmatched: rowOf.size - met.size - [...ambiguous].filter((id) => !met.has(id)).length,
    ambiguous: ambiguous.size,
  };
}

function columnOrThrow(table: SourceTable, name: string): TextColumn {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new RangeError(`${table.fileName} has no column "${name}".`);
  return column;
}
