import type { ComparedPlans } from '../../domain/evaluation/compared-plans.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { planChanges } from './plan-changes.ts';
import { rememberLast } from './remember-last.ts';

/** What comparing plans says of who is served, ready to print. */
export interface ComparedWords {
  readonly others: readonly {
    readonly name: string;
    /** "With “B” instead of “A”, of 118 asked for:" */
    readonly sentence: string;
    readonly gained: string;
    readonly lost: string;
    /** Served by both plans, but otherwise: by fibre instead of radio, or the other way round. */
    readonly otherWay: string;
  }[];
  readonly notes: readonly string[];
}

export const comparedText = rememberLast((compared: ComparedPlans): ComparedWords => {
  const { names, gained, lost, notes } = compared;
  return {
    others: names.slice(1).map((name, i) => ({
      name,
      sentence: `With “${name}” instead of “${names[0]}”, of ${count(planChanges(compared, i + 1).all)} asked for:`,
      gained: count(gained[i + 1]),
      lost: count(lost[i + 1]),
      otherWay: count(planChanges(compared, i + 1).units['other way']),
    })),
    notes,
  };
});
