import type { LayerRecord } from '../coverage/layer.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import type { RecipeNode } from '../not-spots/recipe.ts';
import { layersNamed } from '../not-spots/resolve-recipe.ts';
import type { FigureQuestion } from './figure-question.ts';

/** The layers that a figure is made of, in the project's order. */
export function figureLayers(
  question: FigureQuestion,
  analysis: Pick<Analysis, 'recipeText' | 'notes'>,
  layers: readonly LayerRecord[],
): readonly LayerRecord[] {
  if (question.kind === 'units') return [];
  if ('layerId' in question) return layers.filter(({ id }) => id === question.layerId);
  const names =
    question.kind === 'operators' ? [question.technology] : namesIn(parseRecipe(analysis.recipeText));
  const used = new Set(names.flatMap((name) => withoutAside(layersNamed(name, layers), analysis)));
  return layers.filter((layer) => used.has(layer));
}

/** Of several layers under one name, those that a finer one speaks for are left out of the count. */
function withoutAside(
  layers: readonly LayerRecord[],
  { notes }: Pick<Analysis, 'notes'>,
): readonly LayerRecord[] {
  if (layers.length < 2) return layers;
  const aside = new Set(notes.filter(({ kind }) => kind === 'layer-aside').map(({ layerId }) => layerId));
  return layers.filter(({ id }) => !aside.has(id));
}

function namesIn(node: RecipeNode): string[] {
  if (node.kind === 'at-least') return [node.name];
  return node.kind === 'not' ? namesIn(node.node) : node.nodes.flatMap(namesIn);
}
