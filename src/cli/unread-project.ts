import type { Project } from '../domain/project/project.ts';

/** A project before any file of it is read. */
export const UNREAD_PROJECT: Project = {
  name: 'Command line',
  fictional: false,
  datasets: [],
  layers: [],
  recipes: [],
  assumptions: [],
  plans: [],
  sites: [],
  devices: [],
  designs: [],
  view: { recipeId: '' },
};
