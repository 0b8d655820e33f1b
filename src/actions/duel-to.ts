import { clusterSelection } from '../domain/clusters/cluster-selection.ts';
import { wardNamesOf } from '../stores/derived/cluster-text.ts';
import type { AppContext } from './app-context.ts';
import { openInterventionTopic, openPlan, setNextDig } from './set-interventions-view.ts';

/** Leads from a ward to what would fix its not-spots. */
export function duelToWard(context: AppContext, wardCode: string): void {
  setNextDig(context, { by: 'ward', wardCode, onlyNotSpots: true });
  openPlan(context, null);
  openInterventionTopic(context, 'duel');
}

/** Leads from a cluster to what would fix it. */
export function duelToCluster(context: AppContext, clusterId: string): void {
  setNextDig(context, { by: 'cluster' });
  chooseNextCluster(context, clusterId);
  openPlan(context, null);
  openInterventionTopic(context, 'duel');
}

/** Chooses one of the clusters that were found as what the next plan or dig is to reach. An id that is none chooses none. */
export function chooseNextCluster(context: AppContext, clusterId: string): void {
  const clusters = context.studies.clusters.getState().answer;
  const at = clusters?.ids.indexOf(clusterId) ?? -1;
  if (!clusters || at < 0) {
    setNextDig(context, { cluster: null });
    return;
  }
  const selection = clusterSelection(clusters, at);
  if (selection.kind !== 'cluster') return;
  setNextDig(context, {
    cluster: {
      id: clusterId,
      name: clusters.names[at],
      wards: wardNamesOf(clusters, at),
      rows: selection.rows,
    },
    onlyNotSpots: true,
  });
}
