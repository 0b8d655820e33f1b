import { openInterventionTopic, openPlan } from '../../../actions/set-interventions-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** Which plan a topic is about; without any, the way to the first. */
export function ChoosePlan({ why }: { readonly why: string }) {
  const context = useApp();
  const plans = useProject(({ project }) => project.plans);
  const planId = useView(({ interventions }) => interventions.planId);
  const open = plans.find(({ id }) => id === planId);
  if (plans.length === 0)
    return (
      <>
        <p>{why} There is no plan yet: choose a not-spot and have both answers designed.</p>
        <Button kind="main" onClick={() => openInterventionTopic(context, 'duel')}>
          Open the duel
        </Button>
      </>
    );
  return (
    <Field label="Plan">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={open?.id ?? ''}
          onChange={(event) => openPlan(context, event.target.value || null)}
        >
          {open ? null : <option value="">Choose …</option>}
          {plans.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
