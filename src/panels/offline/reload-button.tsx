import { type ReactNode, useState } from 'react';
import { reloadApp } from '../../actions/reload-app.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';

export interface ReloadButtonProps {
  readonly children: ReactNode;
  /** A part of the app did not arrive whole: all are fetched anew. */
  readonly isRepair?: boolean;
}

/** Saves what is not saved yet and reloads; where that cannot be saved it says so and leaves the choice. */
export function ReloadButton({ children, isRepair }: ReloadButtonProps) {
  const context = useApp();
  const [state, setState] = useState<'ready' | 'reloading' | 'not-saved'>('ready');
  const reload = async (isForced: boolean): Promise<void> => {
    setState('reloading');
    if (!(await reloadApp(context, { isForced, isRepair }))) return setState('not-saved');
    // The browser may have asked whether to leave, and been told to stay.
    setTimeout(() => setState('ready'), STAYED_MILLISECONDS);
  };
  if (state === 'not-saved') {
    return (
      <>
        <p role="alert">
          What you did here could not be saved in this browser, so nothing was reloaded. Save it to a file
          first.
        </p>
        <Button onClick={() => void reload(true)}>Reload and lose it</Button>
      </>
    );
  }
  return (
    <Button aria-disabled={state === 'reloading'} onClick={() => void reload(false)}>
      {state === 'reloading' ? 'Saving and reloading …' : children}
    </Button>
  );
}

/** A page that is still there so long after a reload was asked for was not left. */
const STAYED_MILLISECONDS = 2000;
