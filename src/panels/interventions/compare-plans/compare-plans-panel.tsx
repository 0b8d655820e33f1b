import { useEffect } from 'react';
import { useStore } from 'zustand';
import { comparePlans } from '../../../actions/set-interventions-view.ts';
import { askComparison, plansCompared, shownComparison } from '../../../actions/shown-comparison.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { ChoosePlan } from '../plan-maps/choose-plan.tsx';
import { NeedsDesigns } from '../plan-maps/needs-designs.tsx';
import { StudyState } from '../plan-maps/study-state.tsx';
import { StandingOf } from '../standing-title.tsx';
import { ComparedHeadline } from './compared-headline.tsx';
import { ComparedTable } from './compared-table.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import './compare-plans.css';

/** Topic 'compare-plans': two or three plans beside each other, in numbers, premises gained and lost, and on the map. */
export function ComparePlansPanel() {
  const context = useApp();
  const version = useProject((state) => state.version);
  const planId = useView(({ interventions }) => interventions.planId);
  const chosen = useView(({ interventions }) => interventions.compared);
  const study = useStore(context.studies['compare-plans']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or other plans are another question.
  useEffect(() => void askComparison(context), [context, version, planId, chosen]);
  const plans = plansCompared(context);
  const project = useProject((state) => state.project);
  const unready = plans.filter((plan) => plan.designs === null || isPlanStale(plan, project));
  const shown = shownComparison(context);
  return (
    <>
      <section className="headline" aria-labelledby="compare-title" aria-busy={study.status === 'working'}>
        <h2 id="compare-title" className={shown ? undefined : 'missing-title'}>
          Plans beside each other
        </h2>
        {plans.length > 1 ? (
          <NothingChosen plans={plans.filter(({ chosen: built }) => built.length === 0)} />
        ) : null}
        {shown ? (
          <ComparedHeadline compared={shown.answer} isEarlier={shown.isEarlier} />
        ) : (
          <p>Choose two or three plans: what each comes to, who is served by one and not by another.</p>
        )}
        {plans.length > 1 && unready.length === 0 ? (
          <StudyState
            {...study}
            label="Comparing the plans"
            verb="Compare them"
            answer={shown === null ? 'none' : 'now'}
            onRun={() => void askComparison(context)}
          />
        ) : null}
      </section>
      <section className="panel-section stack" aria-labelledby="compared-which">
        <h2 id="compared-which">Which plans</h2>
        <ChoosePlan why="Plans are compared here." />
        <OtherPlans />
        <NeedsDesigns plans={unready} />
      </section>
      {shown ? (
        <StandingOf value={shown.isEarlier ? 'earlier' : 'now'}>
          <ComparedTable compared={shown.answer} isEarlier={shown.isEarlier} />
        </StandingOf>
      ) : null}
    </>
  );
}

/** The plans that the open one may be held against. */
function OtherPlans() {
  const context = useApp();
  const plans = useProject(({ project }) => project.plans);
  const { planId, compared } = useView(({ interventions }) => interventions);
  if (!plans.some(({ id }) => id === planId)) return null;
  const others = plans.filter(({ id }) => id !== planId);
  const chosen = compared.filter((id) => others.some((plan) => plan.id === id));
  if (others.length === 0)
    return (
      <p>There is no other plan. Copy this one in the duel, change the copy, and compare the two here.</p>
    );
  return (
    <fieldset className="compared-others">
      <legend className="field-label">Compared with, two at most</legend>
      {others.map(({ id, name }) => {
        const isChosen = chosen.includes(id);
        return (
          <label className="check-line" key={id}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={!isChosen && chosen.length >= 2}
              onChange={() =>
                comparePlans(context, isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])
              }
            />
            <span className="anywhere">{name}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
