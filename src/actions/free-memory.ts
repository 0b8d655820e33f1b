import { contentNames } from '../domain/project/content-names.ts';
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

/** Content ids that the project or a step of undo or redo needs. */
export function contentsNeeded(context: AppContext): Set<string> {
  const { project, done, undone } = context.project.getState();
  const needed = contentNames(project);
  for (const step of [...done, ...undone])
    for (const contentId of contentNames(step.inverse)) needed.add(contentId);
  return needed;
}
