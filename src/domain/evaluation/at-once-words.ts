import { formulaNumber } from '../project/formula-number.ts';
import type { AtOnce } from './judge-built.ts';
import { USABLE_MEGABITS } from './service-speeds.ts';

/** What radio leaves each when all who take it draw at once, as a sentence. */
export function atOnceWords({ slow, leastMegabits, leastAt }: AtOnce): string {
  const least = `${formulaNumber(Math.floor(leastMegabits))} Mbit/s each (at ${leastAt})`;
  return slow > 0
    ? `Radio is shared: if all who take it draw at once, ${formulaNumber(slow)} of those it serves have less than ${USABLE_MEGABITS} Mbit/s, the least ${least}.`
    : `Radio is shared: if all who take it draw at once, the least is ${least}.`;
}
