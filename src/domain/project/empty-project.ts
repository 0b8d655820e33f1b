import type { Project } from './project.ts';

/** A project of which nothing is known yet. */
export const EMPTY_PROJECT: Project = {
  name: 'Untitled',
  fictional: false,
  datasets: [],
  layers: [],
  recipes: [{ id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' }],
  assumptions: [],
  plans: [],
  sites: [],
  devices: [],
  designs: [],
  view: { recipeId: 'no-gigabit' },
};
