import { USUAL_CROSSOVER } from '../stores/derived/usual-crossover.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan } from './find-plan.ts';
import { runStudy } from './run-study.ts';

/** Asks which technology is the cheapest for each premises of the open plan, where it has designs. Never rejects. */
export async function askCrossover(
  context: AppContext,
  { samples, seed }: { readonly samples: number; readonly seed: number } = USUAL_CROSSOVER,
): Promise<void> {
  const plan = openedPlan(context);
  if (plan?.designs) await runStudy(context, 'crossover', { planId: plan.id, samples, seed });
}
