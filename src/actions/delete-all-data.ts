import { deleteEverything, type Holder } from '../storage/delete-everything.ts';
import { openDeletionChannel, type TellDeletion } from '../storage/deletion-channel.ts';
import { emptyMarks } from '../storage/empty-marks.ts';
import type { KeepTrouble } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';

/**
 * Empties all that this app holds in the browser and opens it as on a first visit, in every tab. Gives what could not be
 * emptied, and then stays and says so; the work on show is saved no more all the same.
 */
export async function deleteAllData(context: AppContext): Promise<readonly Holder[]> {
  const tell = tellers.get(context) ?? openDeletionChannel(() => undefined);
  tell('deleting');
  await writeNothingMore(context, 'deleting');
  const left = await deleteEverything();
  tell('deleted');
  if (left.length === 0) openAsFirstVisit();
  else context.keep.setState({ trouble: 'not-deleted', problem: left.join(', ') });
  return left;
}

/** Stops this tab from saving when another deletes everything, and opens it anew with that one. */
export function followDeletion(context: AppContext): void {
  const tell = openDeletionChannel((news) => {
    if (news === 'deleting') void writeNothingMore(context, 'deleted');
    else openAsFirstVisit();
  });
  tellers.set(context, tell);
}

const tellers = new WeakMap<AppContext, TellDeletion>();

/** True once on the first visit after everything was deleted. */
export function takeDeletionMark(): boolean {
  const isMarked = (history.state as { allDeleted?: unknown } | null)?.allDeleted === true;
  if (isMarked) history.replaceState(null, '');
  return isMarked;
}

async function writeNothingMore(context: AppContext, trouble: KeepTrouble): Promise<void> {
  context.keep.setState({ status: 'off', trouble, welcome: null, refused: null });
  context.project.setState({ readOnly: true });
  // The worker may be in the middle of writing a content.
  context.compute.destroy();
  const keeper = context.keeper.current;
  context.keeper.current = null;
  await keeper?.stop();
  // The store of this tab is deleted under it too, which told of another.
  context.keep.setState({ trouble });
}

function openAsFirstVisit(): void {
  // Each tab has marks of its own, which no other can reach.
  emptyMarks(sessionStorage);
  // The address names wards and definitions: it goes too. Nothing is stored by a state of the history.
  history.replaceState({ allDeleted: true }, '', location.pathname);
  location.reload();
}
