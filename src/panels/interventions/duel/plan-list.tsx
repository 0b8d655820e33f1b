import { openPlan } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planLine } from '../../../stores/derived/plan-line.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** Every plan by name with what it comes to; nothing where there is none. */
export function PlanList({ plans }: { readonly plans: readonly Plan[] }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  if (plans.length === 0) return null;
  return (
    <section className="headline" aria-labelledby="plans-title">
      <h2 id="plans-title">{plans.length === 1 ? 'One plan' : `${plans.length} plans`}</h2>
      <ul className="design-list">
        {plans.map((plan) => {
          const { words, badge } = planLine(plan, project);
          return (
            <li key={plan.id}>
              <button
                type="button"
                className="link anywhere"
                data-plan={plan.id}
                onClick={() => openPlan(context, plan.id)}
              >
                {plan.name}
              </button>
              <span className="small soft number-wrap">
                {words} {badge ? <Badge>{badge}</Badge> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
