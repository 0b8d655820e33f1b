import { isPlanStale } from '../stores/derived/plan-stale.ts';
import { USUAL_CROSSOVER } from '../stores/derived/usual-crossover.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan } from './find-plan.ts';
import { runStudy } from './run-study.ts';

/** Asks which technology is the cheapest for each premises of the open plan, where it has designs that are not out of date. Never rejects. */
export async function askCrossover(
  context: AppContext,
  { samples, seed }: { readonly samples: number; readonly seed: number } = USUAL_CROSSOVER,
): Promise<void> {
  const plan = openedPlan(context);
  if (plan?.designs && !isPlanStale(plan, context.project.getState().project))
    await runStudy(context, 'crossover', { planId: plan.id, samples, seed });
}
