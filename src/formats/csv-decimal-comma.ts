import type { TextColumn } from '../domain/tables/text-column.ts';

/**
 * The column with decimal points, and how many cells changed; null where it is no column of numbers with decimal commas.
 * Every cell must be blank or a number as continental spreadsheets print it ("1.234,5", "53,4", "7"), one of them with a
 * comma. Only for tables separated by semicolons: elsewhere a comma separates cells or texts.
 */
export function withDecimalPoints(
  column: TextColumn,
): { readonly column: TextColumn; readonly changed: number } | null {
  const { name, bytes, offsets } = column;
  let changed = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const commas = commasIn(bytes, offsets[row], offsets[row + 1]);
    if (commas < 0) return null;
    changed += commas;
  }
  if (changed === 0) return null;
  const pointed = new Uint8Array(bytes.length);
  const starts = new Uint32Array(offsets.length);
  let used = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let at = offsets[row]; at < offsets[row + 1]; at++)
      if (bytes[at] !== POINT) pointed[used++] = bytes[at] === COMMA ? POINT : bytes[at];
    starts[row + 1] = used;
  }
  return { column: { name, bytes: pointed.slice(0, used), offsets: starts }, changed };
}

/** 1 for a number with a decimal comma, 0 for a blank or one without; −1 for anything else. */
function commasIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let stop = end;
  while (at < stop && bytes[at] === SPACE) at++;
  while (stop > at && bytes[stop - 1] === SPACE) stop--;
  if (at === stop) return 0;
  if (bytes[at] === MINUS || bytes[at] === PLUS) at++;
  let commas = 0;
  let points = 0;
  let digits = 0;
  /** Digits since the last point, or since the start. */
  let run = 0;
  for (; at < stop; at++) {
    const byte = bytes[at];
    if (byte >= ZERO && byte <= NINE) {
      digits++;
      run++;
    } else if (byte === COMMA && commas === 0 && run > 0 && (points === 0 || run === 3)) {
      commas = 1;
      run = 0;
    } else if (byte === POINT && commas === 0 && (points === 0 ? run >= 1 && run <= 3 : run === 3)) {
      points++;
      run = 0;
    } else return -1;
  }
  if (digits === 0 || run === 0 || (points > 0 && commas === 0 && run !== 3)) return -1;
  return commas;
}

const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
