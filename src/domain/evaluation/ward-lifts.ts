import type { Built } from './built-together.ts';
import type { WardLift } from './evaluation.ts';
import type { AskedPlace, EvaluationInput } from './evaluation-input.ts';
import { GIGABIT_MEGABITS, USABLE_MEGABITS } from './service-speeds.ts';

/** Units asked and served by ward: by code, outside every ward last, those of which nothing is asked left out. */
export function wardLifts(
  { fibre, radio, left }: Pick<Built, 'fibre' | 'radio' | 'left'>,
  wards: EvaluationInput['wards'],
): WardLift[] {
  const sums = new Map<number, Sums>();
  const add = ({ ward, units }: AskedPlace, megabits: number | null): void => {
    const own = sums.get(ward) ?? { asked: 0, served: 0, usable: 0, gigabit: 0 };
    own.asked += units;
    if (megabits !== null) own.served += units;
    if (megabits !== null && megabits >= USABLE_MEGABITS) own.usable += units;
    if (megabits !== null && megabits >= GIGABIT_MEGABITS) own.gigabit += units;
    sums.set(ward, own);
  };
  for (const place of fibre) add(place, Number.POSITIVE_INFINITY);
  for (const { place, megabitsPerSecond } of radio) add(place, megabitsPerSecond);
  for (const place of left) add(place, null);
  return [...sums]
    .map(([ward, own]): WardLift => {
      const { code = null, name = 'Outside every ward' } = wards[ward] ?? {};
      return { code, name, ...own };
    })
    .sort(byCode);
}

interface Sums {
  asked: number;
  served: number;
  usable: number;
  gigabit: number;
}

function byCode({ code: one }: WardLift, { code: other }: WardLift): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : one > other ? 1 : 0;
}
