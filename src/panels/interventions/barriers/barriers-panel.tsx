import './barriers.css';
import { openInterventionTopic, openPlan } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { PlanList } from '../duel/plan-list.tsx';
import { PlanRunState } from '../duel/plan-run-state.tsx';
import { usePlanRun } from '../duel/use-plan-run.ts';
import { BustedSection } from './busted-section.tsx';
import { CouncilRoofsSection } from './council-roofs-section.tsx';
import { DigOnceSection } from './dig-once-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { LeversSection } from './levers-section.tsx';

/** Topic 'barriers': what stands in a plan's way, what removing it would unlock, and the levers that do. */
export function BarriersPanel() {
  const context = useApp();
  const plans = useProject(({ project }) => project.plans);
  const planId = useView(({ interventions }) => interventions.planId);
  const plan = plans.find(({ id }) => id === planId);
  if (plan) return <PlanBarriers plan={plan} key={plan.id} />;
  return (
    <>
      <section className="headline stack" aria-labelledby="barriers-none">
        <h2 id="barriers-none" className="missing-title">
          Barriers and levers
        </h2>
        <p>
          {plans.length === 0
            ? 'Barriers are met by a plan: make one under Duel, and see here what stands in its way and what would remove it.'
            : 'Open a plan to see what stands in its way and what would remove it.'}
        </p>
        {plans.length === 0 ? (
          <div className="row">
            <Button kind="main" onClick={() => openInterventionTopic(context, 'duel')}>
              Go to the duel
            </Button>
          </div>
        ) : null}
      </section>
      <PlanList plans={plans} />
    </>
  );
}

function PlanBarriers({ plan }: { readonly plan: Plan }) {
  const context = useApp();
  const run = usePlanRun(plan);
  return (
    <>
      <section className="headline stack" aria-labelledby="barriers-title">
        <h2 id="barriers-title">Barriers and levers</h2>
        <p className="anywhere">
          Of the plan <strong>{plan.name}</strong>.{' '}
          <button type="button" className="link" onClick={() => openInterventionTopic(context, 'duel')}>
            Go to its duel
          </button>{' '}
          <button type="button" className="link" onClick={() => openPlan(context, null)}>
            Another plan
          </button>
        </p>
        <PlanRunState plan={plan} run={run} />
      </section>
      <BustedSection plan={plan} run={run} />
      <LedgerSection plan={plan} isStale={run.isStale} />
      <LeversSection plan={plan} />
      <CouncilRoofsSection plan={plan} />
      <DigOnceSection plan={plan} isStale={run.isStale} />
    </>
  );
}
