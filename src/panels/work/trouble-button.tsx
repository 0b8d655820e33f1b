import { useState } from 'react';
import type { AppContext } from '../../actions/app-context.ts';
import { downloadDamaged, takeOver } from '../../actions/kept-projects.ts';
import { trySavingAgain } from '../../actions/mend-store.ts';
import { saveToFile } from '../../actions/save-to-file.ts';
import { goTo } from '../../actions/set-view.ts';
import { takeFiles } from '../../actions/take-files.ts';
import { ACTION_WORDS } from '../../stores/derived/action-words.ts';
import { failureWords } from '../../stores/derived/failure-words.ts';
import { fileOutcomeWords } from '../../stores/derived/file-outcome-words.ts';
import type { TroubleAction } from '../../stores/derived/trouble-notice.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useApp } from '../app-provider.tsx';
import { onceThere } from '../once-there.ts';
import { pickFiles } from './pick-files.ts';
import { StartAfreshButton } from './start-afresh-button.tsx';

/** What can be done about a trouble, as a button that says when it is at it, and what became of it where that does not show. */
export function TroubleButton({
  action,
  isFirst,
}: {
  readonly action: TroubleAction;
  readonly isFirst: boolean;
}) {
  const context = useApp();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  if (action === 'start-afresh') return <StartAfreshButton />;
  const press = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setSaid('');
    try {
      const words = await DOES[action](context);
      setSaid(typeof words === 'string' ? words : '');
    } catch (error) {
      setSaid(failureWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        kind={isFirst ? 'main' : 'plain'}
        icon={ICONS[action]}
        aria-disabled={isBusy || undefined}
        onClick={() => void press()}
      >
        {isBusy ? `${ACTION_WORDS[action]} …` : ACTION_WORDS[action]}
      </Button>
      {said ? (
        <span className="keep-notice-said anywhere" role="status">
          {said}
        </span>
      ) : null}
    </>
  );
}

const ICONS: Partial<Record<TroubleAction, IconName>> = {
  'save-file': 'download',
  'download-damaged': 'download',
  'open-file': 'upload',
  'choose-files': 'upload',
};

/** Settles once it is done; a text is what there is to say of it. */
type Doing = (context: AppContext) => unknown;

const DOES: Record<Exclude<TroubleAction, 'start-afresh'>, Doing> = {
  'save-file': async (context) => {
    const outcome = await saveToFile(context, { leaveOutConfidential: false, choosePlace: false });
    const { title, more } = fileOutcomeWords(outcome);
    return outcome.state === 'saved' ? `${title}.` : `${title}. ${more}`;
  },
  'open-file': (context) => pickFiles({ accept: '.notspot' }, (files) => void takeFiles(context, files)),
  'choose-files': (context) => pickFiles({ multiple: true }, (files) => void takeFiles(context, files)),
  'try-again': trySavingAgain,
  'make-room': (context) => showSection(context, 'work-projects'),
  'see-projects': (context) => showSection(context, 'work-projects'),
  'see-copies': (context) => showSection(context, 'work-copies'),
  reload: () => location.reload(),
  'take-over': takeOver,
  'download-damaged': (context) => {
    const { refused } = context.keep.getState();
    return refused ? downloadDamaged(context, refused.id) : undefined;
  },
};

/** Goes to a section of the page “Your work”, by its id. */
function showSection(context: AppContext, id: string): void {
  goTo(context, 'work');
  // On a narrow screen the panel may be hidden.
  document.getElementById('show-panel')?.click();
  onceThere(id, (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  });
}
