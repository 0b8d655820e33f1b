import type { RateCard } from '../cost/rate-card.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { PlannedExcavation } from '../plan/planned-excavations.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { Built } from './built-together.ts';
import type { TrenchTree } from './trench-tree.ts';

/** What weeks are reckoned with. */
export interface WeeksGiven {
  readonly tree: TrenchTree;
  readonly rates: RateCard;
  readonly card: Pick<PlanCard, 'items'>;
  readonly termsOf: (roof: Built['hubs'][number]['roof']) => RoofTerms;
  /** Units that take the service. */
  readonly connected: number;
  /** ISO date of the decision: works of others are waited for from it on. */
  readonly day: string;
  /** By id of a street, the works of others that its trench is shared with. */
  readonly sharedWith: ReadonlyMap<string, PlannedExcavation>;
}
