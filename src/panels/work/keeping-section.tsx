import { useState } from 'react';
import { useStore } from 'zustand';
import { askForPromise } from '../../actions/ask-to-keep.ts';
import { keepAgain, keepNothing } from '../../actions/keep-nothing.ts';
import { promiseWords } from '../../stores/derived/work-text.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAsked } from './use-asked.ts';

/** What the browser promises about keeping, and the choice that it keeps nothing. */
export function KeepingSection() {
  const isNothing = useStore(useApp().keep, ({ trouble }) => trouble === 'not-wanted');
  return (
    <section className="panel-section stack" aria-labelledby="work-keeping-title">
      <h3 id="work-keeping-title">How long this browser keeps it</h3>
      {isNothing ? null : <BrowserPromise />}
      <NothingKept />
    </section>
  );
}

function BrowserPromise() {
  const context = useApp();
  const persisted = useStore(context.keep, (state) => state.persisted);
  const [isRefused, setRefused] = useState(false);
  return (
    <>
      <p>{promiseWords(persisted)}</p>
      <div role="status">
        {isRefused && !persisted ? (
          <p>
            The browser refused to promise it; some decide so by themselves. It may clear this work without
            asking, so save it to a file too.
          </p>
        ) : null}
      </div>
      {persisted ? null : (
        <Button onClick={() => void askForPromise(context).then((given) => setRefused(!given))}>
          Ask the browser to keep it
        </Button>
      )}
    </>
  );
}

function NothingKept() {
  const context = useApp();
  const isChosen = useStore(context.keep, ({ trouble }) => trouble === 'not-wanted');
  const asked = useAsked();
  return (
    <>
      <label className="check-line">
        <input
          type="checkbox"
          checked={isChosen}
          aria-describedby="work-nothing-means"
          onChange={() => (isChosen ? void keepAgain(context) : asked.ask())}
        />
        Keep nothing after closing
      </label>
      <p className="small soft" id="work-nothing-means">
        For computers that you share: this tab then writes nothing to the browser. Your work is gone when you
        close or reload the tab, unless you save it to a file.
      </p>
      <ConfirmDialog
        title="Keep nothing after closing?"
        open={asked.open}
        verb="Keep nothing"
        isBusy={asked.isBusy}
        problem={asked.problem}
        onClose={asked.close}
        onConfirm={() => asked.confirm(() => keepNothing(context))}
      >
        <p>
          What is kept of the project on show is deleted from this browser. You can go on with it in this tab,
          and it is gone when you close or reload the tab.
        </p>
        <p>Other projects that are kept here stay, until somebody deletes them.</p>
      </ConfirmDialog>
    </>
  );
}
