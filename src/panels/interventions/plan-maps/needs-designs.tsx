import { openInterventionTopic, openPlan } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useApp } from '../../app-provider.tsx';

/** Plans that are not worked out, or out of date, and the way to where they are. */
export function NeedsDesigns({ plans }: { readonly plans: readonly Plan[] }) {
  const context = useApp();
  if (plans.length === 0) return null;
  const names = plans.map(({ name }) => `“${name}”`).join(' and ');
  const what = plans.every(({ designs }) => designs !== null) ? 'out of date' : 'not worked out yet';
  return (
    <Notice title={`${names} ${plans.length === 1 ? 'is' : 'are'} ${what}`}>
      <p>Run it in the duel first: what is shown here is made from its designs.</p>
      <Button
        onClick={() => {
          openPlan(context, plans[0].id);
          openInterventionTopic(context, 'duel');
        }}
      >
        Open “{plans[0].name}” in the duel
      </Button>
    </Notice>
  );
}
