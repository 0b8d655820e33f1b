import { choosePlan } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';

/** Plans of which nothing is chosen to be built: they are compared by the design that serves most for least, and here one can be chosen. */
export function NothingChosen({ plans }: { readonly plans: readonly Plan[] }) {
  const context = useApp();
  const some = plans.filter(({ designs }) => designs !== null);
  return some.map(({ id, name, designs }) => (
    <div key={id} className="nothing-chosen">
      <p className="anywhere">
        Which design of “{name}” is to be compared? Nothing of it is chosen: until it is, it is the one that
        serves most, and of as many costs least.
      </p>
      <div className="row">
        {(designs?.outcomes ?? []).map(({ kind, design }) =>
          design ? (
            <Button key={kind} onClick={() => choosePlan(context, id, [kind])}>
              {INTERVENTION_TEXT[kind].name}
            </Button>
          ) : null,
        )}
      </div>
    </div>
  ));
}
