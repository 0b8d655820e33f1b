import { idKey } from './id-key.ts';
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
  /** The first few of either. */
  readonly unmatchedExamples: readonly string[];
  readonly ambiguousExamples: readonly string[];
}

/**
 * Adds the columns of `other` to the rows of `table` whose `key` cell equals other's `otherKey` cell, compared by
 * `idKey`. A name that is taken gets " (2)" behind it. Neither table is changed. Throws RangeError where a key is no column.
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
    const id = idKey(cellText(otherKeys, row));
    if (id === '') continue;
    if (rowOf.has(id)) ambiguous.add(id);
    else rowOf.set(id, row);
  }
  const met = new Set<string>();
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const id = idKey(cellText(keys, row));
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
  const unmatched = [...rowOf.keys()].filter((id) => !met.has(id) && !ambiguous.has(id));
  return {
    table: { ...table, columns: [...table.columns, ...added] },
    matched: met.size,
    unmatched: unmatched.length,
    ambiguous: ambiguous.size,
    unmatchedExamples: unmatched.slice(0, MOST_SHOWN),
    ambiguousExamples: [...ambiguous].slice(0, MOST_SHOWN),
  };
}

const MOST_SHOWN = 5;

function columnOrThrow(table: SourceTable, name: string): TextColumn {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new RangeError(`${table.fileName} has no column "${name}".`);
  return column;
}
