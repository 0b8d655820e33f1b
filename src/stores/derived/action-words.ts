import type { TroubleAction } from './trouble-notice.ts';

/** What the buttons of a notice say. */
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
