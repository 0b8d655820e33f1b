import { Component, type ReactNode } from 'react';
import { isPartMissing } from '../domain/part-missing.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { MissingPart } from './missing-part.tsx';

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
    if (isMissing) {
      return (
        <div className="boundary">
          <MissingPart what={this.props.what} />
        </div>
      );
    }
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
