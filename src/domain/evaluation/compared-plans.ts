import type { Plan } from '../plan/plan.ts';
import type { Lacking } from '../project/lacks.ts';
import type { Range } from '../project/range.ts';
import type { EvaluatedLine, LineKey, PlanEvaluation } from './evaluation.ts';

/** A plan with what came of judging it. */
export interface JudgedPlan {
  readonly plan: Plan;
  readonly evaluation: PlanEvaluation;
}

/** How a place is served by what a plan chose. 'not asked': the plan is not for it. */
export type ServedHow = 'fibre' | 'radio' | 'none' | 'not asked';

/** One line of the plans, as chosen. */
export interface ComparedLine {
  readonly key: LineKey;
  /** One for each plan. */
  readonly lines: readonly EvaluatedLine[];
  /** Each plan's figure less the first's, low with low and high with high, then put in order; null: not known of either. */
  readonly differences: readonly (Lacking<Range> | null)[];
}

/** Two or three plans, the first of which the others are held against. */
export interface ComparedPlans {
  readonly names: readonly string[];
  /** In the order of LINE_KEYS. */
  readonly lines: readonly ComparedLine[];
  /** Points of any of the plans: by plan, how each is served. */
  readonly places: readonly {
    readonly lon: number;
    readonly lat: number;
    readonly units: number;
    readonly ids: readonly string[];
    readonly served: readonly ServedHow[];
  }[];
  /** By plan: units that it serves and the first does not, and the other way round. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
  /** What makes them hard to compare: other premises, other rates, out of date. */
  readonly notes: readonly string[];
}
