import type { KeepState } from '../keep-store.ts';

/** Whether the work is kept, for the top bar: a few words, the fewest that still tell it, and how it is meant. */
export interface SavedWords {
  readonly words: string;
  /** Where there is no room for `words`. */
  readonly short: string;
  readonly mood: 'calm' | 'busy' | 'good' | 'bad' | 'reading';
}

export function savedWords({ status, trouble, heldElsewhere, isUndoShorter }: KeepState): SavedWords {
  if (status !== 'off' && heldElsewhere)
    return { words: 'Read-only: open in another tab', short: 'Read-only', mood: 'reading' };
  switch (status) {
    case 'nothing':
      return { words: 'Nothing to save yet', short: 'Nothing to save', mood: 'calm' };
    case 'saving':
      return { words: 'Saving…', short: 'Saving…', mood: 'busy' };
    case 'saved':
      return {
        words: isUndoShorter ? 'Saved, but not every step of undo' : 'Saved in this browser',
        short: 'Saved',
        mood: 'good',
      };
    case 'full':
      return { words: 'Not saved: browser full', short: 'Not saved', mood: 'bad' };
    case 'failed':
      return { words: 'Not saved', short: 'Not saved', mood: 'bad' };
    case 'off':
      return offWords(trouble);
  }
}

function offWords(trouble: KeepState['trouble']): SavedWords {
  switch (trouble) {
    case 'overtaken':
      return { words: 'Not saving: reload needed', short: 'Reload needed', mood: 'bad' };
    case 'not-wanted':
      return { words: 'Keeping nothing, as you chose', short: 'Not kept', mood: 'calm' };
    default:
      return { words: 'Not saved in this browser', short: 'Not saved', mood: 'bad' };
  }
}
