import type { Plan } from '../domain/plan/plan.ts';
import { judgedOver } from '../stores/derived/judged-over.ts';
import { isPlanStale } from '../stores/derived/plan-stale.ts';
import type { AppContext } from './app-context.ts';
import { findPlan } from './find-plan.ts';
import { runStudy } from './run-study.ts';

/**
 * Works a plan out: its designs, which are put into it without a step of undo unless it was changed meanwhile, and then what
 * they come to. Settles when that is in, or will not be; never rejects.
 */
export async function runPlan(context: AppContext, planId: string): Promise<void> {
  const plan = findPlan(context, planId);
  if (plan && (await design(context, plan))) await evaluatePlan(context, planId);
}

/**
 * Judges a plan that has designs, unless it is judged already as it stands. Designs that are out of date are not judged: at
 * new prices they would be neither what they were nor what is true now. The answer is never kept with the project.
 */
export async function evaluatePlan(context: AppContext, planId: string): Promise<void> {
  const plan = findPlan(context, planId);
  const { project } = context.project.getState();
  if (!plan?.designs || isPlanStale(plan, project)) return;
  await runStudy(context, 'evaluate-plan', { plan });
  const { status, answered } = context.studies['evaluate-plan'].getState();
  if (status === 'ready' && answered?.question.plan === plan)
    context.plans.setState({ judgedOver: judgedOver(project) });
}

/** Ends the work on a plan that is no longer what is being answered: it was undone, changed or removed. */
export function dropOvertakenPlan(context: AppContext): void {
  const { run } = context.plans.getState();
  const { status, cancel } = context.studies.duel.getState();
  if (!run || status !== 'working') return;
  const plan = findPlan(context, run.planId);
  if (plan?.question !== run.question || plan.levers !== run.levers) cancel?.();
}

/** Asks for designs and puts them into the plan. False: there are none, or they are of no use any more. */
async function design(context: AppContext, { id, question, levers, designs }: Plan): Promise<boolean> {
  const { earlier } = context.plans.getState();
  const before = designs ?? (earlier?.planId === id ? earlier.designs : null);
  const asked = { question, levers, before };
  context.plans.setState({ run: { planId: id, question, levers } });
  await runStudy(context, 'duel', asked);
  const { status, answer, answered } = context.studies.duel.getState();
  if (status !== 'ready' || !answer || answered?.question !== asked) return false;
  const { project, amend } = context.project.getState();
  const at = project.plans.findIndex((one) => one.id === id);
  const plan = project.plans[at];
  if (!plan || JSON.stringify([plan.question, plan.levers]) !== JSON.stringify([question, levers]))
    return false;
  amend({ kind: 'replace', list: 'plans', at, item: { ...plan, designs: answer } });
  if (context.plans.getState().earlier?.planId === id) context.plans.setState({ earlier: null });
  return true;
}
