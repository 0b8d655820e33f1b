import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';

/**
 * Gives back the memory of contents that neither the project nor any step of undo or redo names any more, whenever that
 * comes about; never while files are being read or counted. Returns a function that stops it.
 */
export function keepContentsNeeded(context: AppContext): () => void {
  let known = new Set<string>();
  const look = (): void => {
    if (context.imports.getState().status === 'reading' || context.analysis.getState().status === 'working')
      return;
    const needed = contentsNeeded(context);
    const gone = [...known].filter((contentId) => !needed.has(contentId));
    known = needed;
    if (gone.length > 0) void context.compute.api.forgetContents(gone);
  };
  const stops = [context.project, context.imports, context.analysis].map((store) => store.subscribe(look));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Lets go of all steps that could be undone or redone: what only they held is freed. */
export function clearHistory(context: AppContext): void {
  context.project.setState({ done: [], undone: [] });
}

/** Content ids that the project or a step of undo or redo names. */
export function contentsNeeded(context: AppContext): Set<string> {
  const { project, done, undone } = context.project.getState();
  const needed = new Set<string>();
  addProject(project, needed);
  for (const step of [...done, ...undone]) addChange(step.inverse, needed);
  return needed;
}

function addChange(change: Change, needed: Set<string>): void {
  if (change.kind === 'all') for (const part of change.changes) addChange(part, needed);
  if (change.kind === 'set-project') addProject(change.project, needed);
  if ((change.kind === 'insert' || change.kind === 'replace') && 'contentId' in change.item)
    needed.add(change.item.contentId);
}

function addProject({ datasets, layers }: Project, needed: Set<string>): void {
  for (const { contentId } of [...datasets, ...layers]) needed.add(contentId);
}
