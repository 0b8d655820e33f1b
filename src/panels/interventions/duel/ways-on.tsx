import { openInterventionTopic } from '../../../actions/set-interventions-view.ts';
import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { waysOnText } from '../../../stores/derived/ways-on-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { StandingTitle } from '../standing-title.tsx';

export interface WaysOnProps {
  readonly plan: Plan;
  readonly evaluation: PlanEvaluation;
}

/** What stands in the way and what is pulled against it, and the ways on to the other views of the plan. */
export function WaysOn({ plan, evaluation }: WaysOnProps) {
  const context = useApp();
  const others = useProject(({ project }) => project.plans.length - 1);
  const { barriers, levers } = waysOnText(plan, evaluation);
  return (
    <section className="panel-section" aria-labelledby="duel-on">
      <StandingTitle id="duel-on">What stands in the way</StandingTitle>
      <p className="number-wrap">{barriers}</p>
      <p className="small soft anywhere">{levers}</p>
      <div className="row screen-only duel-ways">
        <Button onClick={() => openInterventionTopic(context, 'barriers')}>Bust barriers</Button>
        <Button onClick={() => openInterventionTopic(context, 'cheapest')}>
          See the cheapest by premises
        </Button>
        {others > 0 ? (
          <Button onClick={() => openInterventionTopic(context, 'compare-plans')}>Compare plans</Button>
        ) : null}
      </div>
    </section>
  );
}
