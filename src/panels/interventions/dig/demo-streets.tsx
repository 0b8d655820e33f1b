import { useState } from 'react';
import { DEMO_STREETS_WORDS, openDemoStreets } from '../../../actions/open-demo-streets.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** Offers to fetch the demo borough's streets; nothing over files of one's own, or where streets are loaded. */
export function DemoStreets() {
  const context = useApp();
  const isWanted = useProject(
    ({ project }) => project.fictional && project.datasets.every(({ role }) => role !== 'streets'),
  );
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isWanted) return null;
  const fetchThem = (): void => {
    if (isFetching) return;
    setFetching(true);
    setProblem(null);
    openDemoStreets(context, import.meta.env.BASE_URL)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setFetching(false));
  };
  return (
    <div className="demo-heights">
      <Button kind="main" aria-describedby="demo-streets-words" onClick={fetchThem}>
        {isFetching ? 'Fetching the demo’s streets…' : 'Fetch the demo’s streets'}
      </Button>
      <p className="small soft" id="demo-streets-words">
        {DEMO_STREETS_WORDS}
      </p>
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
