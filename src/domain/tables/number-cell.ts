import { cellCount, cellText, type TextColumn } from './text-column.ts';

/**
 * The number in cell `row`; NaN where it is blank or no plain decimal number (optional sign, digits, point, exponent).
 * Spaces around it are ignored. Equal to Number(text) to the last bit: up to 15 digits and 22 decimals the quotient of
 * two exactly representable integers is correctly rounded (Clinger 1990); everything else goes through Number().
 */
export function cellNumber(column: TextColumn, row: number): number {
  const { bytes } = column;
  let at = column.offsets[row];
  let end = column.offsets[row + 1];
  while (at < end && bytes[at] === SPACE) at++;
  while (end > at && bytes[end - 1] === SPACE) end--;
  const start = at;
  const negative = bytes[at] === MINUS;
  if (negative && at < end) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let pointSeen = false;
  for (; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (pointSeen) decimals++;
    } else if (bytes[at] === POINT && !pointSeen) pointSeen = true;
    else return slowNumber(column, row);
  }
  if (digits === 0) return start === end ? Number.NaN : slowNumber(column, row);
  if (digits > EXACT_DIGITS || decimals > EXACT_POWER) return slowNumber(column, row);
  const value = decimals === 0 ? mantissa : mantissa / POWERS_OF_TEN[decimals];
  return negative ? -value : value;
}

/** Every cell as a number; NaN as in `cellNumber`. */
export function columnNumbers(column: TextColumn): Float64Array {
  const numbers = new Float64Array(cellCount(column));
  for (let row = 0; row < numbers.length; row++) numbers[row] = cellNumber(column, row);
  return numbers;
}

/** True where `text` is a finite number as `cellNumber` understands it. */
export function isFiniteNumberText(text: string): boolean {
  return PLAIN_NUMBER.test(text) && Number.isFinite(Number(text));
}

const SPACE = 32;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const EXACT_DIGITS = 15;
const EXACT_POWER = 22;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_POWER + 1 }, (_, power) => Number(`1e${power}`));
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function slowNumber(column: TextColumn, row: number): number {
  const text = cellText(column, row).trim();
  return PLAIN_NUMBER.test(text) ? Number(text) : Number.NaN;
}
