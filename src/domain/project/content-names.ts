import type { Change } from './change.ts';
import type { Project } from './project.ts';

/**
 * Content ids whose data a project or a change needs: those its files and layers are made of. Not those it merely
 * mentions (an extent, a list of live postcodes): a mention may outlive its file.
 */
export function contentNames(work: Project | Change): Set<string> {
  const names = new Set<string>();
  addNames(work, names);
  return names;
}

/** Whether it is a change, and no project. */
export function isChange(work: Project | Change): work is Change {
  return 'kind' in work;
}

function addNames(work: Project | Change, names: Set<string>): void {
  if (!isChange(work)) {
    for (const { contentId } of [...work.datasets, ...work.layers]) names.add(contentId);
    return;
  }
  if (work.kind === 'all') for (const part of work.changes) addNames(part, names);
  if (work.kind === 'set-project') addNames(work.project, names);
  if ((work.kind === 'insert' || work.kind === 'replace') && 'contentId' in work.item)
    names.add(work.item.contentId);
}
