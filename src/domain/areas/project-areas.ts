import { NO_AREAS } from '../geo/area-table.ts';
import type { LayerSource } from '../project/answer-layer.ts';
import { datasetInRole, type Project } from '../project/project.ts';
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
 * where the recipe cannot be read.
 */
export function projectAreas(source: LayerSource, recipeText: string): MeasureInput {
  const { project } = source;
  const wardsDataset = datasetInRole(project, 'wards');
  const wards = wardsDataset ? source.areasOf(wardsDataset) : NO_AREAS;
  if (wards.polygonArea.length === 0)
    throw new AreasRefused(
      'Areas are measured ward by ward, and no ward outlines are loaded. Drop in a file of wards.',
    );
  const question = areaQuestion(recipeText, project.layers);
  const { layers, assumptions } = surfaceLayers(question.layers, wards, source);
  return { question, recipeText, wards, layers, assumptions };
}

/** Names of the files behind the areas: the wards, and each layer's. */
export function sourcesOfAreas(project: Project, layerIds: ReadonlySet<string>) {
  const contents = new Set(
    project.layers.filter(({ id }) => layerIds.has(id)).map(({ contentId }) => contentId),
  );
  return project.datasets
    .filter(({ role, contentId }) => role === 'wards' || contents.has(contentId))
    .map(({ source }) => source);
}
