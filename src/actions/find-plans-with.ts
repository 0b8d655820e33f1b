import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlansWith } from '../domain/plan/plans-with.ts';
import type { Project } from '../domain/project/project.ts';
import { isPlanStale } from '../stores/derived/plan-stale.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';

/** Which plans of the project as it is now ask for some rows of the premises. */
export function findPlansWith(
  context: AppContext,
  rows: readonly number[],
  options: JobOptions,
): Promise<Settled<PlansWith>> {
  const { project } = context.project.getState();
  return context.compute.run(
    (api, job, onStep) => api.study(job, 'plans-with', project, { rows }, onStep),
    options,
  ) as Promise<Settled<PlansWith>>;
}

/**
 * What a plan comes to beside the one that is open, worked out once for a project as it stands. null: it has no designs, they are
 * out of date, or it cannot be said. undefined: it was cancelled.
 */
export async function evaluationBeside(
  context: AppContext,
  plan: Plan,
  options: JobOptions,
): Promise<PlanEvaluation | null | undefined> {
  const { project } = context.project.getState();
  if (!plan.designs || isPlanStale(plan, project)) return null;
  const known = EVALUATIONS.get(project) ?? new Map<string, PlanEvaluation | null>();
  EVALUATIONS.set(project, known);
  const before = known.get(plan.id);
  if (before !== undefined) return before;
  const settled = await context.compute.run(
    (api, job, onStep) => api.study(job, 'evaluate-plan', project, { plan }, onStep),
    options,
  );
  if (settled.state === 'cancelled') return undefined;
  const evaluation = settled.state === 'done' ? (settled.value as PlanEvaluation) : null;
  known.set(plan.id, evaluation);
  return evaluation;
}

const EVALUATIONS = new WeakMap<Project, Map<string, PlanEvaluation | null>>();
