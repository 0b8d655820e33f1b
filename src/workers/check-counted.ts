import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import { checkAnalysis } from '../domain/not-spots/check-analysis.ts';
import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { Workbench } from '../domain/project/workbench.ts';

/** Counts a project by a recipe, and premises of it again without any index. Throws where there are no premises. */
export function* checkCounted(
  workbench: Workbench,
  project: Project,
  recipeText: string,
): Generator<WorkStep, BruteForceCheck> {
  const prepared = yield* workbench.prepare(project);
  const analysis = yield* workbench.analyse(project, recipeText);
  if (!prepared || !analysis)
    throw new Error('There are no premises to check. Drop in a premises file first.');
  const footprints = project.layers
    .filter((layer) => layer.shape === 'polygons')
    .map((layer) => {
      const dataset = project.datasets.find((candidate) => candidate.contentId === layer.contentId);
      return {
        layer,
        areas: workbench.areasOf({
          contentId: layer.contentId,
          roles: dataset?.roles ?? {},
          where: layer.where,
        }),
      };
    });
  return yield* checkAnalysis(prepared, analysis, footprints, project.layers);
}
