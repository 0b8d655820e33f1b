import './duel.css';
import { useEffect } from 'react';
import { importPlan } from '../../../actions/import-plan.ts';
import { openPlan } from '../../../actions/set-interventions-view.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { OpenWritten } from '../hand-over/open-written.tsx';
import { DuelNeeds } from './duel-needs.tsx';
import { NextPlanSection } from './next-plan-section.tsx';
import { PlanList } from './plan-list.tsx';
import { PlanPanel } from './plan-panel.tsx';

/** Topic 'duel': both answers to the same premises, what stands in each one's way, and what is to be built. */
export function DuelPanel() {
  const context = useApp();
  const plans = useProject(({ project }) => project.plans);
  const planId = useView(({ interventions }) => interventions.planId);
  const plan = plans.find(({ id }) => id === planId);
  const isGone = planId !== null && plan === undefined && plans.length > 0;
  // One that was undone or removed elsewhere is no longer open.
  useEffect(() => {
    if (isGone) openPlan(context, null);
  }, [context, isGone]);
  if (plan) return <PlanPanel plan={plan} key={plan.id} />;
  return (
    <>
      <PlanList plans={plans} />
      <DuelNeeds>
        <NextPlanSection />
      </DuelNeeds>
      <section className="panel-section" aria-labelledby="open-plan">
        <h2 id="open-plan">A plan from a file</h2>
        <OpenWritten thing="plan" take={importPlan} />
      </section>
    </>
  );
}
