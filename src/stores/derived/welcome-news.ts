import type { KeepState } from '../keep-store.ts';
import { dayWords } from './moment-words.ts';
import type { TroubleNotice } from './trouble-notice.ts';

/** What is told once about the kept work: what became of it since it was seen last; null where there is nothing. */
export function welcomeNews({ welcome: told, copies }: KeepState): TroubleNotice | null {
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
