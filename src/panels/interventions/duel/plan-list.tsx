import { openPlan } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planLine } from '../../../stores/derived/plan-line.ts';
import { useApp, useProject } from '../../app-provider.tsx';
import { WorkList } from '../work-list.tsx';

/** Every plan by name with what it comes to; nothing where there is none. */
export function PlanList({ plans }: { readonly plans: readonly Plan[] }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  return (
    <WorkList
      named="plan"
      title={plans.length === 1 ? 'One plan' : `${plans.length} plans`}
      items={plans}
      lineOf={(plan) => planLine(plan, project)}
      onOpen={({ id }) => openPlan(context, id)}
    />
  );
}
