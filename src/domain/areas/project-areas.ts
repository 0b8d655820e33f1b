import { NO_AREAS } from '../geo/area-table.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { areaQuestion } from './area-question.ts';
import type { MeasureInput } from './measure-areas.ts';
import { surfaceLayers } from './surface-layers.ts';

/** A project whose areas cannot be measured; the message says what to do. */
export class AreasRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AreasRefused';
  }
}

/**
 * What is measured of a project by a recipe. Throws AreasRefused where no wards with outlines are loaded, RecipeError
 * where the recipe cannot be read. Yields while premises are placed: how many of them a layer knows decides which shares
 * it stands in for.
 */
export function* projectAreas(
  workbench: Workbench,
  project: Project,
  recipeText: string,
): Generator<WorkStep, MeasureInput> {
  const source = workbench.sourceOf(project);
  const wardsDataset = datasetInRole(project, 'wards');
  const wards = wardsDataset ? source.areasOf(wardsDataset) : NO_AREAS;
  if (wards.polygonArea.length === 0)
    throw new AreasRefused(
      'Areas are measured ward by ward, and no ward outlines are loaded. Drop in a file of wards.',
    );
  const hasShares = project.layers.some(({ shape }) => shape === 'shares');
  const prepared = hasShares ? yield* workbench.prepare(project) : null;
  const aside = prepared ? layersAside(project.layers, prepared.answers, prepared.premises.count) : [];
  const question = areaQuestion(recipeText, project.layers, aside);
  const { layers, assumptions } = surfaceLayers(question.layers, wards, source);
  return { question, recipeText, wards, layers, assumptions };
}

/** Names of the files behind the areas: the wards, and each layer's. */
export function sourcesOfAreas(project: Project, layerIds: readonly string[]) {
  const contents = new Set(
    project.layers.filter(({ id }) => layerIds.includes(id)).map(({ contentId }) => contentId),
  );
  return project.datasets
    .filter(({ role, contentId }) => role === 'wards' || contents.has(contentId))
    .map(({ source }) => source);
}
