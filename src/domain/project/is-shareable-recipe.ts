import type { LayerRecord } from '../coverage/layer.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { RecipeError, type RecipeNode } from '../not-spots/recipe.ts';
import { layersNamed } from '../not-spots/resolve-recipe.ts';
import { mentions } from './hidden-names.ts';
import type { PutLeftOut } from './left-out.ts';
import type { Project, Recipe } from './project.ts';

/** Whether a recipe names no layer or operator that stays behind; puts it down where it does. `layers`: those that remain. */
export function isShareableRecipe(
  recipe: Recipe,
  project: Project,
  { layers, hidden, put }: { layers: readonly LayerRecord[]; hidden: readonly string[]; put: PutLeftOut },
): boolean {
  const isOpen =
    recipeNamesOf(recipe.text).every(
      (name) => layersNamed(name, layers).length > 0 || layersNamed(name, project.layers).length === 0,
    ) && !mentions([recipe.name, recipe.text], hidden);
  if (!isOpen) put('recipe', recipe.name, 'it names a layer that is left out');
  return isOpen;
}

function recipeNamesOf(text: string): string[] {
  try {
    return namesIn(parseRecipe(text));
  } catch (error) {
    if (error instanceof RecipeError) return [];
    throw error;
  }
}

function namesIn(node: RecipeNode): string[] {
  if (node.kind === 'at-least') return [node.name];
  return node.kind === 'not' ? namesIn(node.node) : node.nodes.flatMap(namesIn);
}
