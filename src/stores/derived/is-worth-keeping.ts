import type { Work } from '../../domain/project/work.ts';

/** True for work that somebody did or opened here, unlike the demo borough as it comes. */
export function isWorthKeeping({ done, undone, project }: Work): boolean {
  return done.length + undone.length > 0 || (project.datasets.length > 0 && !project.fictional);
}
