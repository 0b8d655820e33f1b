import { useRef, useState } from 'react';
import { saveToFile } from '../../actions/save-to-file.ts';
import type { FileOutcome } from '../../stores/derived/file-outcome-words.ts';
import { sharedFileWords } from '../../stores/derived/share-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar, type ProgressBarProps } from '../../ui/progress-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { LeavingList } from './leaving-list.tsx';
import { useShareOffer } from './use-share-offer.ts';

/** A file that holds the work with all its rows, without what is confidential. */
export function FileWay() {
  const context = useApp();
  const { offer, problem } = useShareOffer({ way: 'file', withRows: true });
  const [step, setStep] = useState<Pick<ProgressBarProps, 'what' | 'fraction'> | null>(null);
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const abort = useRef<AbortController | null>(null);
  const save = async (): Promise<void> => {
    if (step) return;
    abort.current = new AbortController();
    setOutcome(null);
    setStep({ what: 'Writing the file', fraction: null });
    const options = { leaveOutConfidential: true, choosePlace: false, onStep: setStep };
    setOutcome(await saveToFile(context, { ...options, signal: abort.current.signal }));
    setStep(null);
  };
  return (
    <>
      <p>
        A .notspot file holds the work with all its rows. Whoever gets it drops it on Notspot and sees the
        same numbers. You send it yourself: it goes nowhere else.
      </p>
      <div className="row">
        <Button
          kind="main"
          icon="download"
          aria-disabled={step !== null || undefined}
          onClick={() => void save()}
        >
          Save a file for others
        </Button>
      </div>
      {step ? <ProgressBar {...step} onCancel={() => abort.current?.abort()} /> : null}
      <div role="status">
        {outcome && outcome.state !== 'failed' ? <p>{sharedFileWords(outcome)}</p> : null}
      </div>
      {outcome?.state === 'failed' ? <Notice kind="problem" title={outcome.problem} /> : null}
      {problem ? <Notice kind="problem" title={problem} /> : null}
      {offer ? <LeavingList offer={offer} way="file" /> : null}
    </>
  );
}
