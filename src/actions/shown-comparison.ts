import type { ComparedPlans } from '../domain/evaluation/compared-plans.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { isPlanStale } from '../stores/derived/plan-stale.ts';
import type { AppContext } from './app-context.ts';
import { findPlan, openedPlan } from './find-plan.ts';
import { isAnswerTo, runStudy } from './run-study.ts';

/** The plans that are compared, the open one first: those that are there, each once, three at most. */
export function plansCompared(context: AppContext): readonly Plan[] {
  const open = openedPlan(context);
  if (!open) return [];
  const others = context.view
    .getState()
    .interventions.compared.map((id) => findPlan(context, id))
    .filter((plan): plan is Plan => plan !== null && plan.id !== open.id);
  return [open, ...others];
}

/** Asks for the comparison of the chosen plans, where there are two or three and each has designs that are not out of date. Never rejects. */
export async function askComparison(context: AppContext): Promise<void> {
  const question = comparisonQuestion(context);
  if (question) await runStudy(context, 'compare-plans', question);
}

/** The comparison that is on show: of the plans that are chosen; null: there is none. */
export function shownComparison(
  context: AppContext,
): { readonly answer: ComparedPlans; readonly isEarlier: boolean } | null {
  const question = comparisonQuestion(context);
  const state = context.studies['compare-plans'].getState();
  const { answer, answered, status } = state;
  if (!question || !answer || answered?.question.planIds.join() !== question.planIds.join()) return null;
  const isNow = isAnswerTo(state, question, context.project.getState().version);
  if (!isNow && status !== 'working') return null;
  return { answer, isEarlier: !isNow };
}

function comparisonQuestion(context: AppContext): { readonly planIds: readonly string[] } | null {
  const plans = plansCompared(context);
  const { project } = context.project.getState();
  const isUnready = (plan: Plan): boolean => plan.designs === null || isPlanStale(plan, project);
  if (plans.length < 2 || plans.some(isUnready)) return null;
  return { planIds: plans.map(({ id }) => id) };
}
