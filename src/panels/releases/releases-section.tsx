import { useEffect, useRef, useState } from 'react';
import { clearReleaseMarks, compareReleases, showReleaseMarks } from '../../actions/compare-releases.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { ReleaseComparison } from '../../domain/releases/comparison.ts';
import { datasetLabel, pairsToCompare } from '../../stores/derived/release-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { ReleaseResult } from './release-result.tsx';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly step: WorkStep | null; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly comparison: ReleaseComparison }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** Two loaded files of one layout set against each other: what was gained, lost and changed, where. */
export function ReleasesSection() {
  const context = useApp();
  const datasets = useProject((state) => state.project.datasets);
  const pairs = pairsToCompare(datasets);
  const [chosen, setChosen] = useState('');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const cancel = useRef<(() => void) | null>(null);
  const keyOf = (pair: (typeof pairs)[number]): string =>
    JSON.stringify([pair.before.contentId, pair.after.contentId]);
  const pair = pairs.find((one) => keyOf(one) === chosen) ?? pairs[0];
  useEffect(() => () => cancel.current?.(), []);
  // What was compared may no longer be there.
  useEffect(() => {
    void datasets;
    cancel.current?.();
    setState({ kind: 'idle' });
  }, [datasets]);

  const compare = async (column?: string): Promise<void> => {
    if (!pair) return;
    cancel.current?.();
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    cancel.current = stop;
    setState({ kind: 'working', step: null, cancel: stop });
    const question = { before: pair.before.contentId, after: pair.after.contentId, column };
    const settled = await compareReleases(context, question, {
      signal: abort.signal,
      onStep: (step) => {
        if (!abort.signal.aborted) setState({ kind: 'working', step, cancel: stop });
      },
    });
    if (cancel.current !== stop) return;
    cancel.current = null;
    if (settled.state === 'done') {
      setState({ kind: 'done', comparison: settled.value });
      showReleaseMarks(context, settled.value);
    } else
      setState(
        settled.state === 'failed' ? { kind: 'failed', message: settled.message } : { kind: 'cancelled' },
      );
  };

  return (
    <section className="panel-section" aria-labelledby="releases-title">
      <h2 id="releases-title">Compare two releases</h2>
      {pairs.length === 0 ? (
        <p className="soft">
          Drop in two files of one layout, such as BDUK premises of January and of May: what was gained, lost
          and changed between them is shown here, by ward and street.
        </p>
      ) : (
        <div className="stack">
          {pairs.length > 1 ? (
            <Field label="Releases">
              {(ids) => (
                <select
                  {...ids}
                  className="control"
                  value={pair ? keyOf(pair) : ''}
                  onChange={(event) => {
                    cancel.current?.();
                    clearReleaseMarks(context);
                    setChosen(event.target.value);
                    setState({ kind: 'idle' });
                  }}
                >
                  {pairs.map((one) => (
                    <option key={keyOf(one)} value={keyOf(one)}>
                      {one.before.fileName} → {one.after.fileName}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          {pair ? (
            <p className="small anywhere">
              Earlier: {pair.before.fileName} ({datasetLabel(pair.before)}). Later: {pair.after.fileName} (
              {datasetLabel(pair.after)}).
            </p>
          ) : null}
          {state.kind === 'working' ? (
            <ProgressBar
              what={state.step?.what ?? 'Comparing'}
              fraction={state.step?.fraction ?? null}
              onCancel={state.cancel}
            />
          ) : (
            <Button kind={state.kind === 'done' ? 'plain' : 'main'} onClick={() => void compare()}>
              {state.kind === 'done' ? 'Compare again' : 'Compare these releases'}
            </Button>
          )}
          {state.kind === 'cancelled' ? <Notice title="Cancelled. Nothing was compared." /> : null}
          {state.kind === 'failed' ? (
            <Notice kind="problem" title="The releases could not be compared.">
              <p className="small anywhere">{state.message}</p>
            </Notice>
          ) : null}
          {state.kind === 'done' ? (
            <ReleaseResult comparison={state.comparison} onColumn={(column) => void compare(column)} />
          ) : null}
        </div>
      )}
    </section>
  );
}
