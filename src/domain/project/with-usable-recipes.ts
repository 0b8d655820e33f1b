import type { Project } from './project.ts';
import { recipesFor } from './recipes-for.ts';

/** Recipes that the layers can answer: the person's own stay, the rest are offered anew; one of them is in force. */
export function withUsableRecipes(project: Project): Project {
  const offered = recipesFor(project.layers);
  const own = project.recipes.filter((recipe) => recipe.id.startsWith('own-'));
  const recipes = [...offered, ...own];
  if (recipes.length === 0) return project;
  const recipeId = recipes.some((recipe) => recipe.id === project.view.recipeId)
    ? project.view.recipeId
    : recipes[0].id;
  return { ...project, recipes, view: { ...project.view, recipeId } };
}
