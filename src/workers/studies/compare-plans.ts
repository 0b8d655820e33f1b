import { comparePlans } from '../../domain/evaluation/compare-plans.ts';
import type { ComparedPlans, JudgedPlan } from '../../domain/evaluation/compared-plans.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';
import { study as evaluate } from './evaluate-plan.ts';

/**
 * Judges two or three plans of a project, one after the other, and holds them against the first. Needs loadGrid. Throws
 * RangeError for another number of plans, or one that is not there.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { planIds }: { readonly planIds: readonly string[] },
): Generator<WorkStep, ComparedPlans> {
  const judged: JudgedPlan[] = [];
  for (const [at, id] of planIds.entries()) {
    const plan = project.plans.find((one) => one.id === id);
    if (!plan) throw new RangeError('One of these plans is not there any more. Choose others.');
    const evaluation = yield* inShare(
      evaluate(bench, project, { plan }),
      at / planIds.length,
      (at + 1) / planIds.length,
    );
    judged.push({ plan, evaluation });
  }
  return comparePlans(judged);
}
