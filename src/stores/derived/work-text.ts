import type { KeepState, ProjectOfList } from '../keep-store.ts';
import { agoWords, dayWords, momentWords } from './moment-words.ts';

/** Whether the work on show is kept in this browser, as a sentence, and what follows from it. */
export function workHeadline(state: KeepState): { readonly title: string; readonly more: string } {
  const { status, trouble, savedAt, waiting, heldElsewhere } = state;
  if (status !== 'off' && heldElsewhere)
    return {
      title: 'Read-only here: another tab is editing this project',
      more: 'What the other tab saves is kept in this browser.',
    };
  switch (status) {
    case 'nothing':
      return {
        title: 'Nothing to save yet',
        more: 'The first change you make is saved in this browser within a second.',
      };
    case 'saving':
      return {
        title: 'Saving…',
        more: `${waiting === 1 ? 'One change is' : `${waiting} changes are`} on the way into this browser.`,
      };
    case 'saved':
      return {
        title: savedAt ? `Saved in this browser ${momentWords(savedAt)}` : 'Saved in this browser',
        more: 'Every change is saved within a second. Nothing is sent anywhere.',
      };
    case 'full':
    case 'failed':
      return {
        title: status === 'full' ? 'Not saved: this browser is full' : 'Not saved',
        more: `${waiting === 1 ? 'One change is' : `${waiting} changes are`} held in memory only.${
          savedAt ? ` What was saved ${momentWords(savedAt)} is still there.` : ''
        }`,
      };
    case 'off':
      return trouble === 'not-wanted'
        ? {
            title: 'Nothing is kept, as you chose',
            more: 'Your work is held in memory and is gone when you close or reload this tab.',
          }
        : {
            title: 'Not saved in this browser',
            more: 'Your work is held in memory and is gone when you close this tab, unless you save it to a file.',
          };
  }
}

/** When the work on show was last saved to a file: "3 days ago, 12 changes since". */
export function fileAgeWords(file: KeepState['file']): string {
  if (!file) return 'never';
  const { changesSince } = file;
  const since =
    changesSince === 0
      ? 'nothing changed since'
      : changesSince === 1
        ? '1 change since'
        : `${changesSince} changes since`;
  return `${agoWords(file.at)} (${momentWords(file.at)}), ${since}`;
}

/** Facts of a project in the list, one line each. */
export function projectLines({ state, why, changedAt, file }: ProjectOfList): readonly string[] {
  if (state !== 'whole') return [why];
  const fileLine = file
    ? `In a file since ${dayWords(file.at)}${file.isCurrent ? '' : ', changed since'}`
    : 'Not in a file';
  return changedAt ? [`Changed ${momentWords(changedAt)}`, fileLine] : [fileLine];
}

/** What the browser promised about keeping. */
export function promiseWords(persisted: boolean | null): string {
  if (persisted === null) return 'This browser does not say whether it may clear what it keeps for this app.';
  return persisted
    ? 'This browser promised to clear what it keeps for this app only when you ask it to.'
    : 'This browser may clear what it keeps for this app when it needs room.';
}
