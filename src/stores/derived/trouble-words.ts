import type { KeepState } from '../keep-store.ts';
import { numberOf } from './count-text.ts';
import { fileNews } from './file-news.ts';
import { dayWords, momentWords } from './moment-words.ts';

/** What can be done about a trouble; the notice makes a button of each. */
export type TroubleAction =
  | 'save-file'
  | 'open-file'
  | 'try-again'
  | 'make-room'
  | 'reload'
  | 'take-over'
  | 'see-copies'
  | 'start-afresh'
  | 'download-damaged'
  | 'see-projects'
  | 'choose-files';

/** A message about the kept work: what happened, what is safe, what to do. */
export interface TroubleNotice {
  /** Same as long as it is the same trouble. */
  readonly id: string;
  /** 'problem' is read out at once; 'done' and 'info' wait their turn. */
  readonly kind: 'problem' | 'warning' | 'info' | 'done';
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  readonly actions: readonly TroubleAction[];
  /** What closing it lets go of; 'itself': it alone, until the page is loaded anew; null: it stays while it is true. */
  readonly closes: 'welcome' | 'refused' | 'link' | 'told' | 'itself' | null;
}

export const ACTION_WORDS: Record<TroubleAction, string> = {
  'save-file': 'Save to a file',
  'open-file': 'Open a Notspot file',
  'try-again': 'Try again',
  'make-room': 'See what can be deleted',
  reload: 'Reload this tab',
  'take-over': 'Take over here',
  'see-copies': 'See the second copies',
  'start-afresh': 'Start afresh',
  'download-damaged': 'Download the damaged data',
  'see-projects': 'See your projects',
  'choose-files': 'Choose the files',
};

/** What else the notices look at. */
export interface TroubleContext {
  /** Edits refused since the work on show is for reading only. */
  readonly refusals: number;
}

/** Every message that stands now: first what stops saving, then a project that would not open, then what is told once. */
export function troubleNotices(state: KeepState, context: TroubleContext): readonly TroubleNotice[] {
  return [
    standing(state, context),
    refusedProject(state),
    toldNews(state),
    linkNews(state),
    welcome(state),
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
    happened: `The browser gave no room for ${changes(state.waiting)}.`,
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
    happened: `The browser would not save ${changes(state.waiting)}${state.problem ? ` (${state.problem})` : ''}.`,
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

function storeTrouble(state: KeepState, { refusals }: TroubleContext): TroubleNotice | null {
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
            ? `${capital(changes(state.waiting))} could not be saved before that.`
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

function refusedProject({ refused }: KeepState): TroubleNotice | null {
  if (!refused) return null;
  const { name, id, state, why } = refused;
  if (state === 'newer')
    return {
      id: `newer ${id}`,
      kind: 'problem',
      title: `“${name}” was made with a newer version of Notspot`,
      happened: 'This tab runs an older version, which must not change it, so it was not opened.',
      safe: 'The project stays as it is, and so do your others.',
      todo: 'Reload this tab to get the newer version.',
      actions: ['reload', 'see-projects'],
      closes: 'refused',
    };
  if (state === 'whole')
    return {
      id: `not opened ${id}`,
      kind: 'problem',
      title: `“${name}” was not opened`,
      happened: `${why}${/[.!?]$/.test(why) ? '' : '.'}`,
      safe: 'It is as it was, and so is what you see here.',
      todo: '',
      actions: ['save-file', 'see-projects'],
      closes: 'refused',
    };
  return {
    id: `damaged ${id}`,
    kind: 'problem',
    title: `“${name}” could not be opened: what is saved of it is damaged`,
    happened: why,
    safe: 'Your other projects are not affected. What is damaged stays until you delete it.',
    todo: 'Open another project or a file, or download the damaged data for somebody to look at.',
    actions: ['download-damaged', 'see-projects', 'open-file'],
    closes: 'refused',
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

function linkNews({ link }: KeepState): TroubleNotice | null {
  if (!link) return null;
  if (link.kind === 'refused')
    return {
      id: `link refused ${link.why}`,
      kind: 'problem',
      title: 'The link could not be opened',
      happened: link.why,
      safe: 'Your present work is as it was.',
      todo: '',
      actions: [],
      closes: 'link',
    };
  if (link.kind === 'file-opened') return fileNews(link);
  const { name, files, withRows, missing, isPart, isSame, fictional } = link;
  return {
    id: `link ${name}`,
    kind: missing.length > 0 ? 'warning' : 'done',
    title: `A link was opened as a copy: “${name}”`,
    happened: [
      `It holds definitions, layers and settings, and ${withRows > 0 ? `the rows of ${filesOf(withRows)}` : 'no rows of data'}.`,
      missing.length === 0
        ? `Identical inputs: the data of ${files === 1 ? 'its one file' : `all ${filesOf(files)}`} was found, the same to the last value.`
        : `Needed to see the same numbers: ${missing.map(({ fileName, rows }) => `${fileName} (${numberOf(rows, 'row')})`).join(', ')}.`,
      isPart
        ? 'The sender’s own work has other files too, which were left out: their numbers may differ.'
        : isSame
          ? 'Identical project: exports carry the sender’s fingerprints.'
          : 'Parts of the sender’s project were left out, so its fingerprint is another.',
    ]
      .filter(Boolean)
      .join(' '),
    safe: 'It is a project of its own: your other projects are as they were.',
    todo:
      missing.length === 0
        ? ''
        : fictional
          ? 'The demo borough of this version of Notspot has other data, or could not be fetched.'
          : 'Drop these files here. Whoever sent you the link has them.',
    actions: missing.length > 0 ? ['choose-files', 'see-projects'] : ['see-projects'],
    closes: 'link',
  };
}

function filesOf(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function welcome({ welcome: told, copies }: KeepState): TroubleNotice | null {
  switch (told?.kind) {
    case 'restored-after-stop':
      return {
        id: 'restored',
        kind: 'done',
        title: 'Your work was restored after an unexpected stop',
        happened: 'The browser or the computer ended without closing this app.',
        safe: 'Everything that was shown as saved is here.',
        todo: '',
        actions: [],
        closes: 'welcome',
      };
    case 'updated':
      return {
        id: 'updated',
        kind: 'info',
        title: 'Your work was brought up to date',
        happened: 'It was saved by an earlier version of Notspot, and is now in the form of this one.',
        safe: 'All of it is here. The earlier form is kept beside it.',
        todo: '',
        actions: [],
        closes: 'welcome',
      };
    case 'removed-by-browser':
      return removed(told.lastKeptAt, copies?.filter(({ state }) => state === 'whole').length ?? 0);
    case 'kept-as-copy':
      return {
        id: `copy ${told.name}`,
        kind: 'warning',
        title: `Your edits are kept as a copy: “${told.name}”`,
        happened: 'Another tab changed the same project while this one was editing it.',
        safe: 'Both are there: the project as the other tab left it, and this copy with your edits.',
        todo: 'Go on in this copy, or compare the two and delete one.',
        actions: ['see-projects'],
        closes: 'welcome',
      };
    case 'contents-lost':
      return {
        id: `lost ${told.fileNames.join(' ')}`,
        kind: 'problem',
        title:
          told.fileNames.length === 1
            ? `The data of ${told.fileNames[0]} is not in this browser`
            : `The data of ${told.fileNames.length} files is not in this browser`,
        happened: `What was read from ${told.fileNames.join(', ')} is gone from here, so nothing can be counted with it.`,
        safe: 'Your definitions, layers, settings and other files are here.',
        todo: `Drop the same ${told.fileNames.length === 1 ? 'file' : 'files'} again to put the data back, or forget ${told.fileNames.length === 1 ? 'it' : 'them'} on the Data page.`,
        actions: ['choose-files', 'open-file'],
        closes: 'welcome',
      };
    case 'all-deleted':
      return {
        id: 'all-deleted',
        kind: 'done',
        title: 'All your data was deleted from this browser',
        happened: 'Projects, files and settings are gone from it. The app itself was fetched anew.',
        safe: 'Files that you saved or downloaded are where you put them.',
        todo: '',
        actions: [],
        closes: 'welcome',
      };
    case 'files-found':
      return {
        id: `found ${told.fileNames.join(' ')}`,
        kind: 'done',
        title:
          told.fileNames.length === 1
            ? `${told.fileNames[0]} is back where it was`
            : `${told.fileNames.length} files are back where they were`,
        happened:
          told.stillMissing.length > 0
            ? `Still missing: ${told.stillMissing.join(', ')}.`
            : 'Identical inputs: the data is the same, to the last value, as that with which this project was made.',
        safe: '',
        todo: '',
        actions: [],
        closes: 'welcome',
      };
    default:
      return null;
  }
}

function removed(lastKeptAt: string | null, copies: number): TroubleNotice {
  const was = lastKeptAt ? `Work was here on ${dayWords(lastKeptAt)}` : 'Work was here';
  return {
    id: 'removed',
    kind: 'warning',
    title: 'No saved work found in this browser',
    happened: `${was} and the browser removed it, or its data was cleared.`,
    safe:
      copies > 0
        ? `${copies === 1 ? 'One project is' : `${copies} projects are`} still here in a second copy.`
        : 'A file that you saved is not affected.',
    todo:
      copies > 0
        ? 'Put back what the second copies hold, or open a file of yours.'
        : 'Open your file, or start with the demo borough below.',
    actions: copies > 0 ? ['see-copies', 'open-file'] : ['open-file'],
    closes: 'welcome',
  };
}

function savedBefore({ savedAt }: KeepState): string {
  return savedAt
    ? `What was saved ${momentWords(savedAt)} is still there.`
    : 'Nothing saved before is touched.';
}

function changes(waiting: number): string {
  return waiting === 1
    ? 'your last change'
    : waiting > 1
      ? `your last ${waiting} changes`
      : 'your last changes';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
