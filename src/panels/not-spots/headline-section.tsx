import { lazy, Suspense, useState } from 'react';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { countText } from '../../stores/derived/count-text.ts';
import { headlineOf } from '../../stores/derived/headline-of.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';
import { QualityLine } from '../data/quality-line.tsx';
import { ExplainedNumber } from '../explained-number.tsx';
import { NotSpotsBar } from '../not-spots-bar.tsx';

// Fetched when it is opened.
const HeadlineExplanation = lazy(async () => {
  const { HeadlineExplanation } = await import('../explain/headline-explanation.tsx');
  return { default: HeadlineExplanation };
});

/** The headline: the number, what it is out of, what it means, and everything behind it. */
export function HeadlineSection({ analysis }: { readonly analysis: Analysis }) {
  const project = useProject((state) => state.project);
  const recounting = useAnalysis((state) => state.status === 'working');
  const { number, rest, notKnown, figure } = headlineOf(analysis, project);
  const context = useApp();
  const [isOpen, setOpen] = useState(false);
  // A link would change the address, which carries the view.
  const goToTable = (): void => {
    context.view.setState({ tableOpen: true });
    requestAnimationFrame(() => {
      const table = document.getElementById('ward-table');
      table?.scrollIntoView({ block: 'start' });
      table?.focus({ preventScroll: true });
    });
  };
  const { value, denominator } = figure;
  const { shares } = countText({ ...value, notKnown: figure.notKnown }, denominator ?? 0, analysis.unit);
  return (
    <section className="headline" aria-labelledby="headline-text" aria-busy={recounting}>
      <p className="headline-text" id="headline-text">
        <strong className="headline-number">
          <ExplainedNumber asks={NOT_SPOTS} place="total">
            {number}
          </ExplainedNumber>
        </strong>{' '}
        <span className="headline-rest">{rest}</span>
      </p>
      <NotSpotsBar shares={shares} />
      {notKnown ? <p className="headline-note">{notKnown}</p> : null}
      <QualityLine />
      <button type="button" className="link to-table" onClick={goToTable}>
        Ward table
      </button>
      <Disclosure
        summary="How this is counted"
        className="headline-explain"
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        {isOpen ? (
          <Suspense fallback={<p className="soft">Opening the explanation …</p>}>
            <HeadlineExplanation />
          </Suspense>
        ) : null}
      </Disclosure>
    </section>
  );
}

const NOT_SPOTS = { kind: 'not-spots' } as const;
