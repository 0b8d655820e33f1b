import { type DatasetRecord, isBackdrop, type Project } from '../project/project.ts';
import type { CountSides, SideName } from './count-side.ts';
import { projectsOfSides, releasedProject } from './project-of-side.ts';

/**
 * The files that at least one of two sides counts with, in the project's order: no context, no release that both sides
 * leave aside, no coverage whose every layer both leave out. Throws SideRefused as projectsOfSides does.
 */
export function datasetsOfSides(project: Project, sides: CountSides): DatasetRecord[] {
  const projects = projectsOfSides(project, sides);
  const counted = new Set(SIDES.flatMap((name) => countedBy(projects[name], project, sides, name)));
  return project.datasets.filter(({ contentId }) => counted.has(contentId));
}

const SIDES: readonly SideName[] = ['before', 'after'];

function countedBy(own: Project, project: Project, sides: CountSides, name: SideName): string[] {
  const all = releasedProject(project, sides[name]);
  const has = ({ layers }: Project, id: string): boolean => layers.some(({ contentId }) => contentId === id);
  return own.datasets
    .filter(({ role, supersededBy, contentId }) => {
      const isAside = isBackdrop(role) || supersededBy !== undefined;
      return !isAside && (!has(all, contentId) || has(own, contentId));
    })
    .map(({ contentId }) => contentId);
}
