import { useEffect, useRef, useState } from 'react';
import { DEMO_HEIGHTS_WORDS, openDemoHeights } from '../../actions/open-demo-heights.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';

/** Offers to fetch the demo borough's heights; nothing over files of one's own. */
export function DemoHeights() {
  const context = useApp();
  const isDemo = useProject(({ project }) => project.fictional);
  const [state, setState] = useState<'idle' | 'fetching'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  if (!isDemo) return null;
  const fetchThem = async (): Promise<void> => {
    const asked = new AbortController();
    const { signal } = asked;
    abort.current = asked;
    setState('fetching');
    setProblem(null);
    try {
      await openDemoHeights(context, import.meta.env.BASE_URL, signal);
    } catch (error) {
      if (!signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    }
    if (!signal.aborted) setState('idle');
  };
  return (
    <>
      <Button
        kind="main"
        aria-describedby="demo-heights-words"
        disabled={state === 'fetching'}
        onClick={() => void fetchThem()}
      >
        {state === 'fetching' ? 'Fetching the demo’s heights…' : 'Fetch the demo’s heights'}
      </Button>
      <p className="small soft" id="demo-heights-words">
        {DEMO_HEIGHTS_WORDS}
      </p>
      <p className="field-error" role="alert">
        {problem}
      </p>
    </>
  );
}
