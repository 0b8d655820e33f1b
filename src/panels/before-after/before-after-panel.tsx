import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { askSides, setSides } from '../../actions/compare-sides.ts';
import type { BothCounts } from '../../stores/derived/before-after-text.ts';
import { readSides, type SidesView } from '../../stores/derived/sides-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { ChangesByUse } from './changes-by-use.tsx';
import { LargestChanges } from './largest-changes.tsx';
import { SidesExport } from './sides-export.tsx';
import { SidesForm } from './sides-form.tsx';
import { SidesHeadline } from './sides-headline.tsx';
import { SidesKey } from './sides-key.tsx';
import './before-after.css';

/** Topic 'before-after': which two counts are compared, what differs, where, and how it is shown. */
export function BeforeAfterPanel() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const version = useProject((state) => state.version);
  const text = useView((state) => state.sides);
  const { status, step, answer, answered, problem, cancel } = useStore(context.studies['before-after']);
  const { view, fault } = useMemo(() => readSides(text, project), [text, project]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or other sides are another question.
  useEffect(() => void askSides(context), [context, version, text]);
  const set = (next: SidesView): void => setSides(context, next);
  const shown = answered ? { ...view, sides: answered.question } : view;
  return (
    <>
      <div aria-busy={status === 'working'}>
        {answer ? <SidesHeadline counts={answer} view={shown} /> : null}
        {status === 'working' ? <Working counts={answer} step={step} cancel={cancel} /> : null}
        {status === 'failed' ? (
          <div className="panel-section">
            <Notice kind="problem" title="These two cannot be compared">
              <p className="anywhere">{problem}</p>
            </Notice>
          </div>
        ) : null}
        {status === 'cancelled' ? (
          <div className="panel-section">
            <Notice title="Comparing was cancelled">
              <button type="button" className="link" onClick={() => void askSides(context)}>
                Compare again
              </button>
            </Notice>
          </div>
        ) : null}
      </div>
      {fault ? (
        <div className="panel-section">
          <Notice kind="warning" title={fault} onDismiss={() => set(view)} />
        </div>
      ) : null}
      <SidesForm view={view} onChange={set} />
      {answer ? (
        <>
          <LargestChanges counts={answer} />
          <SidesKey counts={answer} look={view.look} />
          <ChangesByUse counts={answer} />
          <SidesExport />
        </>
      ) : null}
    </>
  );
}

interface WorkingProps {
  readonly counts: BothCounts | null;
  readonly step: { readonly what: string; readonly fraction: number } | null;
  readonly cancel: (() => void) | null;
}

/** The first comparison has a place kept for it; later ones leave the last on show. */
function Working({ counts, step, cancel }: WorkingProps) {
  return (
    <section className="headline headline-waiting" aria-label="Comparing">
      {counts ? null : (
        <>
          <div className="skeleton skeleton-number" />
          <div className="skeleton skeleton-line" />
        </>
      )}
      <ProgressBar
        what={step?.what ?? 'Counting both sides'}
        fraction={step?.fraction ?? null}
        onCancel={cancel ?? undefined}
      />
    </section>
  );
}
