import type { Project } from './project.ts';

/** The demo borough with the files of its streets' pack. The same project where it has all of them. */
export function withDemoStreets(project: Project, streets: Pick<Project, 'datasets'>): Project {
  const known = new Set(project.datasets.map(({ contentId }) => contentId));
  const added = streets.datasets.filter(({ contentId }) => !known.has(contentId));
  return added.length === 0 ? project : { ...project, datasets: [...project.datasets, ...added] };
}
