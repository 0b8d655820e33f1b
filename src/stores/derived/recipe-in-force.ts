import { currentRecipe, type Project, type Recipe } from '../../domain/project/project.ts';

/** The recipe that the numbers on show follow. */
export function recipeInForce(project: Project): Recipe {
  return currentRecipe(project);
}
