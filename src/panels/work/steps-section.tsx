import { useState } from 'react';
import { useStore } from 'zustand';
import { clearHistory } from '../../actions/free-memory.ts';
import { goSteps } from '../../actions/undo.ts';
import { type StepLine, stepLines } from '../../stores/derived/step-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAsked } from './use-asked.ts';

/** Steps on show until all are asked for. */
const FIRST_SHOWN = 20;

/** Every step that can be undone or redone, in words; any place of them in one press. */
export function StepsSection() {
  const context = useApp();
  const done = useProject((state) => state.done);
  const undone = useProject((state) => state.undone);
  const [isAll, setAll] = useState(false);
  const asked = useAsked();
  const isShorter = useStore(context.keep, (state) => state.isUndoShorter);
  const lines = stepLines({ done, undone });
  // The present place is always among those shown.
  const shown = isAll ? lines : lines.slice(0, Math.max(FIRST_SHOWN, undone.length + 5));
  const steps = done.length + undone.length;
  return (
    <section className="panel-section stack" id="work-steps" aria-labelledby="work-steps-title" tabIndex={-1}>
      <h3 id="work-steps-title">Undo and redo</h3>
      <p className="small soft">
        {steps === 0
          ? 'Nothing to undo or redo yet. Every change of data, layers, definitions and names becomes a step here.'
          : `${done.length} to undo, ${undone.length} to redo, the newest first. They are kept with the project. Ctrl+Z undoes, Ctrl+Shift+Z redoes.`}
      </p>
      {isShorter ? (
        <p className="small">
          Not all of them are saved: the browser has no room for the data that the earliest need, or has it no
          more. They can be undone until this tab is closed.
        </p>
      ) : null}
      {steps === 0 ? null : (
        <>
          <ol className="work-steps" aria-label="Steps">
            {shown.map((line) => (
              <StepPlace key={line.steps} line={line} onGo={() => goSteps(context, line.steps)} />
            ))}
          </ol>
          <div className="row">
            {shown.length < lines.length ? (
              <Button kind="quiet" onClick={() => setAll(true)}>
                Show all {steps} steps
              </Button>
            ) : null}
            <Button kind="quiet" onClick={asked.ask}>
              Forget the steps …
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        title="Forget the steps?"
        open={asked.open}
        verb={`Forget ${steps === 1 ? 'the step' : `all ${steps} steps`}`}
        onClose={asked.close}
        onConfirm={() =>
          asked.confirm(async () => {
            clearHistory(context);
            return null;
          })
        }
      >
        <p>
          The project stays as it is. What was done before can no longer be undone or redone, and data that
          only these steps name is let go, which makes room.
        </p>
      </ConfirmDialog>
    </section>
  );
}

function StepPlace({ line: { label, steps }, onGo }: { readonly line: StepLine; readonly onGo: () => void }) {
  const words = label ?? 'The beginning';
  const go = steps < 0 ? 'Go back to here' : 'Go on to here';
  const className = steps > 0 ? 'work-step work-step-undone' : 'work-step';
  return (
    <li className={className} aria-current={steps === 0 ? 'step' : undefined}>
      <span className="anywhere">
        {words}
        {steps > 0 ? <span className="small soft"> (undone)</span> : null}
      </span>
      {steps === 0 ? (
        <span className="work-step-here">You are here</span>
      ) : (
        <Button kind="quiet" aria-label={`${go}: ${words}`} onClick={onGo}>
          {go}
        </Button>
      )}
    </li>
  );
}
