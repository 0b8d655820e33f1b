import { parseRecipe } from '../domain/not-spots/parse-recipe.ts';
import { RecipeError } from '../domain/not-spots/recipe.ts';
import { recipeWords } from '../domain/not-spots/recipe-words.ts';
import { resolveRecipe } from '../domain/not-spots/resolve-recipe.ts';
import type { Change } from '../domain/project/change.ts';
import type { Recipe } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';

/** Puts a recipe in force: one of the project's, or a new one. Returns what is wrong with it and changes nothing if so. */
export function setRecipe(context: AppContext, text: string): RecipeError | null {
  const { project, change } = context.project.getState();
  let words: string;
  try {
    const node = parseRecipe(text);
    resolveRecipe(node, project.layers);
    words = recipeWords(node);
  } catch (error) {
    if (error instanceof RecipeError) return error;
    throw error;
  }
  const wanted = text.trim().replaceAll(/\s+/g, ' ');
  const known = project.recipes.find((recipe) => recipe.text.toLowerCase() === wanted.toLowerCase());
  if (known?.id === project.view.recipeId) return null;
  const changes: Change[] = [];
  const id = known?.id ?? freeId(project.recipes);
  if (!known)
    changes.push({
      kind: 'insert',
      list: 'recipes',
      at: project.recipes.length,
      item: { id, name: wanted, text: wanted },
    });
  changes.push({ kind: 'set-view', view: { recipeId: id } });
  change(`Not-spot now means: ${known && !known.id.startsWith('own-') ? known.name : words}`, {
    kind: 'all',
    changes,
  });
  return null;
}

/** An id that no recipe has: offered ones come and go with the data, so their number says nothing. */
function freeId(recipes: readonly Recipe[]): string {
  const taken = new Set(recipes.map(({ id }) => id));
  let n = recipes.length + 1;
  while (taken.has(`own-${n}`)) n++;
  return `own-${n}`;
}
