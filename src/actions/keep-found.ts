import type { AppContext } from './app-context.ts';

/** Puts contents that were lost and are loaded again back into the browser's store, where it has room. */
export async function keepFound(context: AppContext, contentIds: readonly string[]): Promise<void> {
  if (context.keeper.current && contentIds.length > 0)
    await context.compute.run((api, job, onStep) => api.keepContents(job, contentIds, onStep));
}
