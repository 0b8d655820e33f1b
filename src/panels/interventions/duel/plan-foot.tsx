import { copyPlan, removePlan, renamePlan } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { useApp } from '../../app-provider.tsx';
import { focusNamed } from '../../focus-named.ts';

/** Names a plan, copies or removes it. */
export function PlanFoot({ plan: { id, name } }: { readonly plan: Plan }) {
  const context = useApp();
  return (
    <section className="panel-section screen-only" aria-labelledby="plan-facts">
      <h2 id="plan-facts">This plan</h2>
      <CommittedInput
        label="Name"
        value={name}
        onCommit={(text) => {
          if (text.trim() === '') return 'A plan needs a name.';
          renamePlan(context, id, text);
          return null;
        }}
      />
      <div className="row design-foot">
        <Button onClick={() => copyPlan(context, id)}>Copy this plan</Button>
        <Button
          onClick={() => {
            removePlan(context, id);
            focusNamed('plan', null);
          }}
        >
          Remove this plan
        </Button>
      </div>
    </section>
  );
}
