import { openInterventionTopic, openPlan } from '../../actions/set-interventions-view.ts';
import type { PlanHere } from '../../stores/derived/plans-here.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import type { PlansHereState } from './use-plans-here.ts';

/** The plans that ask for the premises, and what each would bring; nothing where there is none. */
export function PlansHereSection({ plans, notTold, problem }: PlansHereState) {
  if (problem !== null)
    return (
      <Section>
        <p>Which plans ask for it is not known. {problem}</p>
      </Section>
    );
  if (plans === null || plans.length + notTold.length === 0) return null;
  return (
    <Section>
      {plans.length > 0 ? (
        <p className="small soft">A plan says what could be built; it is no promise that it is.</p>
      ) : null}
      {plans.map((plan) => (
        <OnePlan key={plan.id} plan={plan} />
      ))}
      {notTold.map(({ id, name, why }) => (
        <p key={id} className="small">
          Whether <span className="anywhere">“{name}”</span> asks for it is not known. {why}
        </p>
      ))}
    </Section>
  );
}

function Section({ children }: { readonly children: React.ReactNode }) {
  return (
    <section className="panel-section plans-here" aria-labelledby="plans-here-title">
      <h3 id="plans-here-title">What a plan would bring</h3>
      {children}
    </section>
  );
}

function OnePlan({ plan: { id, name, asked, isStale, note, designs } }: { readonly plan: PlanHere }) {
  const context = useApp();
  const titleId = `plan-here-${id}`;
  return (
    <section className="plan-here" aria-labelledby={titleId}>
      <h4 id={titleId} className="anywhere">
        {name} {isStale ? <Badge>out of date</Badge> : null}
      </h4>
      {asked ? <p>{asked}</p> : null}
      {note ? <p>{note}</p> : null}
      {designs.length > 0 ? (
        <dl className="plan-here-designs">
          {designs.map(({ kind, name: design, isChosen, gets, weeks }) => (
            <div key={kind}>
              <dt>
                {design} {isChosen ? <Badge>chosen</Badge> : null}
              </dt>
              {gets.map((words) => (
                <dd key={words} className="anywhere number-wrap">
                  {words}
                </dd>
              ))}
              {weeks ? <dd className="number-wrap">{weeks}</dd> : null}
            </div>
          ))}
        </dl>
      ) : null}
      <Button
        className="screen-only"
        onClick={() => {
          openInterventionTopic(context, 'duel');
          openPlan(context, id);
        }}
      >
        Open the plan <span className="unseen">{name}</span>
      </Button>
    </section>
  );
}
