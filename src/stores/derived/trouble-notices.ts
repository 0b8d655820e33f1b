import type { KeepState } from '../keep-store.ts';
import { linkNews } from './link-news.ts';
import { momentWords } from './moment-words.ts';
import { refusedNews } from './refused-news.ts';
import { storeTrouble } from './store-trouble.ts';
import type { TroubleContext, TroubleNotice } from './trouble-notice.ts';
import { unsavedChanges } from './unsaved-changes.ts';
import { welcomeNews } from './welcome-news.ts';

/** Every message that stands now: first what stops saving, then a project that would not open, then what is told once. */
export function troubleNotices(state: KeepState, context: TroubleContext): readonly TroubleNotice[] {
  return [
    standing(state, context),
    refusedNews(state),
    toldNews(state),
    linkNews(state),
    welcomeNews(state),
  ].filter((one) => one !== null);
}

function standing(state: KeepState, context: TroubleContext): TroubleNotice | null {
  if (state.status === 'off') return storeTrouble(state, context);
  if (state.heldElsewhere) return heldElsewhere(context);
  if (state.failing === 'full') return full(state);
  if (state.failing === 'failed') return failed(state);
  return null;
}

function full(state: KeepState): TroubleNotice {
  return {
    id: 'full',
    kind: 'problem',
    title: 'This browser is full: nothing new is being saved',
    happened: `The browser gave no room for ${unsavedChanges(state.waiting)}.`,
    safe: `${savedBefore(state)} What you see here works on, and can be changed and downloaded.`,
    todo: 'Save to a file, or make room by deleting projects you no longer need. Then try again.',
    actions: ['save-file', 'try-again', 'make-room'],
    closes: null,
  };
}

function failed(state: KeepState): TroubleNotice {
  return {
    id: 'failed',
    kind: 'problem',
    title: 'Your last changes are not saved',
    happened: `The browser would not save ${unsavedChanges(state.waiting)}${state.problem ? ` (${state.problem})` : ''}.`,
    safe: `${savedBefore(state)} What you see here works on, and can be changed and downloaded.`,
    todo: 'Try again. If it goes on, save to a file before you close this tab.',
    actions: ['try-again', 'save-file'],
    closes: null,
  };
}

function heldElsewhere({ refusals }: TroubleContext): TroubleNotice {
  return {
    id: 'held-elsewhere',
    kind: 'warning',
    title:
      refusals > 0
        ? 'That change was not made: this project is being edited in another tab'
        : 'Read-only: this project is being edited in another tab',
    happened: 'Only one tab edits a project at a time, so that no edit is lost.',
    safe: 'You can look at everything here.',
    todo: 'To edit here, take over: the other tab saves what it has and becomes read-only.',
    actions: ['take-over', 'see-projects'],
    closes: null,
  };
}

function toldNews({ told }: KeepState): TroubleNotice | null {
  if (!told) return null;
  const { title, more } = told;
  return {
    id: `told ${title}`,
    kind: 'warning',
    title,
    happened: more,
    safe: '',
    todo: '',
    actions: [],
    closes: 'told',
  };
}

function savedBefore({ savedAt }: KeepState): string {
  return savedAt
    ? `What was saved ${momentWords(savedAt)} is still there.`
    : 'Nothing saved before is touched.';
}
