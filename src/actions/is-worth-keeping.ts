import type { AppContext } from './app-context.ts';

/** Whether what is on show is work that somebody did or opened here, unlike the demo borough as it comes. */
export function isWorthKeeping(context: AppContext): boolean {
  const { done, undone, project } = context.project.getState();
  return done.length + undone.length > 0 || (project.datasets.length > 0 && !project.fictional);
}
