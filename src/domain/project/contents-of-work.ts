import type { Change } from './change.ts';
import type { Project } from './project.ts';
import type { Step } from './step.ts';
import type { Work } from './work.ts';

/** Content ids that a project or a step of its undo or redo names. */
export function contentsOfWork({ project, done, undone }: Work): Set<string> {
  const named = new Set(contentsOfProject(project));
  for (const step of [...done, ...undone]) addChange(step.inverse, named);
  return named;
}

/** Content ids that a step names. */
export function contentsOfStep({ inverse }: Step): Set<string> {
  const named = new Set<string>();
  addChange(inverse, named);
  return named;
}

/** Content ids that a project as it stands names. */
export function contentsOfProject({ datasets, layers }: Project): Set<string> {
  return new Set([...datasets, ...layers].map(({ contentId }) => contentId));
}

function addChange(change: Change, named: Set<string>): void {
  if (change.kind === 'all') for (const part of change.changes) addChange(part, named);
  if (change.kind === 'set-project') for (const id of contentsOfProject(change.project)) named.add(id);
  if ((change.kind === 'insert' || change.kind === 'replace') && 'contentId' in change.item)
    named.add(change.item.contentId);
}
