import { useEffect } from 'react';
import { askSides, setSides } from '../../actions/compare-sides.ts';
import type { BothCounts } from '../../stores/derived/before-after-text.ts';
import type { SidesView } from '../../stores/derived/sides-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { ChangesByUse } from './changes-by-use.tsx';
import { LargestChanges } from './largest-changes.tsx';
import { SidesExport } from './sides-export.tsx';
import { SidesForm } from './sides-form.tsx';
import { SidesHeadline } from './sides-headline.tsx';
import { SidesKey } from './sides-key.tsx';
import { useSides } from './use-sides.ts';
import './before-after.css';

/** Topic 'before-after': which two counts are compared, what differs, where, and how it is shown. */
export function BeforeAfterPanel() {
  const context = useApp();
  const { status, step, problem, cancel, version, text, view, fault, shown, isNow } = useSides();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or other sides are another question.
  useEffect(() => void askSides(context), [context, version, text]);
  const set = (next: SidesView): void => setSides(context, next);
  const counts = shown?.counts ?? null;
  return (
    <>
      <div aria-busy={status === 'working'}>
        {shown ? (
          <SidesHeadline counts={shown.counts} view={{ ...view, sides: shown.sides }} isNow={isNow} />
        ) : null}
        {status === 'working' ? <Working counts={counts} step={step} cancel={cancel} /> : null}
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
      {counts ? (
        <div className={isNow ? undefined : 'sides-earlier'} aria-busy={!isNow}>
          <LargestChanges counts={counts} />
          <SidesKey counts={counts} look={view.look} />
          <ChangesByUse counts={counts} />
          <SidesExport />
        </div>
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
