import { useState } from 'react';
import { DEMO_HEIGHTS_WORDS, openDemoHeights } from '../../actions/open-demo-heights.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';

/** Offers to fetch the demo borough's heights; nothing over files of one's own, or where heights are loaded. */
export function DemoHeights() {
  const context = useApp();
  const isWanted = useProject(
    ({ project }) => project.fictional && project.datasets.every(({ role }) => role !== 'heights'),
  );
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isWanted) return null;
  const fetchThem = (): void => {
    if (isFetching) return;
    setFetching(true);
    setProblem(null);
    openDemoHeights(context, import.meta.env.BASE_URL)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setFetching(false));
  };
  return (
    <div className="demo-heights">
      <Button kind="main" aria-describedby="demo-heights-words" onClick={fetchThem}>
        {isFetching ? 'Fetching the demo’s heights…' : 'Fetch the demo’s heights'}
      </Button>
      <p className="small soft" id="demo-heights-words">
        {DEMO_HEIGHTS_WORDS}
      </p>
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
