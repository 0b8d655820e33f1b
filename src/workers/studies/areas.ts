import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { measureAreas } from '../../domain/areas/measure-areas.ts';
import { projectAreas } from '../../domain/areas/project-areas.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';

/** How much of each ward is a not-spot, in m². */
export interface AreasQuestion {
  readonly recipeText: string;
}

/** Measures the areas of a project, ward by ward. */
export function* study(
  { workbench }: StudyBench,
  project: Project,
  { recipeText }: AreasQuestion,
): Generator<WorkStep, AreaAnalysis> {
  yield { what: 'Looking at the outlines', fraction: 0 };
  return yield* measureAreas(yield* projectAreas(workbench, project, recipeText));
}
