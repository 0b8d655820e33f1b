import { deleteDatabase, StoreRefused } from '../storage/open-database.ts';
import type { AppContext } from './app-context.ts';
import { isWorthKeeping } from './is-worth-keeping.ts';
import { listSecondCopies } from './list-second-copies.ts';
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
      problem: messageOf(error),
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
  } catch (error) {
    const isHeld = error instanceof StoreRefused && error.trouble === 'blocked';
    if (isHeld) return 'Another tab of this app holds the store open. Close the other tabs, then try again.';
    const copies = context.keep.getState().copies?.length ?? 0;
    return `The browser could not delete its damaged store. Save to a file first what you did here${copies > 0 ? ', and open and save each second copy' : ''}: then clear this site’s data in the browser’s settings, which deletes all of it, and reload this tab.`;
  }
  try {
    const keeper = await openStore(context);
    if (isWorthKeeping(context)) await keeper.keepWhole();
  } catch (error) {
    return `The damaged store is gone, but no new one could be opened (${messageOf(error)}). Save to a file what you did here, then reload this tab. Second copies stay where they are.`;
  }
  try {
    await putCopiesBack(context);
    return null;
  } catch (error) {
    await listSecondCopies(context).catch(() => undefined);
    return `A new store is there, but not every second copy could be put into it (${messageOf(error)}). They stay where they are: see them under Your work.`;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
