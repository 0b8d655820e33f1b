import type { Crossover } from '../domain/evaluation/crossover.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { fingerprintNow } from '../stores/derived/plan-stale.ts';
import type { AppContext } from './app-context.ts';

/** The last answer to which is cheapest for a plan; null: none. `isEarlier`: the plan, files or rates have changed since. */
export function shownCrossover(
  context: AppContext,
  plan: Plan,
): { readonly crossover: Crossover; readonly isEarlier: boolean } | null {
  const { answer, answered } = context.studies.crossover.getState();
  if (!answer || answered?.question.planId !== plan.id) return null;
  const { project } = context.project.getState();
  return { crossover: answer, isEarlier: answer.madeOf !== fingerprintNow(plan, project) };
}
