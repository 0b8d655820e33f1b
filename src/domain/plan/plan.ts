import type { BuiltIntervention } from './intervention.ts';
import type { Lever } from './lever.ts';
import type { PlanDesigns } from './plan-design.ts';
import type { PlanQuestion } from './plan-question.ts';

/** A way of fixing the not-spots of a selection: both answers to the same premises, what is pulled against barriers, what is chosen. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly question: PlanQuestion;
  readonly levers: readonly Lever[];
  /** null: not worked out yet, or cancelled before it was. */
  readonly designs: PlanDesigns | null;
  /** What is to be built, none twice; none: leave as it is. Several: each premises counts once however many reach it. */
  readonly chosen: readonly BuiltIntervention[];
}
