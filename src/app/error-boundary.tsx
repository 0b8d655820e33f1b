import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface ErrorBoundaryProps {
  /** What it holds, as the person knows it: "the ward table". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps one part's failure from taking the others with it, and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly problem: string | null }> {
  override state: { readonly problem: string | null } = { problem: null };

  static getDerivedStateFromError(error: unknown): { readonly problem: string } {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return (
      <div className="boundary">
        <Notice kind="problem" title={`Something went wrong in ${this.props.what}. The rest still works.`}>
          <p className="small anywhere">{problem}</p>
          <Button onClick={() => this.setState({ problem: null })}>Try again</Button>
        </Notice>
      </div>
    );
  }
}
