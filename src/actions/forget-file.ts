import { projectWithRole } from '../domain/project/project-with-role.ts';
import { projectWithout } from '../domain/project/project-without.ts';
import type { Role } from '../domain/project/role.ts';
import { steppedBackFor } from '../domain/releases/release-in-force.ts';
import type { AppContext } from './app-context.ts';

/** Forgets a file and the layers made of it; an earlier release that stood back for it is in force again. Undo brings it back. */
export function forgetFile(context: AppContext, contentId: string): void {
  const { project, change } = context.project.getState();
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return;
  const earlier = steppedBackFor(project, contentId);
  const role: Role | undefined = earlier?.suggestion?.role;
  const without = projectWithout(project, contentId);
  const next = earlier && role ? projectWithRole(without, earlier.contentId, role) : without;
  change(`Forgot ${dataset.fileName}`, { kind: 'set-project', project: next });
}
