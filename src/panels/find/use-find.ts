import { useEffect, useState } from 'react';
import { findInProject } from '../../actions/find-in-project.ts';
import type { FindAnswer } from '../../domain/find/find-result.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { useApp, useProject } from '../app-provider.tsx';

/** A search while it is typed. */
export interface Search {
  readonly query: string;
  setQuery(query: string): void;
  /** The answer to the present query; undefined until it is there. null: nothing to look through. */
  readonly answer: FindAnswer | null | undefined;
  /** What is being done, where it takes long. */
  readonly step: WorkStep | null;
  /** Why there is no answer; '' where nothing failed. */
  readonly failed: string;
  /** Makes ready for the first search. */
  warm(): void;
}

/** Asks the worker for each text typed; an answer that a newer text has overtaken is never shown. */
export function useFind(): Search {
  const context = useApp();
  const datasets = useProject((state) => state.project.datasets);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ query: string; answer: FindAnswer | null } | null>(null);
  const [step, setStep] = useState<WorkStep | null>(null);
  const [failed, setFailed] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other files may answer otherwise.
  useEffect(() => {
    setFailed('');
    if (query.trim() === '') {
      setFound(null);
      return;
    }
    const abort = new AbortController();
    const began = performance.now();
    const onStep = (now: WorkStep): void => {
      if (!abort.signal.aborted && performance.now() - began > PATIENCE_MILLISECONDS) setStep(now);
    };
    const timer = setTimeout(() => {
      findInProject(context, query, { signal: abort.signal, onStep }).then((outcome) => {
        if (abort.signal.aborted) return;
        setStep(null);
        if (outcome.state === 'done') setFound({ query, answer: outcome.value });
        else if (outcome.state === 'failed') setFailed(outcome.message);
      });
    }, QUIET_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
      setStep(null);
    };
  }, [context, query, datasets]);
  return {
    query,
    setQuery,
    answer: found?.query === query ? found.answer : undefined,
    step,
    failed,
    warm: () => void findInProject(context, '', {}),
  };
}

/** A pause in typing that is worth a search. */
const QUIET_MILLISECONDS = 60;

/** What takes no longer shows no progress. */
const PATIENCE_MILLISECONDS = 300;
