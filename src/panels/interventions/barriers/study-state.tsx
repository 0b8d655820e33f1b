import type { ReactNode } from 'react';
import type { ResultState } from '../../../stores/result-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { KeptPlace } from '../kept-place.tsx';
import { StoppedRemedy } from '../stopped-remedy.tsx';

export interface StudyStateProps {
  readonly state: Pick<
    ResultState<unknown, unknown>,
    'status' | 'step' | 'problem' | 'problemName' | 'cancel'
  >;
  /** Whether the answer in the store is of the plan as it stands. */
  readonly isAnswered: boolean;
  /** "Working out what each would unlock" */
  readonly doing: string;
  /** The button that begins it. */
  readonly begin: ReactNode;
  readonly onBegin: () => void;
}

/** How a long job over a plan stands: the button that begins it, its progress, what failed, that it was cancelled. It keeps the focus. */
export function StudyState(props: StudyStateProps) {
  return (
    <KeptPlace label={props.doing}>
      <Standing {...props} />
    </KeptPlace>
  );
}

function Standing({ state, isAnswered, doing, begin, onBegin }: StudyStateProps) {
  const { status, step, problem, problemName, cancel } = state;
  if (status === 'working')
    return (
      <ProgressBar
        what={step?.what ?? doing}
        fraction={step?.fraction ?? null}
        onCancel={cancel ?? undefined}
      />
    );
  if (status === 'failed')
    return (
      <div className="stack">
        <Notice kind="problem" title="It could not be worked out">
          <p className="anywhere">{problem}</p>
          <StoppedRemedy problemName={problemName} />
        </Notice>
        <Button onClick={onBegin}>Try again</Button>
      </div>
    );
  if (isAnswered) return null;
  return (
    <div className="stack">
      {status === 'cancelled' ? <Notice title={`${doing} was cancelled`} /> : null}
      <div>
        <Button kind="main" onClick={onBegin}>
          {begin}
        </Button>
      </div>
    </div>
  );
}
