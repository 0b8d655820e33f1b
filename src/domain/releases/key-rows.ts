import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { idKey } from '../tables/id-key.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';

/** The row of each key, and rows whose key stands earlier too. */
export interface KeyRows {
  /** First row of each key, in the file's order. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Further rows by key; most keys have none. */
  readonly repeats: ReadonlyMap<string, readonly number[]>;
}

/** Finds the row of each key. Blank keys, and UPRNs that a spreadsheet rounded, name nothing and are left out. Yields between chunks. */
export function* keyRows(column: TextColumn): Generator<WorkStep, KeyRows> {
  const rowOf = new Map<string, number>();
  const repeats = new Map<string, number[]>();
  for (let row = 0; row < cellCount(column); row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Reading ids', fraction: row / cellCount(column) };
    const key = idKey(cellText(column, row));
    if (key === '') continue;
    if (!rowOf.has(key)) rowOf.set(key, row);
    else {
      const more = repeats.get(key);
      if (more) more.push(row);
      else repeats.set(key, [row]);
    }
  }
  return { rowOf, repeats };
}
