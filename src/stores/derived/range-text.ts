import { count } from '../../domain/not-spots/headline.ts';
import { type Lacking, lackWords } from '../../domain/project/lacks.ts';
import type { Range } from '../../domain/project/range.ts';
import { poundsText } from './pounds-text.ts';

/** A range's middle with what its unit is written as: "£412,300", "12.4 t", "96", "at least £412,300". Words of the unit stand elsewhere. */
export function rangeMid({ mid, high, unit, lacks }: Lacking<Range>): string {
  return lackWords(valueText(mid, unit, high), lacks);
}

/** Both ends, "£310,200" and "£560,900", for tables; null where the range has no width as it is written. */
export function rangeBand({ low, high, unit }: Range): readonly [string, string] | null {
  const [from, to] = [valueText(low, unit, high), valueText(high, unit, high)];
  return from === to ? null : [from, to];
}

/** One value in a unit; `largest`: of those that stand beside it, which say what it is written in. Money is in pounds. */
export function valueText(value: number, unit: string, largest = value): string {
  if (unit.startsWith('pounds') || unit === '£') return poundsText(value * 100);
  if (unit.startsWith('kg'))
    return largest < 1_000 ? `${count(Math.round(value))} kg` : `${TENTHS.format(value / 1_000)} t`;
  if ((unit === 'weeks' || unit === 'days') && value < 10 && value !== Math.round(value))
    return TENTHS.format(value);
  return count(Math.round(value));
}

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
