import { useId, useState } from 'react';
import type { AppContext } from '../actions/app-context.ts';
import type { Role } from '../domain/project/project.ts';
import { Button } from '../ui/button.tsx';
import { useApp, useProject } from './app-provider.tsx';

export interface DemoPackButtonProps {
  /** What is fetched, the role of its files: nothing is offered where one has it, or over files of one's own. */
  readonly lacking: Extract<Role, 'heights' | 'streets'>;
  /** What is fetched and how much that is. */
  readonly words: string;
  readonly open: (context: AppContext, baseUrl: string) => Promise<void>;
}

/** Offers to fetch a part of the demo borough; what goes wrong stands below. */
export function DemoPackButton({ lacking, words, open }: DemoPackButtonProps) {
  const context = useApp();
  const wordsId = useId();
  const isWanted = useProject(
    ({ project }) => project.fictional && project.datasets.every(({ role }) => role !== lacking),
  );
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isWanted) return null;
  const fetchThem = (): void => {
    if (isFetching) return;
    setFetching(true);
    setProblem(null);
    open(context, import.meta.env.BASE_URL)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setFetching(false));
  };
  return (
    <div>
      <Button kind="main" aria-describedby={wordsId} onClick={fetchThem}>
        {isFetching ? `Fetching the demo’s ${lacking}…` : `Fetch the demo’s ${lacking}`}
      </Button>
      <p className="small soft" id={wordsId}>
        {words}
      </p>
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
