import { useState } from 'react';
import type { AppContext } from '../../actions/app-context.ts';
import { downloadDamaged, takeOver } from '../../actions/kept-projects.ts';
import { trySavingAgain } from '../../actions/mend-store.ts';
import { goTo } from '../../actions/set-view.ts';
import { ACTION_WORDS, type TroubleAction } from '../../stores/derived/trouble-words.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useApp } from '../app-provider.tsx';
import { onceThere } from '../once-there.ts';
import { StartAfreshButton } from './start-afresh-button.tsx';

/** What can be done about a trouble, as a button that says when it is at it. */
export function TroubleButton({
  action,
  isFirst,
}: {
  readonly action: TroubleAction;
  readonly isFirst: boolean;
}) {
  const context = useApp();
  const [isBusy, setBusy] = useState(false);
  if (action === 'start-afresh') return <StartAfreshButton />;
  const press = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await DOES[action](context);
    setBusy(false);
  };
  return (
    <Button
      kind={isFirst ? 'main' : 'plain'}
      icon={ICONS[action]}
      aria-disabled={isBusy || undefined}
      onClick={() => void press()}
    >
      {isBusy ? `${ACTION_WORDS[action]} …` : ACTION_WORDS[action]}
    </Button>
  );
}

const ICONS: Partial<Record<TroubleAction, IconName>> = {
  'save-file': 'download',
  'download-damaged': 'download',
  'open-file': 'upload',
  'choose-files': 'upload',
};

const DOES: Record<Exclude<TroubleAction, 'start-afresh'>, (context: AppContext) => Promise<void> | void> = {
  'save-file': (context) => showSection(context, 'work-file'),
  'open-file': (context) => showSection(context, 'work-file'),
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
  'choose-files': (context) => goTo(context, 'data'),
};

/** Goes to a section of the page “Your work”, by its id. */
function showSection(context: AppContext, id: string): void {
  goTo(context, 'work');
  onceThere(id, (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  });
}
