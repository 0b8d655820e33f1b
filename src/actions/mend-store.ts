import { deleteDatabase, StoreRefused } from '../storage/open-database.ts';
import type { AppContext } from './app-context.ts';
import { openKeptWork, openStore } from './open-kept-work.ts';
import { putCopiesBack } from './second-copy-list.ts';

/** Tries again whatever stands in the way of saving. What is on show is kept, never replaced. */
export async function trySavingAgain(context: AppContext): Promise<void> {
  const keeper = context.keeper.current;
  if (keeper && context.keep.getState().status !== 'off') return keeper.retry();
  try {
    if (keeper) await keeper.reopen();
    else if (isWorthKeeping(context)) await (await openStore(context)).keepWhole();
    else await openKeptWork(context);
  } catch (error) {
    context.keep.setState({
      status: 'off',
      trouble: error instanceof StoreRefused ? error.trouble : 'unreadable',
      problem: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * Deletes a store that cannot be read, makes a new one and puts the second copies back into it. Work that is on show is
 * kept as a project too. Gives why it did not work, in words; null where it did.
 */
export async function startStoreAfresh(context: AppContext): Promise<string | null> {
  try {
    await deleteDatabase();
    const keeper = await openStore(context);
    if (isWorthKeeping(context)) await keeper.keepWhole();
    await putCopiesBack(context);
    return null;
  } catch (error) {
    const isHeld = error instanceof StoreRefused && error.trouble === 'blocked';
    return isHeld
      ? 'Another tab of this app holds the store open. Close the other tabs, then try again.'
      : 'The browser could not delete its damaged store. Clear this site’s data in the browser’s settings, then reload this tab. Save to a file first what you did here.';
  }
}

/** Work that somebody did or opened here, unlike the demo borough as it comes. */
function isWorthKeeping(context: AppContext): boolean {
  const { done, undone, project } = context.project.getState();
  return done.length + undone.length > 0 || (project.datasets.length > 0 && !project.fictional);
}
