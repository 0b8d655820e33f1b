import type { AppContext } from '../actions/app-context.ts';
import { isClusterTopic } from '../actions/open-cluster.ts';
import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';

/**
 * The clusters that the map draws while they are the topic: the last found of the project as it stands, also while others
 * are being found, so that a change of a number does not empty the map. null: none.
 */
export function drawnClusters(context: AppContext): NotSpotClusters | null {
  const { status, answer, answered } = context.studies.clusters.getState();
  const isOfProject = answered?.version === context.project.getState().version;
  const isShown = isOfProject && (status === 'ready' || status === 'working');
  return isShown && isClusterTopic(context) ? answer : null;
}
