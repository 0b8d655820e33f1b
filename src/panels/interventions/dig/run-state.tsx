import { refineDig, runDig } from '../../../actions/run-dig.ts';
import { openInterventionTopic } from '../../../actions/set-interventions-view.ts';
import { goTo } from '../../../actions/set-view.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { KeptPlace } from '../kept-place.tsx';
import { StoppedRemedy } from '../stopped-remedy.tsx';
import type { DigRun } from './use-dig-run.ts';

export interface RunStateProps {
  readonly design: DigDesign;
  readonly run: DigRun;
  /** Why the result is not of the project as it now is; none where it is. */
  readonly stale: readonly string[];
}

/** Work under way, what failed and what to do, that it was cancelled, or the button that begins it. It keeps the focus. */
export function RunState(props: RunStateProps) {
  return (
    <KeptPlace label="Finding the route">
      <Standing {...props} />
    </KeptPlace>
  );
}

function Standing({ design, run, stale }: RunStateProps) {
  const context = useApp();
  const { id, question, result } = design;
  const begin = (): void => void runDig(context, id);
  const hasRoots = question.rootIds.length > 0 || question.ownRoots.length > 0;
  if (run.status === 'working')
    return (
      <div className="dig-run">
        <ProgressBar
          what={run.step?.what ?? (result ? 'Refining the route' : 'Finding a first route')}
          fraction={run.step?.fraction ?? null}
          onCancel={run.cancel ?? undefined}
        />
        {result ? <p className="small soft">The quick answer stands above; it is being refined.</p> : null}
      </div>
    );
  if (run.status === 'failed')
    return (
      <div className="dig-run">
        <Notice kind="problem" title={result ? 'The route could not be refined' : 'No route could be found'}>
          <p className="anywhere">{run.problem}</p>
          <StoppedRemedy problemName={run.problemName} />
        </Notice>
        <div className="row">
          <Button onClick={begin}>Try again</Button>
          {run.problemName === 'RateMissing' ? (
            <Button onClick={() => openInterventionTopic(context, 'rates')}>Open the rates</Button>
          ) : null}
          {run.problemName === 'StreetsRefused' ? (
            <Button onClick={() => goTo(context, 'data')}>Open the Data page</Button>
          ) : null}
        </div>
      </div>
    );
  if (result && stale.length > 0)
    return (
      <div className="dig-run">
        <Notice kind="warning" title="This is out of date">
          <p>It was made before: {stale.join(', and ')}. Run it again to see what is true now.</p>
        </Notice>
        <Button kind="main" onClick={begin}>
          Run it again
        </Button>
      </div>
    );
  if (result?.isQuick)
    return (
      <div className="dig-run">
        <p className="small">This is a quick answer: a better route may be found.</p>
        <Button onClick={() => void refineDig(context, id)}>Refine it</Button>
      </div>
    );
  if (result) return null;
  return (
    <div className="dig-run">
      {run.status === 'cancelled' ? <Notice title="Finding the route was cancelled" /> : null}
      {hasRoots ? null : (
        <p>No fibre point is chosen: say below where fibre can come from, or place a point on the map.</p>
      )}
      <Button kind="main" aria-disabled={!hasRoots} onClick={() => hasRoots && begin()}>
        Run it: find the route
      </Button>
    </div>
  );
}
