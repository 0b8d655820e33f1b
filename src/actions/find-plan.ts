import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesigns } from '../domain/plan/plan-design.ts';
import { judgedOver } from '../stores/derived/judged-over.ts';
import { fingerprintNow } from '../stores/derived/plan-stale.ts';
import type { AppContext } from './app-context.ts';

/** The plan of that id; null where it is not there (any more). */
export function findPlan(context: AppContext, id: string | null): Plan | null {
  return context.project.getState().project.plans.find((one) => one.id === id) ?? null;
}

/** The plan that is open; null: none is. */
export function openedPlan(context: AppContext): Plan | null {
  return findPlan(context, context.view.getState().interventions.planId);
}

/** What is to be shown of a plan: its designs, or the last ones before it was changed; null: it never had any. */
export function shownDesigns(
  context: AppContext,
  plan: Plan,
): { readonly designs: PlanDesigns; readonly isEarlier: boolean } | null {
  if (plan.designs) return { designs: plan.designs, isEarlier: false };
  const { earlier } = context.plans.getState();
  return earlier?.planId === plan.id ? { designs: earlier.designs, isEarlier: true } : null;
}

/**
 * What a plan was judged to come to; null: it has not been judged since it was opened, or of the designs that are shown nothing
 * is known and nobody is judging them: sums of others are no sums of theirs. `isEarlier`: it is of the plan as it was before, or
 * of files, rates or definitions as they were, and must be said to be so.
 */
export function shownEvaluation(
  context: AppContext,
  plan: Plan,
): { readonly evaluation: PlanEvaluation; readonly isEarlier: boolean } | null {
  const { answer, answered, status } = context.studies['evaluate-plan'].getState();
  if (answer?.planId !== plan.id || !answered) return null;
  const judged = answered.question.plan;
  const isOfShown = judged.designs === shownDesigns(context, plan)?.designs;
  if (!isOfShown && status !== 'working') return null;
  const isOfIt =
    judged.designs === plan.designs &&
    judged.levers === plan.levers &&
    judged.chosen.join() === plan.chosen.join();
  const { project } = context.project.getState();
  const isNow = answer.madeOf === fingerprintNow(plan, project);
  const over = context.plans.getState().judgedOver;
  const isOverSame = over === null || judgedOver(project).every((part, at) => part === over[at]);
  return { evaluation: answer, isEarlier: !isOfIt || !isNow || !isOverSame };
}
