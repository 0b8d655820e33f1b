import { currentRecipe } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Measures the areas of the project by the definition in force, unless that is done. */
export function measureAreas(context: AppContext): Promise<void> {
  return runStudy(context, 'areas', { recipeText: recipeOf(context) });
}

/** Draws the not-spots (null), or how many operators of a technology cover, unless that is what is drawn. */
export function drawAreas(context: AppContext, technology: string | null): Promise<void> {
  return runStudy(context, 'area-shapes', { recipeText: recipeOf(context), technology });
}

function recipeOf(context: AppContext): string {
  return currentRecipe(context.project.getState().project).text;
}
