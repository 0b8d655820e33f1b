import { clusterSelection } from '../domain/clusters/cluster-selection.ts';
import type { AppContext } from './app-context.ts';
import { openDesign, openInterventionTopic, setNextDig } from './set-interventions-view.ts';

/** Leads from a ward to the design of a dig to its not-spots. */
export function digToWard(context: AppContext, wardCode: string): void {
  setNextDig(context, { by: 'ward', wardCode, onlyNotSpots: true });
  openDesign(context, null);
  openInterventionTopic(context, 'dig');
}

/** Leads from a cluster to the design of a dig to it. */
export function digToCluster(context: AppContext, clusterId: string): void {
  setNextDig(context, { by: 'cluster' });
  chooseClusterToDig(context, clusterId);
  openDesign(context, null);
  openInterventionTopic(context, 'dig');
}

/** Chooses one of the clusters that were found as what the next dig is to reach. An id that is none chooses none. */
export function chooseClusterToDig(context: AppContext, clusterId: string): void {
  const clusters = context.studies.clusters.getState().answer;
  const at = clusters?.ids.indexOf(clusterId) ?? -1;
  if (!clusters || at < 0) {
    setNextDig(context, { cluster: null });
    return;
  }
  const selection = clusterSelection(clusters, at);
  if (selection.kind !== 'cluster') return;
  setNextDig(context, {
    cluster: { id: clusterId, name: clusters.names[at], rows: selection.rows },
    onlyNotSpots: true,
  });
}
