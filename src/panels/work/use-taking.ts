import { useEffect, useRef, useState } from 'react';
import type { AppContext } from '../../actions/app-context.ts';
import type { JobOptions } from '../../workers/compute-client.ts';
import { useApp } from '../app-provider.tsx';

/** A file that is being taken, as the progress bar has it. */
export interface Taking {
  readonly what: string;
  readonly fraction: number | null;
  readonly onCancel: () => void;
}

/**
 * Takes files one at a time: how far it is, a way to stop it, and what became of the last. What is shown of one is no part
 * of what is shown of the next. A panel that closes stops what it was taking.
 */
export function useTaking<Outcome>(
  take: (context: AppContext, file: File, options: JobOptions) => Promise<Outcome>,
) {
  const context = useApp();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [taking, setTaking] = useState<Taking | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const begin = ([file]: readonly File[]): void => {
    if (!file || abort.current) return;
    const mine = new AbortController();
    abort.current = mine;
    const onCancel = (): void => mine.abort();
    setOutcome(null);
    setTaking({ what: `Reading ${file.name}`, fraction: null, onCancel });
    const onStep = (step: Pick<Taking, 'what' | 'fraction'>): void => setTaking({ ...step, onCancel });
    void take(context, file, { onStep, signal: mine.signal }).then((became) => {
      abort.current = null;
      setTaking(null);
      setOutcome(became);
    });
  };
  return { outcome, setOutcome, taking, begin };
}
