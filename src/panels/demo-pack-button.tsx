import { useId, useState } from 'react';
import type { AppContext } from '../actions/app-context.ts';
import type { Role } from '../domain/project/role.ts';
import { Button } from '../ui/button.tsx';
import { useApp, useProject } from './app-provider.tsx';

export interface DemoPackButtonProps {
  /** Roles of the files that are fetched: nothing is offered where each is there, or over files of one's own. */
  readonly lacking: readonly Role[];
  /** What that is called: "heights". */
  readonly name: string;
  /** What is fetched and how much that is. */
  readonly words: string;
  readonly open: (context: AppContext, baseUrl: string) => Promise<void>;
}

/** Offers to fetch a part of the demo borough; what goes wrong stands below. */
export function DemoPackButton({ lacking, name, words, open }: DemoPackButtonProps) {
  const context = useApp();
  const wordsId = useId();
  const isWanted = useProject(
    ({ project }) =>
      project.fictional && lacking.some((wanted) => project.datasets.every(({ role }) => role !== wanted)),
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
        {isFetching ? `Fetching the demo’s ${name}…` : `Fetch the demo’s ${name}`}
      </Button>
      <p className="small soft pack-words" id={wordsId}>
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
