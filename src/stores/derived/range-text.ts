import { count } from '../../domain/not-spots/headline.ts';
import type { Range } from '../../domain/project/range.ts';
import { poundsText } from './pounds-text.ts';

/** A range's middle with what its unit is written as: "£412,300", "12.4 t", "96". Words of the unit stand elsewhere. */
export function rangeMid({ mid, unit }: Range): string {
  return valueText(mid, unit);
}

/** Both ends, "£310,200" and "£560,900", for tables; null where the range has no width as it is written. */
export function rangeBand({ low, high, unit }: Range): readonly [string, string] | null {
  const [from, to] = [valueText(low, unit), valueText(high, unit)];
  return from === to ? null : [from, to];
}

/** One value in a unit. Money is in pounds. */
export function valueText(value: number, unit: string): string {
  if (unit.startsWith('pounds') || unit === '£') return poundsText(value * 100);
  if (unit.startsWith('kg'))
    return value < 10_000 ? `${count(value)} kg` : `${TENTHS.format(value / 1_000)} t`;
  if (unit === 'weeks' && value < 10 && value !== Math.round(value)) return TENTHS.format(value);
  return count(Math.round(value));
}

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
