import type { AppContext } from './app-context.ts';

/** Ids of the contents of which the worker knows that their data could not be had; none where it does not answer. */
export async function lostData({ compute }: AppContext): Promise<ReadonlySet<string>> {
  try {
    return new Set((await compute.api.lostContents()).map(({ contentId }) => contentId));
  } catch {
    return new Set();
  }
}
