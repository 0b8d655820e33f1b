import { evaluatePlan, runPlan } from '../../../actions/run-plan.ts';
import { openInterventionTopic } from '../../../actions/set-interventions-view.ts';
import { goTo } from '../../../actions/set-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { KeptPlace } from '../kept-place.tsx';
import { StoppedRemedy } from '../stopped-remedy.tsx';
import type { PlanRun } from './use-plan-run.ts';

export interface PlanRunStateProps {
  readonly plan: Plan;
  readonly run: PlanRun;
}

/** Work under way by stage, what failed and what to do, that it was cancelled, or the button that begins it. It keeps the focus. */
export function PlanRunState(props: PlanRunStateProps) {
  return (
    <KeptPlace label="Working the plan out">
      <Standing {...props} />
    </KeptPlace>
  );
}

function Standing({ plan: { id, designs }, run }: PlanRunStateProps) {
  const context = useApp();
  const isJudging = run.work === 'judging';
  const begin = (): void => void (isJudging ? evaluatePlan(context, id) : runPlan(context, id));
  // What it comes to now is of no use before it is made anew.
  if (run.isStale && (isJudging || run.status === 'cancelled'))
    return (
      <div className="dig-run">
        <Notice kind="warning" title="This is out of date">
          <p>
            {run.staleWords}{' '}
            {run.judged
              ? 'All that is shown is as it was then.'
              : 'What it came to then is not kept with it, so no sum is shown.'}{' '}
            Run it again to see what is true now.
          </p>
        </Notice>
        <Button kind="main" onClick={() => void runPlan(context, id)}>
          Run it again
        </Button>
      </div>
    );
  if (run.status === 'working')
    return (
      <div className="dig-run">
        <ProgressBar
          what={run.step?.what ?? (isJudging ? 'Working out what each comes to' : 'Designing all three')}
          fraction={run.step?.fraction ?? null}
          onCancel={run.cancel ?? undefined}
        />
      </div>
    );
  if (run.status === 'failed')
    return (
      <div className="dig-run">
        <Notice
          kind="problem"
          title={isJudging ? 'What each comes to could not be worked out' : 'Nothing could be designed'}
        >
          <p className="anywhere">{run.problem}</p>
          <StoppedRemedy problemName={run.problemName} />
        </Notice>
        <div className="row">
          <Button onClick={begin}>Try again</Button>
          {run.problemName === 'RateMissing' ? (
            <Button onClick={() => openInterventionTopic(context, 'rates')}>Open the rates</Button>
          ) : (
            <Button onClick={() => goTo(context, 'data')}>Open the Data page</Button>
          )}
        </div>
      </div>
    );
  if (designs && run.status === 'cancelled')
    return (
      <div className="dig-run">
        <Notice title="Working out what each comes to was cancelled" />
        <Button onClick={begin}>Work it out</Button>
      </div>
    );
  if (designs) return null;
  return (
    <div className="dig-run">
      {run.status === 'cancelled' ? <Notice title="Designing was cancelled" /> : null}
      <Button kind="main" onClick={() => void runPlan(context, id)}>
        Run it: design all three
      </Button>
    </div>
  );
}
