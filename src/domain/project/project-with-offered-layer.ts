import { offeredLayers } from './dataset-record.ts';
import type { Project } from './project.ts';
import { withUniqueKeys } from './with-unique-keys.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** The project with one more of the layers that a file offers (`offeredLayers`); the same project where it has it or offers no such. */
export function projectWithOfferedLayer(project: Project, contentId: string, layerId: string): Project {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  const layer = dataset && offeredLayers(dataset).find((candidate) => candidate.id === layerId);
  if (!layer || project.layers.some((known) => known.id === layerId)) return project;
  return withUsableRecipes({
    ...project,
    layers: [...project.layers, ...withUniqueKeys([layer], project.layers)],
  });
}
