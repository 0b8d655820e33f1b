import { lazy, Suspense, useState } from 'react';
import { openPlan } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planHeadline } from '../../../stores/derived/plan-headline.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useView } from '../../app-provider.tsx';
import { DigPickingNotice } from '../dig-picking-notice.tsx';
import { StandingOf } from '../standing-title.tsx';
import { useAskedGround } from '../use-asked-ground.ts';
import { useOpenedWork } from '../use-opened-work.ts';
import { BreakEvenSection } from './break-even-section.tsx';
import { ChooseBuilt } from './choose-built.tsx';
import { CloserSection } from './closer-section.tsx';
import { ASKED_FORM } from './design-refused.tsx';
import { DuelCards } from './duel-cards.tsx';
import { PlanFoot } from './plan-foot.tsx';
import { PlanHeadlineView } from './plan-headline-view.tsx';
import { PlanQuestionForm } from './plan-question-form.tsx';
import { PlanRunState } from './plan-run-state.tsx';
import { PrintedPlan } from './printed-plan.tsx';
import { usePlanRun } from './use-plan-run.ts';
import { WaysOn } from './ways-on.tsx';
import { WhyThis } from './why-this.tsx';

const PlanHandOver = lazy(async () => {
  const { PlanHandOver: HandOver } = await import('../hand-over/plan-hand-over.tsx');
  return { default: HandOver };
});

/** One plan's own view: the number, the cards, why, what is to be built, and what is asked. Escape or the button leads back. */
export function PlanPanel({ plan }: { readonly plan: Plan }) {
  const { id, name, chosen } = plan;
  const picking = useView(({ interventions }) => interventions.picking);
  const run = usePlanRun(plan);
  const [isNew] = useState(plan.designs === null && run.status === 'idle');
  const ground = useAskedGround(plan.question.selection, plan.question.onlyNotSpots);
  const { place, title, goBack } = useOpenedWork({ named: 'plan', id }, openPlan, picking !== null);
  const { designs, judged, isStale } = run;
  const evaluation = judged?.evaluation ?? null;
  const isEarlier = (designs?.isEarlier ?? false) || (judged?.isEarlier ?? false);
  const standing = isEarlier ? 'earlier' : isStale ? 'out of date' : 'now';
  const runState = <PlanRunState plan={plan} run={run} />;
  const headline = evaluation && planHeadline(evaluation, chosen);
  return (
    <article className="ward-view interventions-place" aria-labelledby="plan-title" ref={place} tabIndex={-1}>
      <Button kind="quiet" icon="back" className="ward-back" onClick={goBack}>
        Back to all plans
      </Button>
      <header className="headline">
        <h2 id="plan-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {name} {evaluation && standing !== 'now' ? <Badge>{standing}</Badge> : null}
        </h2>
        {/* It stands before there are words, so that they are read out when they come. */}
        <p className="unseen" role="status">
          {headline && standing !== 'earlier'
            ? `${standing === 'now' ? '' : 'Out of date: '}${headline.number} ${headline.rest}. ${headline.others.join(' ')}`
            : ''}
        </p>
        {/* What is out of date says so before its numbers. */}
        {isStale ? runState : null}
        {evaluation ? <PlanHeadlineView evaluation={evaluation} chosen={chosen} standing={standing} /> : null}
        {isStale ? null : runState}
      </header>
      {picking && picking.kind !== 'corner' ? (
        <div className="picking">
          <DigPickingNotice />
        </div>
      ) : null}
      {evaluation && designs ? (
        <StandingOf value={standing}>
          <div className={standing === 'now' ? undefined : 'duel-earlier'}>
            <PrintedPlan plan={plan} designs={designs.designs} ground={ground} standing={standing} />
            <DuelCards evaluation={evaluation} />
            <WhyThis sentences={evaluation.sentences} />
            <ChooseBuilt plan={plan} evaluation={evaluation} />
            <WaysOn plan={plan} evaluation={evaluation} />
            <BreakEvenSection input={evaluation.breakEven} unit={evaluation.unit} />
            <CloserSection plan={plan} designs={designs.designs} evaluation={evaluation} />
          </div>
        </StandingOf>
      ) : null}
      <section className="panel-section screen-only" aria-labelledby="plan-asked">
        <h2 id="plan-asked">What is asked</h2>
        {/* Before the first run it is what there is to do; fibre may have to come from somewhere no file tells. */}
        <Disclosure
          summary={designs ? 'Change what is asked' : 'Say more before it is designed'}
          id={ASKED_FORM}
          open={isNew}
        >
          <PlanQuestionForm plan={plan} ground={ground} />
        </Disclosure>
      </section>
      {designs ? (
        <Suspense fallback={null}>
          <PlanHandOver plan={plan} />
        </Suspense>
      ) : null}
      <PlanFoot plan={plan} />
    </article>
  );
}
