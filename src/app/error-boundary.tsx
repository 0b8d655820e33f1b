import { Component, type ReactNode } from 'react';
import { isPartMissing } from '../domain/part-missing.ts';
import { ReloadButton } from '../panels/offline/reload-button.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface ErrorBoundaryProps {
  /** What it holds, as the person knows it: "the ward table". */
  readonly what: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly problem: string | null;
  /** The part's script did not arrive: to try again the page must be loaded anew. */
  readonly isMissing: boolean;
}

/** Keeps one part's failure from taking the others with it, and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { problem: null, isMissing: false };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    const problem = error instanceof Error ? error.message : String(error);
    return { problem, isMissing: isPartMissing(error) };
  }

  override render(): ReactNode {
    const { problem, isMissing } = this.state;
    if (problem === null) return this.props.children;
    if (isMissing) return <MissingPart what={this.props.what} />;
    return (
      <div className="boundary">
        <Notice kind="problem" title={`Something went wrong in ${this.props.what}. The rest still works.`}>
          <p className="small anywhere">{problem}</p>
          <Button onClick={() => this.setState({ problem: null, isMissing: false })}>Try again</Button>
        </Notice>
      </div>
    );
  }
}

function MissingPart({ what }: { readonly what: string }) {
  return (
    <div className="boundary">
      <Notice kind="problem" title="Part of the app could not be loaded.">
        <p>
          What draws {what} did not arrive whole: there may be a newer version, or the network is in the way.
          The rest still works, and your work is safe.
        </p>
        <ReloadButton isRepair>Reload</ReloadButton>
      </Notice>
    </div>
  );
}
