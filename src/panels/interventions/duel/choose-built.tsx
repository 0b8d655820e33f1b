import { choosePlan } from '../../../actions/edit-plans.ts';
import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { BUILT_INTERVENTIONS, INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { cardLines } from '../../../stores/derived/plan-cards.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp } from '../../app-provider.tsx';
import { StandingTitle } from '../standing-title.tsx';
import { LineTable } from './duel-cards.tsx';

export interface ChooseBuiltProps {
  readonly plan: Plan;
  readonly evaluation: PlanEvaluation;
}

/** What is to be built: one design, several together, or nothing; what that comes to as one. */
export function ChooseBuilt({ plan: { id, chosen }, evaluation }: ChooseBuiltProps) {
  const context = useApp();
  const refusedOf = new Map(evaluation.interventions.map(({ kind, refused }) => [kind, refused]));
  return (
    <section className="panel-section" aria-labelledby="duel-choose">
      <fieldset className="dig-part duel-built">
        <legend>
          <StandingTitle id="duel-choose">What is to be built</StandingTitle>
        </legend>
        {BUILT_INTERVENTIONS.map((kind) => {
          const isChosen = chosen.includes(kind);
          const isRefused = (refusedOf.get(kind) ?? null) !== null;
          return (
            <label key={kind} className="check-line">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isRefused && !isChosen}
                onChange={() =>
                  choosePlan(context, id, isChosen ? chosen.filter((one) => one !== kind) : [...chosen, kind])
                }
              />
              <span>
                <strong>{INTERVENTION_TEXT[kind].name}</strong>{' '}
                <span className="small soft">{INTERVENTION_TEXT[kind].meaning}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <p className="small duel-chosen" role="status">
        {chosen.length === 0
          ? 'Nothing is chosen yet. Until it is, the number above is of the design that serves most, and of as many costs least; files say that nothing is chosen, and everything stays as it is.'
          : chosen.length === 1
            ? `Chosen: ${chosen[0]}. It is compared with other plans, and marked as chosen in what is handed over, which holds all designs.`
            : `Chosen: ${chosen.join(' and ')}, together. Each premises counts once, however many reach it.`}
      </p>
      {chosen.length > 1 && evaluation.chosen.refused === null ? (
        <Disclosure summary="What they come to together" open>
          <LineTable
            caption="What is chosen, together"
            kinds={['as chosen']}
            lines={cardLines(evaluation.chosen)}
          />
        </Disclosure>
      ) : null}
    </section>
  );
}
