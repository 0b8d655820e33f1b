import type { RecipeLift, WardLift } from '../../domain/evaluation/evaluation.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';

/** A ward's line of what a plan lifts there. */
export interface WardLiftText {
  readonly key: string;
  readonly name: string;
  /** "84 of 96" */
  readonly served: string;
  readonly usable: string;
  readonly gigabit: string;
}

export function wardLiftText(wards: readonly WardLift[]): readonly WardLiftText[] {
  return wards.map(({ code, name, asked, served, usable, gigabit }) => ({
    key: code ?? 'outside',
    name: code === null ? 'Outside every ward' : name,
    served: `${count(served)} of ${count(asked)}`,
    usable: count(usable),
    gigabit: count(gigabit),
  }));
}

/** "84 of 96 not-spots lifted (87.5 %), 12 left", or why it is not known. */
export function recipeLiftText({ notSpots, lifted, left, notKnown, why }: RecipeLift): string {
  if (why !== null) return `Not known. ${why}`;
  if (notSpots === 0)
    return notKnown > 0
      ? `None of them is known to be a not-spot by it; of ${count(notKnown)} it is not known.`
      : 'None of them is a not-spot by it: what it asks for is there already.';
  const unknown = notKnown > 0 ? `; of ${count(notKnown)} it is not known` : '';
  return `${count(lifted)} of ${count(notSpots)} not-spots lifted (${percent(lifted / notSpots)}), ${count(left)} left${unknown}`;
}
