import type { Project } from './project.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** The project without one layer; its file stays. */
export function projectWithoutLayer(project: Project, layerId: string): Project {
  return withUsableRecipes({ ...project, layers: project.layers.filter((layer) => layer.id !== layerId) });
}
