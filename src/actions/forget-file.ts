import { projectWithout } from '../domain/project/project-with.ts';
import type { AppContext } from './app-context.ts';

/** Forgets a file and the layers made of it. Undo brings both back. */
export function forgetFile(context: AppContext, contentId: string): void {
  const { project, change } = context.project.getState();
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return;
  change(`Forgot ${dataset.fileName}`, { kind: 'set-project', project: projectWithout(project, contentId) });
}
