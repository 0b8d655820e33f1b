import type { AppContext } from './app-context.ts';

/**
 * Puts contents that were lost and are loaded again back into the browser's store. Those of the work on show count as not
 * saved until they are there; where another tab keeps it, what has room is put.
 */
export async function keepFound(context: AppContext, contentIds: readonly string[]): Promise<void> {
  const keeper = context.keeper.current;
  if (!keeper || contentIds.length === 0 || (await keeper.keepAgain(contentIds))) return;
  await context.compute.run((api, job, onStep) => api.keepContents(job, contentIds, onStep));
}
