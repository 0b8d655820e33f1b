import { useStore } from 'zustand';
import { askCrossover } from '../../../actions/ask-crossover.ts';
import { shownCrossover } from '../../../actions/shown-crossover.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { crossoverText } from '../../../stores/derived/crossover-text.ts';
import { SURENESS_LOOKS, SURENESSES } from '../../../stores/derived/plan-looks.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';
import { PlanRunState } from '../duel/plan-run-state.tsx';
import { usePlanRun } from '../duel/use-plan-run.ts';
import { ChoosePlan } from '../plan-maps/choose-plan.tsx';
import { NeedsDesigns } from '../plan-maps/needs-designs.tsx';
import { StudyState } from '../plan-maps/study-state.tsx';
import { StandingOf, StandingTitle } from '../standing-title.tsx';
import './cheapest.css';

/** Topic 'cheapest': each premises of the open plan by its cheapest technology, and how surely. */
export function CheapestPanel() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const planId = useView(({ interventions }) => interventions.planId);
  const study = useStore(context.studies.crossover);
  const plan = project.plans.find(({ id }) => id === planId) ?? null;
  const shown = plan && shownCrossover(context, plan);
  const isStale = plan !== null && isPlanStale(plan, project);
  const text = shown ? crossoverText(shown.crossover) : null;
  return (
    <>
      <section className="headline" aria-labelledby="cheapest-title" aria-busy={study.status === 'working'}>
        <h2 id="cheapest-title" className={shown ? undefined : 'missing-title'}>
          The cheapest for each premises
        </h2>
        {shown && text ? (
          <div className={shown.isEarlier ? 'dig-result dig-earlier' : 'dig-result'}>
            {shown.isEarlier ? (
              <p className="earlier-line">
                <Badge>{isStale ? 'out of date' : 'earlier'}</Badge> This is of the plan as it was before the
                last change.
              </p>
            ) : null}
            <p>
              <span className="headline-number" data-kind={text.most}>
                {text.number}
              </span>{' '}
              {text.rest}
            </p>
            <ul className="cheapest-totals">
              {text.totals.map(({ name, look, number, how }) => (
                <li key={name}>
                  <LookSwatch look={look} />
                  <span>
                    <strong>{look.label}</strong>: <span className="number-wrap">{number}</span>
                    {how ? <span className="small soft cheapest-how">{how}</span> : null}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p>
            Rooftop radio and dig compared premises by premises: each pays its share of what it uses, over the
            whole term. Costs are varied together within their ranges to see how sure the answer is.
          </p>
        )}
        {plan?.designs && isStale ? (
          <RunPlanAgain plan={plan} />
        ) : plan?.designs ? (
          <StudyState
            {...study}
            label="Finding the cheapest"
            verb="Find the cheapest for each"
            answer={shown === null ? 'none' : shown.isEarlier ? 'earlier' : 'now'}
            onRun={() => void askCrossover(context)}
          />
        ) : null}
      </section>
      <section className="panel-section stack" aria-label="Of which plan">
        <ChoosePlan why="The cheapest is found for the premises of a plan." />
        {plan && !plan.designs ? <NeedsDesigns plans={[plan]} /> : null}
      </section>
      {text ? (
        <StandingOf value={!shown?.isEarlier ? 'now' : isStale ? 'out of date' : 'earlier'}>
          <section className="panel-section" aria-labelledby="sureness-title">
            <StandingTitle id="sureness-title">How sure it is</StandingTitle>
            <p>{text.method}</p>
            <ul className="cheapest-totals">
              {SURENESSES.map((sureness) => (
                <li key={sureness}>
                  <LookSwatch
                    look={{ outline: DISC, token: '--ink-soft', sign: SURENESS_LOOKS[sureness].sign }}
                    scale={SURENESS_LOOKS[sureness].size}
                    opacity={SURENESS_LOOKS[sureness].opacity}
                  />
                  <span>{SURENESS_LOOKS[sureness].label}</span>
                </li>
              ))}
            </ul>
            <p className="small soft">On the map, size and sign say how sure; shape and colour say what.</p>
          </section>
          {text.notes.length > 0 ? (
            <section className="panel-section" aria-labelledby="cheapest-notes">
              <StandingTitle id="cheapest-notes">What it rests on</StandingTitle>
              <ul className="notes">
                {text.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </section>
          ) : null}
        </StandingOf>
      ) : null}
    </>
  );
}

/** Why the plan is out of date and the way to run it again, with its progress; the cheapest is found when it is asked for then. */
function RunPlanAgain({ plan }: { readonly plan: Plan }) {
  return <PlanRunState plan={plan} run={usePlanRun(plan)} />;
}

const DISC = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z';
