import { evaluatePlan } from '../../domain/evaluation/evaluate-plan.ts';
import type { PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { judgedWith } from '../judged-with.ts';
import type { StudyBench } from '../study-bench.ts';

/** Judges a plan over a project. Needs loadGrid. Throws DigImpossible where it cannot be said whose premises are asked. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { plan }: { readonly plan: Plan },
): Generator<WorkStep, PlanEvaluation> {
  const input = yield* inShare(judgedWith(bench, project, plan), 0, 0.7);
  return yield* inShare(evaluatePlan(input), 0.7, 1);
}
