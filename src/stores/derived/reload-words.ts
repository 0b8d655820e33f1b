import type { Work } from '../../domain/project/work.ts';
import type { KeepState } from '../keep-store.ts';
import { isWorthKeeping } from './is-worth-keeping.ts';

/** What becomes of the work on show when the page is loaded anew, as it stands now. */
export function reloadWords(state: KeepState, work: Work): string {
  const { status, failing, waiting, trouble, heldElsewhere } = state;
  if (!isWorthKeeping(work)) return 'You have changed nothing here that could be lost.';
  if (status === 'off')
    return trouble === 'overtaken' && waiting === 0
      ? SAVED
      : 'Your work is held in memory only, and is gone after a reload: save it to a file first.';
  if (heldElsewhere) return 'Your work is kept by the tab that edits it, and is there again after a reload.';
  if (failing !== null)
    return 'Your last changes are not saved, and a reload would lose them: save to a file first.';
  return waiting > 0 ? 'Your work is saved first, and is there again after a reload.' : SAVED;
}

const SAVED = 'Your work is saved in this browser, and is there again after a reload.';
