import type { Crossover, CrossoverQuestion } from '../../domain/evaluation/crossover.ts';
import { findCrossover } from '../../domain/evaluation/find-crossover.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { judgedWith } from '../judged-with.ts';
import type { StudyBench } from '../study-bench.ts';

/**
 * The cheapest technology of each premises of a plan that has designs. It bears what the designs were made of, so that those
 * of a stale plan are stale too. Needs loadGrid. Throws an Error where there is no such plan, or it has no designs.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { planId, samples, seed }: CrossoverQuestion,
): Generator<WorkStep, Crossover> {
  const plan = project.plans.find(({ id }) => id === planId);
  if (!plan) throw new Error('This plan is not there any more. Choose another.');
  if (!plan.designs) throw new Error(`${plan.name} has no designs yet. Work it out first.`);
  const input = yield* inShare(judgedWith(bench, project, plan), 0, 0.5);
  const { madeOf } = plan.designs;
  return yield* inShare(findCrossover({ ...input, madeOf }, { samples, seed }), 0.5, 1);
}

export function transfers({
  lon,
  lat,
  units,
  cheapest,
  confidence,
  radioPence,
  digPence,
}: Crossover): Transferable[] {
  return [lon, lat, units, cheapest, confidence, radioPence, digPence].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
