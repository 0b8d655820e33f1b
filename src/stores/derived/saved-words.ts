import type { KeepState } from '../keep-store.ts';

/** Whether the work is kept, in a few words for the top bar. */
export function savedWords({ status, trouble, heldElsewhere }: KeepState): string {
  if (heldElsewhere) return 'Read-only: open in another tab';
  switch (status) {
    case 'nothing':
      return 'Nothing to save yet';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return 'Saved in this browser';
    case 'full':
      return 'Not saved: browser full';
    case 'failed':
      return 'Not saved';
    case 'off':
      return trouble === 'overtaken' ? 'Reload needed' : 'Not saved in this browser';
  }
}
