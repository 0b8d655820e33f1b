import { choosePlan } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';

/** Plans of which nothing is chosen to be built: they count as leaving it as it is, and here something can be chosen. */
export function NothingChosen({ plans }: { readonly plans: readonly Plan[] }) {
  const context = useApp();
  const some = plans.filter(({ designs }) => designs !== null);
  return some.map(({ id, name, designs }) => (
    <div key={id} className="nothing-chosen">
      <p className="anywhere">
        Nothing of “{name}” is chosen to be built: it is compared as leaving things as they are. Choose:
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
