import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';

/** How days that streets are up are reckoned: "each named street’s days made whole and added; without a name: 101 lines, 64 days together". */
export function streetDaysNote({
  streets,
  nameless,
}: Pick<BillOfQuantities, 'streets' | 'nameless'>): string {
  if (!nameless) return 'each street’s days made whole and added';
  const days = numberOf(Math.ceil(nameless.days.mid - 1e-9), 'day');
  const without = `without a name: ${numberOf(nameless.lines, 'line')}, ${days} together, as where one street ends is not known`;
  const named = streets.filter(({ name, days: own }) => name !== null && own.high > 0).length;
  return named === 0
    ? without
    : `each of ${count(named)} named streets’ days made whole and added; ${without}`;
}
