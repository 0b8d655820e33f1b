import { compareProject } from '../../domain/compare/compare-project.ts';
import type { Comparison, ComparisonQuestion } from '../../domain/compare/comparison.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';

/** Everything that topic 'compare' shows, from all rows. */
export function* study(
  { workbench }: StudyBench,
  project: Project,
  question: ComparisonQuestion,
): Generator<WorkStep, Comparison> {
  return yield* compareProject(workbench, project, question);
}
