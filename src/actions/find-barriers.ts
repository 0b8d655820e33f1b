import type { Lever } from '../domain/plan/lever.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { isPlanStale } from '../stores/derived/plan-stale.ts';
import type { AppContext } from './app-context.ts';
import { pullLever } from './edit-plans.ts';
import { findPlan, shownEvaluation } from './find-plan.ts';
import { runStudy } from './run-study.ts';

/** Works out what each barrier of a plan keeps from it; of one that is out of date nothing, until it is run again. */
export async function findLedger(context: AppContext, plan: Plan): Promise<void> {
  if (plan.designs && !isStale(context, plan)) await runStudy(context, 'barrier-ledger', { plan });
}

/** Ranks the council's roofs by whom of a plan's premises each would newly reach, unless it is out of date. */
export async function rankRoofs(context: AppContext, plan: Plan): Promise<void> {
  if (!isStale(context, plan)) await runStudy(context, 'roof-ranking', { plan });
}

/** Finds which works of others lie in the streets of a plan's designs, unless they are out of date. */
export async function findDigOnce(context: AppContext, plan: Plan): Promise<void> {
  if (plan.designs && !isStale(context, plan)) await runStudy(context, 'dig-once', { plan });
}

/** Finds what of a plan's designs, made since a lever was pulled, would have been better without it too. */
export async function findMeanwhile(context: AppContext, plan: Plan): Promise<void> {
  const { busted } = context.plans.getState();
  if (busted?.planId === plan.id && plan.designs)
    await runStudy(context, 'found-meanwhile', { plan, was: busted.was });
}

/** Pulls a lever of a plan, and remembers what the plan came to before, so that the difference can be shown. */
export function bustBarrier(context: AppContext, planId: string, lever: Lever): void {
  const plan = findPlan(context, planId);
  if (!plan) return;
  const shown = shownEvaluation(context, plan);
  const before = shown && !shown.isEarlier ? shown.evaluation : null;
  const { levers, designs, question } = plan;
  const was = designs && { levers, designs };
  context.plans.setState({
    busted: before && was && { planId, leverId: lever.id, question, before, was },
  });
  pullLever(context, planId, lever);
}

function isStale(context: AppContext, plan: Plan): boolean {
  return isPlanStale(plan, context.project.getState().project);
}
