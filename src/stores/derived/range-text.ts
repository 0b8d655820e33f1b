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
  if (isInTenths(unit) && value < 10 && value !== Math.round(value)) return TENTHS.format(value);
  return count(Math.round(value));
}

/** One value less another, each as it is written, so that who subtracts what is shown finds it: 33 to 22 weeks is 11 less. */
export function shownChange(from: number, to: number, unit: string): number {
  if (unit.startsWith('kg')) return to - from;
  return Math.round((asShown(to, unit) - asShown(from, unit)) * 10) / 10;
}

/** The size of such a change: "11", "23.5", "£400". */
export function changeText(change: number, unit: string, largest = Math.abs(change)): string {
  const size = Math.abs(change);
  return isInTenths(unit) && size !== Math.round(size) ? TENTHS.format(size) : valueText(size, unit, largest);
}

function asShown(value: number, unit: string): number {
  return isInTenths(unit) && value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

function isInTenths(unit: string): boolean {
  return unit === 'weeks' || unit === 'days';
}

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
