import type { Project } from './project.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** Recipes that what remains can answer, or the commonest of all where nothing remains. */
export function withSomeRecipe(project: Project): Project {
  const { recipes, ...usable } = withUsableRecipes(project);
  if (recipes.some(({ id }) => id === usable.view.recipeId)) return { ...usable, recipes };
  const some = recipes.length > 0 ? recipes : [{ id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' }];
  return { ...usable, recipes: some, view: { ...usable.view, recipeId: some[0].id } };
}
