import { useEffect, useState } from 'react';
import { lostData } from '../../actions/lost-data.ts';
import { useApp, useProject } from '../app-provider.tsx';

/** Contents of the project whose data is not in this browser; empty until that is known. */
export function useLostData(): ReadonlySet<string> {
  const context = useApp();
  const project = useProject((state) => state.project);
  const [lost, setLost] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is lost may differ after every change of the project
  useEffect(() => {
    let isOver = false;
    void lostData(context).then((ids) => (isOver ? undefined : setLost(ids)));
    return () => {
      isOver = true;
    };
  }, [context, project]);
  return lost;
}

const NONE: ReadonlySet<string> = new Set();
