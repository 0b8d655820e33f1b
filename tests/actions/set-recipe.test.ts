import { expect, it } from 'vitest';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { currentRecipe } from '../../src/domain/project/project.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { countedProject, THREE_WARDS } from '../builders/counted-project.ts';

it('gives an own definition an id of its own, though offered ones were taken away since', () => {
  const { context } = makeAppContext();
  const { project } = countedProject(THREE_WARDS);
  context.project.getState().open({ project, done: [], undone: [] });
  expect(setRecipe(context, 'not gigabit or gigabit')).toBeNull();
  const [offered, ...others] = context.project.getState().project.recipes;
  const fewer = { ...context.project.getState().project, recipes: others };
  expect(others.length).toBeGreaterThan(0);
  context.project.getState().change('Fewer', { kind: 'set-project', project: fewer });
  expect(setRecipe(context, 'not gigabit and gigabit')).toBeNull();
  const { recipes } = context.project.getState().project;
  expect(recipes.map(({ id }) => id)).not.toContain(offered.id);
  expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
  expect(currentRecipe(context.project.getState().project).text).toBe('not gigabit and gigabit');
});
