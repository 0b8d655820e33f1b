import { cellCount, type TextColumn } from './text-column.ts';

/**
 * For each row, the first row whose cell has the same bytes: the row itself where it is the first. One open-addressed
 * table of row numbers, so that 500,000 cells are compared without making a string of any.
 */
export function firstRowsOfCells(column: TextColumn): Uint32Array {
  const steps = firstRowsInSteps(column);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as a generator of how much of it is done, 0 to 1. */
export function* firstRowsInSteps(column: TextColumn): Generator<number, Uint32Array> {
  const count = cellCount(column);
  const first = new Uint32Array(count);
  let slots = 16;
  while (slots < count * 2) slots *= 2;
  const table = new Int32Array(slots).fill(-1);
  for (let row = 0; row < count; row++) {
    if (row % ROWS_PER_STEP === 0) yield row / count;
    let slot = hashOf(column, row) & (slots - 1);
    while (table[slot] >= 0 && !sameCell(column, table[slot], row)) slot = (slot + 1) & (slots - 1);
    if (table[slot] < 0) table[slot] = row;
    first[row] = table[slot];
  }
  return first;
}

/** A few milliseconds of work. */
const ROWS_PER_STEP = 16_384;

/** Number of different cells. */
export function distinctCells(column: TextColumn): number {
  const first = firstRowsOfCells(column);
  let distinct = 0;
  for (let row = 0; row < first.length; row++) if (first[row] === row) distinct++;
  return distinct;
}

/** FNV-1a with a final mix. */
function hashOf(column: TextColumn, row: number): number {
  let hash = 0x811c9dc5;
  for (let at = column.offsets[row]; at < column.offsets[row + 1]; at++)
    hash = Math.imul(hash ^ column.bytes[at], 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function sameCell({ bytes, offsets }: TextColumn, one: number, other: number): boolean {
  const length = offsets[one + 1] - offsets[one];
  if (offsets[other + 1] - offsets[other] !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[offsets[one] + i] !== bytes[offsets[other] + i]) return false;
  return true;
}
