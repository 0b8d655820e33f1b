import { capitalised } from '../../domain/capitalised.ts';
import type { KeepState } from '../keep-store.ts';
import type { TroubleContext, TroubleNotice } from './trouble-notice.ts';
import { unsavedChanges } from './unsaved-changes.ts';

/** Why nothing is kept while the store is off; null where that was the person's own choice. */
export function storeTrouble(state: KeepState, { refusals }: TroubleContext): TroubleNotice | null {
  const memoryOnly = 'You can work here: what you do is held in memory until you close this tab.';
  switch (state.trouble) {
    case 'unreadable':
      return {
        id: 'unreadable',
        kind: 'problem',
        title: 'Your saved work could not be read',
        happened: 'The browser’s store of this app is damaged on this computer.',
        safe: `Nothing of it has been deleted. ${memoryOnly}`,
        todo: state.copies?.length
          ? `Try again, or open ${state.copies.length === 1 ? 'the project' : `one of the ${state.copies.length} projects`} found in a second copy. Starting afresh deletes what is damaged.`
          : 'Try again, or open a file of yours. Starting afresh deletes what is damaged.',
        actions: state.copies?.length
          ? ['try-again', 'see-copies', 'open-file', 'start-afresh']
          : ['try-again', 'open-file', 'start-afresh'],
        closes: null,
      };
    case 'silent':
      return {
        id: 'silent',
        kind: 'problem',
        title: 'Your saved work has not answered yet',
        happened:
          'The browser’s store of this app neither opens nor says why. The disk may be busy, or another tab may still be changing it.',
        safe: `Your saved work is as it was. ${memoryOnly}`,
        todo: 'Close other Notspot tabs, wait a moment and try again.',
        actions: ['try-again', 'save-file'],
        closes: null,
      };
    case 'newer':
      return {
        id: 'newer-store',
        kind: 'problem',
        title: 'Your saved work was made with a newer version of Notspot',
        happened: 'This tab runs an older version, which must not change it.',
        safe: `Your saved work stays as it is. ${memoryOnly}`,
        todo: 'Reload this tab to get the newer version.',
        actions: ['reload', 'save-file'],
        closes: null,
      };
    case 'blocked':
      return {
        id: 'blocked',
        kind: 'problem',
        title: 'Another tab with an older Notspot holds your saved work',
        happened: 'This version cannot bring it up to date while the other tab is open.',
        safe: `Your saved work is as it was. ${memoryOnly}`,
        todo: 'Close or reload the other Notspot tabs, then try again.',
        actions: ['try-again', 'save-file'],
        closes: null,
      };
    case 'overtaken':
      return {
        id: 'overtaken',
        kind: 'problem',
        title:
          refusals > 0
            ? 'That change was not made: a new version of Notspot needs this tab to reload'
            : 'A new version of Notspot needs this tab to reload',
        happened: 'Another tab runs a newer version and has brought the browser’s store up to date.',
        safe:
          state.waiting > 0
            ? `${capitalised(unsavedChanges(state.waiting))} could not be saved before that.`
            : 'Everything you changed here was saved before that.',
        todo: state.waiting > 0 ? 'Save to a file, then reload this tab.' : 'Reload this tab to go on.',
        actions: state.waiting > 0 ? ['save-file', 'reload'] : ['reload'],
        closes: null,
      };
    case 'closed':
      return {
        id: 'closed',
        kind: 'problem',
        title: 'The browser closed its store: nothing new is being saved',
        happened:
          'This happens when the browser’s data is cleared or its disk fails. What was saved before may be gone.',
        safe: 'What you see here works on, and can be changed and downloaded.',
        todo: 'Try again. If it goes on, save to a file before you close this tab.',
        actions: ['try-again', 'save-file'],
        closes: null,
      };
    case 'unavailable':
      return {
        id: 'unavailable',
        kind: 'warning',
        title: 'This browser does not let Notspot save your work',
        happened: 'It has no store for this page. Some private windows and settings forbid it.',
        safe: memoryOnly,
        todo: 'Save to a file before you close this tab, or use an ordinary window.',
        actions: ['save-file', 'try-again'],
        closes: 'itself',
      };
    case 'insecure':
      return {
        id: 'insecure',
        kind: 'warning',
        title: 'Nothing is saved here: this page was not opened securely',
        happened:
          'On an address that begins with http:// browsers cannot check what they keep. Saving to a file needs that too.',
        safe: `${memoryOnly} Tables and reports can be downloaded; their fingerprints are left empty.`,
        todo: 'Open Notspot by an address that begins with https, or on this computer by the name localhost.',
        actions: [],
        closes: 'itself',
      };
    case 'deleted':
      return {
        id: 'deleted',
        kind: 'problem',
        title: 'All data of this app is being deleted from another tab',
        happened: 'In another tab somebody chose to delete everything that Notspot holds in this browser.',
        safe: 'This tab has stopped saving, so that nothing is written back.',
        todo: 'It opens anew by itself when the deletion is done.',
        actions: ['reload'],
        closes: null,
      };
    case 'not-deleted':
      return {
        id: 'not-deleted',
        kind: 'problem',
        title: 'Not everything could be deleted',
        happened: `You chose to delete everything. Still in this browser: ${state.problem ?? 'some of it'}.`,
        safe: 'This tab has stopped saving, so that nothing is written back.',
        todo: 'Close the other tabs of this app, reload this one and delete again. Or clear this site’s data in the browser’s settings.',
        actions: ['reload'],
        closes: null,
      };
    default:
      // Keeping nothing and deleting were the person's own choice: the bar and the page say so, no notice.
      return null;
  }
}
