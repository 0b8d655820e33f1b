import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { Prepared } from '../domain/project/prepared.ts';
import { currentRecipe, type Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { StudyBench } from './study-bench.ts';

/** The count of the project's definition in force: the one on show where that is it, else counted. Null without premises. */
export function* countInForce(
  { workbench, latest }: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  prepared: Prepared,
): Generator<WorkStep, Analysis | null> {
  const { text } = currentRecipe(project);
  // A project comes anew with every question, so what its layers say is compared and not which object they are.
  const isLatest =
    latest?.analysis.recipeText === text &&
    JSON.stringify(latest.project.layers) === JSON.stringify(project.layers) &&
    latest.prepared.membership === prepared.membership &&
    project.layers.every(({ id }) => latest.prepared.answers.get(id) === prepared.answers.get(id));
  return isLatest ? latest.analysis : yield* workbench.analyse(project, text);
}
