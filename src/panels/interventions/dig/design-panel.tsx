import { lazy, Suspense } from 'react';
import { askDesign, renameDesign } from '../../../actions/edit-designs.ts';
import { openDesign } from '../../../actions/set-interventions-view.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { digBill, ratesInForce } from '../../../stores/derived/dig-bill.ts';
import { digSentence } from '../../../stores/derived/dig-headline.ts';
import { digStaleReasons } from '../../../stores/derived/dig-stale.ts';
import { digStreets } from '../../../stores/derived/dig-streets.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { DigPickingNotice } from '../dig-picking-notice.tsx';
import { useAskedGround } from '../use-asked-ground.ts';
import { useOpenedWork } from '../use-opened-work.ts';
import { AskedWho } from './asked-who.tsx';
import { DesignFoot } from './design-foot.tsx';
import { DigHeadline } from './dig-headline.tsx';
import { DigLegend } from './dig-legend.tsx';
import { DigSections } from './dig-sections.tsx';
import { PrintedDig } from './printed-dig.tsx';
import { QuestionForm } from './question-form.tsx';
import { RootsSection } from './roots-section.tsx';
import { RunState } from './run-state.tsx';
import { StreetCard } from './street-card.tsx';
import { StreetFind } from './street-find.tsx';
import { useDigRun } from './use-dig-run.ts';

const DigHandOver = lazy(async () => {
  const { DigHandOver } = await import('../hand-over/dig-hand-over.tsx');
  return { default: DigHandOver };
});

const NO_DETOURS: readonly never[] = [];

/** One design's own view: what is asked, what it comes to, and its streets. Escape or the button leads back. */
export function DesignPanel({ design }: { readonly design: DigDesign }) {
  const context = useApp();
  const { id, name, question } = design;
  const project = useProject((state) => state.project);
  const { streetId, picking } = useView(({ interventions }) => interventions);
  const run = useDigRun(design);
  const ground = useAskedGround(question.selection, question.onlyNotSpots);
  const isEscapeTaken = picking !== null || streetId !== null;
  const { place, title, goBack } = useOpenedWork({ named: 'design', id }, openDesign, isEscapeTaken);
  const result = run.shown?.result ?? null;
  const rates = ratesInForce(project);
  const bill = result && digBill(question, result, rates);
  const stale = digStaleReasons(design, project);
  const street = digStreets(question, result, bill, ground).find((one) => one.id === streetId);
  const runState = <RunState design={design} run={run} stale={stale} />;
  const asked = (
    <>
      <AskedWho question={question} ask={(label, edit) => askDesign(context, id, label, edit)} />
      <RootsSection
        of={{ asked: question, ask: ({ label, edit }) => askDesign(context, id, label, edit) }}
        ground={ground}
      />
      <QuestionForm design={design} />
    </>
  );
  return (
    <article
      className="ward-view interventions-place"
      aria-labelledby="design-title"
      ref={place}
      tabIndex={-1}
    >
      <Button kind="quiet" icon="back" className="ward-back" onClick={goBack}>
        Back to all digs
      </Button>
      <header className="headline">
        <h2 id="design-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {name}
        </h2>
        {/* It stands before there are words, so that they are read out when they come. */}
        <p className="unseen" role="status">
          {result && bill && !run.shown?.isEarlier
            ? `${stale.length > 0 ? 'Out of date: ' : ''}${digSentence(question, result, bill)}`
            : ''}
        </p>
        <StreetCard
          design={design}
          ground={ground}
          detours={run.shown && !run.shown.isEarlier ? run.shown.result.detours : NO_DETOURS}
          street={street ?? null}
        />
        {/* What is out of date says so before its numbers. */}
        {stale.length > 0 ? runState : null}
        {result && bill && run.shown ? (
          <DigHeadline
            question={question}
            result={result}
            bill={bill}
            rates={rates}
            isEarlier={run.shown.isEarlier}
            isStale={stale.length > 0}
          />
        ) : null}
        {stale.length > 0 ? null : runState}
      </header>
      {picking && picking.kind !== 'corner' ? (
        <div className="picking">
          <DigPickingNotice />
        </div>
      ) : null}
      {result && bill ? (
        <>
          <PrintedDig
            design={design}
            isEarlier={run.shown?.isEarlier ?? false}
            result={result}
            ground={ground}
          />
          <section className="panel-section screen-only" aria-labelledby="asked-title">
            <h2 id="asked-title">What is asked</h2>
            <Disclosure summary="Change what is asked">{asked}</Disclosure>
          </section>
          <StreetFind ground={ground} />
          <DigSections result={result} bill={bill} ground={ground} />
          <DigLegend result={result} />
          <Suspense>
            <DigHandOver />
          </Suspense>
        </>
      ) : (
        <>
          <section className="panel-section" aria-labelledby="asked-title">
            <h2 id="asked-title">What is asked</h2>
            {asked}
          </section>
          <StreetFind ground={ground} />
        </>
      )}
      <section className="panel-section screen-only" aria-labelledby="design-facts">
        <h2 id="design-facts">This design</h2>
        <CommittedInput
          label="Name"
          value={name}
          onCommit={(text) => {
            if (text.trim() === '') return 'A design needs a name.';
            renameDesign(context, id, text);
            return null;
          }}
        />
        <DesignFoot design={design} />
      </section>
    </article>
  );
}
