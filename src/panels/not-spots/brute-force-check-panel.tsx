import { useEffect, useRef, useState } from 'react';
import { checkByBruteForce } from '../../actions/check-by-brute-force.ts';
import type { BruteForceCheck } from '../../domain/not-spots/brute-force.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { checkText } from '../../stores/derived/check-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';

type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: WorkStep | null }
  | { readonly kind: 'done'; readonly check: BruteForceCheck }
  | { readonly kind: 'stopped'; readonly message: string };

export interface BruteForceCheckPanelProps {
  /** Told what the check found; null once it holds no more. */
  readonly onDone?: (check: BruteForceCheck | null) => void;
}

/** Counts everything a second time, row by row along every edge, and says whether the two agree. */
export function BruteForceCheckPanel({ onDone }: BruteForceCheckPanelProps) {
  const context = useApp();
  const version = useProject((state) => state.version);
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a check holds for the version it checked.
  useEffect(() => {
    setState({ kind: 'idle' });
    onDone?.(null);
    return () => abort.current?.abort();
  }, [version]);

  const start = async (): Promise<void> => {
    const mine = new AbortController();
    abort.current = mine;
    setState({ kind: 'running', step: null });
    const outcome = await checkByBruteForce(context, {
      signal: mine.signal,
      onStep: (step) => {
        if (!mine.signal.aborted) setState({ kind: 'running', step });
      },
    });
    if (abort.current !== mine) return;
    if (outcome.state === 'done') {
      setState({ kind: 'done', check: outcome.value });
      onDone?.(outcome.value);
    } else
      setState({
        kind: 'stopped',
        message: outcome.state === 'failed' ? outcome.message : 'The check was cancelled.',
      });
  };

  return (
    <div className="check stack" ref={place} tabIndex={-1}>
      {state.kind === 'running' ? (
        <ProgressBar
          what={state.step?.what ?? 'Checking by brute force'}
          fraction={state.step?.fraction ?? null}
          onCancel={() => abort.current?.abort()}
        />
      ) : (
        <>
          <Button onClick={() => void start()}>Check by brute force</Button>
          <p className="small soft">
            Counts again without any index: every row against every edge of every ward and coverage area.
          </p>
        </>
      )}
      {state.kind === 'done' ? (
        <Notice
          kind={checkText(state.check).agrees ? 'done' : 'problem'}
          title={checkText(state.check).title}
        >
          <p>{checkText(state.check).details}</p>
        </Notice>
      ) : null}
      {state.kind === 'stopped' ? <Notice kind="info">{state.message}</Notice> : null}
    </div>
  );
}
