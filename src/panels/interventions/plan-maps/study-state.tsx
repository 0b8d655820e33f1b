import { goTo } from '../../../actions/set-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { KeptPlace } from '../kept-place.tsx';
import { StoppedRemedy } from '../stopped-remedy.tsx';

export interface StudyStateProps {
  /** "Finding the cheapest" */
  readonly label: string;
  readonly status: 'idle' | 'working' | 'ready' | 'failed' | 'cancelled';
  readonly step: { readonly what: string; readonly fraction: number | null } | null;
  readonly problem: string | null;
  readonly problemName?: string;
  readonly cancel: (() => void) | null;
  /** An answer stands, of what the project and the plan now are, or of what they were. */
  readonly answer: 'none' | 'now' | 'earlier';
  /** "Find the cheapest" */
  readonly verb: string;
  readonly onRun: () => void;
}

/** Work under way, what failed and what to do, that it was cancelled, or the button that begins it. It keeps the focus. */
export function StudyState(props: StudyStateProps) {
  return (
    <KeptPlace label={props.label}>
      <Standing {...props} />
    </KeptPlace>
  );
}

function Standing(props: StudyStateProps) {
  const { label, status, step, problem, problemName, cancel, answer, verb, onRun } = props;
  const context = useApp();
  if (status === 'working')
    return (
      <div className="dig-run">
        <ProgressBar
          what={step?.what ?? label}
          fraction={step?.fraction ?? null}
          onCancel={cancel ?? undefined}
        />
      </div>
    );
  if (status === 'failed')
    return (
      <div className="dig-run">
        <Notice kind="problem" title={`${label} failed`}>
          <p className="anywhere">{problem}</p>
          <StoppedRemedy problemName={problemName} />
        </Notice>
        <div className="row">
          <Button onClick={onRun}>Try again</Button>
          <Button onClick={() => goTo(context, 'data')}>Open the Data page</Button>
        </div>
      </div>
    );
  if (answer === 'now') return null;
  if (answer === 'earlier')
    return (
      <div className="dig-run">
        <Notice kind="warning" title="This is out of date">
          <p>
            The plan, files, rates or what is assumed have changed since. Run it again to see what is true
            now.
          </p>
        </Notice>
        <Button kind="main" onClick={onRun}>
          Run it again
        </Button>
      </div>
    );
  return (
    <div className="dig-run">
      {status === 'cancelled' ? <Notice title={`${label} was cancelled`} /> : null}
      <Button kind="main" onClick={onRun}>
        {verb}
      </Button>
    </div>
  );
}
