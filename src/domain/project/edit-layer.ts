import { codedDefinition } from '../coverage/coded-definition.ts';
import type { LayerRecord, Technology } from '../coverage/layer.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import { layerName, recipeKey } from './dataset-record.ts';
import type { Project } from './project.ts';
import { withUniqueKeys } from './with-unique-keys.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/**
 * The project with a layer said to be of another technology: its key, its name and, where they were the technology's own,
 * its words of definition change with it; recipes are offered anew.
 */
export function projectWithTechnology(project: Project, layerId: string, technology: Technology): Project {
  return withLayer(project, layerId, (layer) => {
    const dataset = project.datasets.find(({ contentId }) => contentId === layer.contentId);
    const changed = { ...layer, technology };
    const hadOwnWords = layer.definition !== wordsOf(layer.technology);
    return {
      ...changed,
      key: recipeKey(changed),
      name: dataset ? layerName(changed, dataset) : layer.name,
      definition: hadOwnWords ? layer.definition : wordsOf(technology),
    };
  });
}

/** The project with a layer of codes or speeds covered from another value on. Codes also change the definition. */
export function projectWithCoveredFrom(project: Project, layerId: string, atLeast: number): Project {
  return withLayer(project, layerId, (layer) => ({
    ...layer,
    atLeast,
    ...(layer.codes ? { definition: codedDefinition(layer.codes, atLeast) } : {}),
  }));
}

/** The words a layer gets that its file says nothing else of. */
function wordsOf(technology: Technology): string {
  return technologyDefinition(technology) ?? `${technologyLabel(technology)}, as the file has it`;
}

function withLayer(project: Project, layerId: string, edit: (layer: LayerRecord) => LayerRecord): Project {
  const others = project.layers.filter((layer) => layer.id !== layerId);
  if (others.length === project.layers.length) return project;
  const layers = project.layers.map((layer) =>
    layer.id === layerId ? withUniqueKeys([edit(layer)], others)[0] : layer,
  );
  return withUsableRecipes({ ...project, layers });
}
