import { createStore } from 'zustand/vanilla';
import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { Lever } from '../domain/plan/lever.ts';
import type { PlanDesigns } from '../domain/plan/plan-design.ts';
import type { PlanQuestion } from '../domain/plan/plan-question.ts';

/** What goes on with plans beside the project: never kept, never undone. */
export interface PlanState {
  /** The plan that was worked out last, or is now, and what it was asked; null: none was. */
  readonly run: {
    readonly planId: string;
    readonly question: PlanQuestion;
    readonly levers: readonly Lever[];
  } | null;
  /** The last designs of a plan that was changed since: shown, as earlier, until there are others. */
  readonly earlier: { readonly planId: string; readonly designs: PlanDesigns } | null;
  /** The lever that was pulled last against a barrier, what its plan was asked, and came to before; null: none was. */
  readonly busted: {
    readonly planId: string;
    readonly leverId: string;
    readonly question: PlanQuestion;
    readonly before: PlanEvaluation;
    /** What was designed then, and under which levers. */
    readonly was: { readonly levers: readonly Lever[]; readonly designs: PlanDesigns };
  } | null;
  /** What the last judgement of a plan was made over (`judgedOver`); null: there is none. */
  readonly judgedOver: readonly unknown[] | null;
}

export function createPlanStore() {
  return createStore<PlanState>()(() => ({ run: null, earlier: null, busted: null, judgedOver: null }));
}

export type PlanStore = ReturnType<typeof createPlanStore>;
