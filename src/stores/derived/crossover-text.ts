import type { Crossover } from '../../domain/evaluation/crossover.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';
import { cheapestAt, surenessAt } from './crossover-places.ts';
import { CHEAPEST_LOOKS, CHEAPEST_NAMES, type CheapestName, type PlanLook } from './plan-looks.ts';
import { rememberLast } from './remember-last.ts';
import { unbroken } from './unbroken.ts';
import { unitsText } from './units-text.ts';

/** How many premises a technology is the cheapest for. */
export interface CrossoverTotal {
  readonly name: CheapestName;
  readonly look: PlanLook;
  /** "41 of 118 premises (34.7 %)" */
  readonly number: string;
  /** "38 of them surely, 2 likely, 1 close"; null where nothing reaches them. */
  readonly how: string | null;
}

/** What a crossover comes to, ready to print. */
export interface CrossoverText {
  /** "77" */
  readonly number: string;
  /** Whose number that is. */
  readonly most: 'rooftop radio' | 'dig';
  /** "of 118 premises are cheapest by digging, 41 by rooftop radio." */
  readonly rest: string;
  readonly totals: readonly CrossoverTotal[];
  /** "Costs were varied together 1,000 times, with seed 1: …" */
  readonly method: string;
  readonly notes: readonly string[];
}

export const crossoverText = rememberLast((crossover: Crossover): CrossoverText => {
  const { unit, units, samples, seed, notes } = crossover;
  const all = units.reduce((sum, one) => sum + one, 0);
  const by = new Map(CHEAPEST_NAMES.map((name) => [name, { all: 0, sure: 0, likely: 0, close: 0, only: 0 }]));
  for (const [at, number] of units.entries()) {
    const counts = by.get(cheapestAt(crossover, at));
    const sureness = surenessAt(crossover, at);
    if (!counts) continue;
    counts.all += number;
    if (sureness) counts[sureness] += number;
  }
  const of = (name: CheapestName) => by.get(name) ?? { all: 0, sure: 0, likely: 0, close: 0, only: 0 };
  const [radio, dig] = [of('rooftop radio'), of('dig')];
  const [most, other] = radio.all >= dig.all ? [radio, dig] : [dig, radio];
  const ways = radio.all >= dig.all ? ['by rooftop radio', 'by digging'] : ['by digging', 'by rooftop radio'];
  return {
    number: count(most.all),
    most: radio.all >= dig.all ? 'rooftop radio' : 'dig',
    rest: `of ${unitsText(all, unit)} ${most.all === 1 ? 'is' : 'are'} cheapest to serve ${ways[0]}, ${count(other.all)} ${ways[1]}.`,
    totals: CHEAPEST_NAMES.filter((name) => of(name).all > 0).map((name) => {
      const { all: number, sure, likely, close, only } = of(name);
      const parts = [
        [sure, 'surely'],
        [likely, 'likely'],
        [close, 'close'],
        [only, 'the only one that reaches them'],
      ] as const;
      return {
        name,
        look: CHEAPEST_LOOKS[name],
        number: unbroken(
          `${count(number)} of ${count(all)} ${unitWord(unit, all)}${all > 0 ? ` (${percent(number / all)})` : ''}`,
        ),
        how:
          name === 'leave as it is'
            ? null
            : parts
                .filter(([some]) => some > 0)
                .map(([some, how]) => `${count(some)} ${how}`)
                .join(', '),
      };
    }),
    method: `Costs were varied together ${numberOf(samples, 'time')} within their ranges, from seed ${seed}: the same seed gives the same answer. How sure it is, is the share of them in which the cheapest stays the cheapest.`,
    notes,
  };
});
