import { askPlan } from '../../../actions/edit-plans.ts';
import { hoverThing } from '../../../actions/set-interventions-view.ts';
import type { PlanQuestion } from '../../../domain/plan/plan-question.ts';
import type { RadioDesign } from '../../../domain/plan/radio-design.ts';
import { hubLines } from '../../../stores/derived/plan-hubs.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';
import { OwnerSaid } from './owner-said.tsx';

export interface HubListProps {
  readonly planId: string;
  readonly radio: RadioDesign;
  readonly question: PlanQuestion;
}

/** The hubs of a design: whom each serves, how it is joined to fibre, and a way to do without it. */
export function HubList({ planId, radio, question }: HubListProps) {
  const context = useApp();
  const lines = hubLines(radio);
  const { closedRoofs } = question.radio;
  return (
    <>
      <h4>Hubs</h4>
      <p className="small soft number-wrap">
        {radio.considered.toLocaleString('en-GB')} roofs were compared;{' '}
        {radio.barred === 0
          ? 'all of them may be used.'
          : `${radio.barred.toLocaleString('en-GB')} of them may not be used.`}
      </p>
      <ul className="detour-list" onMouseLeave={() => hoverThing(context, null)}>
        {lines.map(({ id, name, words, standing, roof }) => (
          <li key={id} onMouseEnter={() => hoverThing(context, id)}>
            <p>
              <strong className="anywhere">{name}</strong>: {words}.
              <span className="small soft anywhere"> {standing}.</span>
            </p>
            {closedRoofs.includes(id) ? null : (
              <Button
                kind="quiet"
                onFocus={() => hoverThing(context, id)}
                onBlur={() => hoverThing(context, null)}
                onClick={() =>
                  askPlan(context, planId, `Ruled out ${name}`, {
                    radio: { closedRoofs: [...closedRoofs, id] },
                  })
                }
              >
                Do without it<span className="unseen">: {name}</span>
              </Button>
            )}
            <OwnerSaid planId={planId} roof={roof} question={question} />
          </li>
        ))}
      </ul>
    </>
  );
}
