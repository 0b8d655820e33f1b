import type { LayerRecord } from '../coverage/layer.ts';
import { parseRecipe } from './parse-recipe.ts';
import { resolveRecipe } from './resolve-recipe.ts';

/** Ids of the layers that a recipe's names stand for. Throws RecipeError where it cannot be read with them. */
export function askedLayers(recipeText: string, layers: readonly LayerRecord[]): ReadonlySet<string> {
  const groups = [...resolveRecipe(parseRecipe(recipeText), layers).values()].flat();
  return new Set(groups.flatMap((group) => group.layers.map(({ id }) => id)));
}
