import { useRef, useState } from 'react';
import { canChoosePlace, saveToFile } from '../../actions/save-to-file.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { type FileOutcome, fileOutcomeWords } from '../../stores/derived/file-outcome-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';

/** Saves all of the work to a file, with progress and a way to stop it, and says what became of it. */
export function SaveFile() {
  const context = useApp();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const [running, setRunning] = useState<{ readonly abort: AbortController; readonly step: WorkStep } | null>(
    null,
  );
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const held = useProject(
    ({ project }) =>
      [...project.datasets, ...project.layers].filter(({ confidential }) => confidential).length,
  );
  const save = async (choosePlace: boolean): Promise<void> => {
    if (running) return;
    const abort = new AbortController();
    const onStep = (step: WorkStep): void => setRunning({ abort, step });
    onStep({ what: 'Writing the file', fraction: 0 });
    setOutcome(null);
    const { signal } = abort;
    setOutcome(await saveToFile(context, { leaveOutConfidential: false, choosePlace, onStep, signal }));
    setRunning(null);
  };
  const words = outcome ? fileOutcomeWords(outcome) : null;
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      {running ? (
        <ProgressBar {...running.step} onCancel={() => running.abort.abort()} />
      ) : (
        <div className="row">
          <Button kind="main" icon="download" onClick={() => void save(false)}>
            Save to a file
          </Button>
          {canChoosePlace() ? <Button onClick={() => void save(true)}>Choose where to save …</Button> : null}
        </div>
      )}
      {words ? (
        <Notice kind={words.kind} title={words.title} onDismiss={() => setOutcome(null)}>
          <p>{words.more}</p>
        </Notice>
      ) : null}
      {held > 0 ? (
        <p className="small soft">
          The file holds everything, what is marked confidential too: it is for yourself. To hand work to
          others, use Share.
        </p>
      ) : null}
    </div>
  );
}
