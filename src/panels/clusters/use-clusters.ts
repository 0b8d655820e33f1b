import { useEffect } from 'react';
import { useStore } from 'zustand';
import { clusterQuestion, findClusters } from '../../actions/find-clusters.ts';
import { isAnswerTo } from '../../actions/run-study.ts';
import { useApp, useProject, useView } from '../app-provider.tsx';

/** The clusters that the view asks for, found when they are not there yet; `isCurrent` says whether these are they. */
export function useClusters() {
  const context = useApp();
  const state = useStore(context.studies.clusters);
  const version = useProject((project) => project.version);
  const distanceMetres = useView((view) => view.clusters.distanceMetres);
  const leastUnits = useView((view) => view.clusters.leastUnits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or other numbers are another question.
  useEffect(() => {
    void findClusters(context);
  }, [context, version, distanceMetres, leastUnits]);
  return { ...state, isCurrent: isAnswerTo(state, clusterQuestion(context), version) };
}
