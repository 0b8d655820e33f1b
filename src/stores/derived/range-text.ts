import { count } from '../../domain/not-spots/headline.ts';
import type { Range } from '../../domain/project/range.ts';
import { poundsText } from './pounds-text.ts';

/** A range's middle with what its unit is written as: "£412,300", "12.4 t", "96". Words of the unit stand elsewhere. */
export function rangeMid(range: Range): string {
  return inRange(range.mid, range);
}

/** Both ends, "£310,200" and "£560,900", for tables; null where the range has no width as it is written. */
export function rangeBand(range: Range): readonly [string, string] | null {
  const [from, to] = [inRange(range.low, range), inRange(range.high, range)];
  return from === to ? null : [from, to];
}

/** One value in a unit. Money is in pounds. */
export function valueText(value: number, unit: string): string {
  if (unit.startsWith('pounds') || unit === '£') return poundsText(value * 100);
  if (unit.startsWith('kg')) return value < LEAST_TONNES_KG ? `${count(value)} kg` : tonnes(value);
  if (unit === 'weeks' && value < 10 && value !== Math.round(value)) return TENTHS.format(value);
  return count(Math.round(value));
}

/** All of a range in the unit of its upper end: never "5,170 kg" to "30.8 t". */
function inRange(value: number, { high, unit }: Range): string {
  return unit.startsWith('kg') && high >= LEAST_TONNES_KG ? tonnes(value) : valueText(value, unit);
}

function tonnes(kilograms: number): string {
  return `${TENTHS.format(kilograms / 1_000)} t`;
}

/** From here on masses are said in tonnes. */
const LEAST_TONNES_KG = 10_000;

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
