import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import type { ClustersView } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';
import { clearMarks, showMarks } from './show-marks.ts';

/** Opens a cluster in map, table and panel at once; null opens none. */
export function openCluster(context: AppContext, id: string | null): void {
  if (context.view.getState().clusters.id === id) return;
  clearMarks(context, OWNER);
  // What was hovered is left without the pointer having moved.
  setClusters(context, { id, hovered: null });
}

/** Shows an open cluster again where the map has moved on. */
export function showCluster(context: AppContext, id: string): void {
  clearMarks(context, OWNER);
  setClusters(context, { id: null });
  setClusters(context, { id });
}

/** Whether the page is about clusters: what is clicked on the map is then one of them. */
export function isClusterTopic(context: AppContext): boolean {
  const { page, topic } = context.view.getState();
  return page === 'not-spots' && topic === 'clusters';
}

/** Marks the cluster under the pointer or the keyboard focus. */
export function hoverCluster(context: AppContext, id: string | null): void {
  if (context.view.getState().clusters.hovered !== id) setClusters(context, { hovered: id });
}

/** Sorts the table: a new column starts with the largest (names and ranks with the first), the same one turns round. */
export function sortClusters(context: AppContext, column: string): void {
  const { sort } = context.view.getState().clusters;
  const descending = sort.column === column ? !sort.descending : !STARTS_ASCENDING.has(column);
  setClusters(context, { sort: { column, descending } });
}

/** Marks the covered premises nearest to a cluster, and brings it into sight. */
export function showNearestCovered(
  context: AppContext,
  { nearestCovered }: NotSpotClusters,
  cluster: number,
): void {
  const { lon, lat, ids } = nearestCovered;
  showMarks(context, {
    owner: OWNER,
    title: 'Nearest covered premises',
    marks: [
      { lon: lon[cluster], lat: lat[cluster], kind: 'found', label: ids[cluster] || 'Nearest covered' },
    ],
  });
}

/** Takes what was marked for a cluster off the map. */
export function clearClusterMarks(context: AppContext): void {
  clearMarks(context, OWNER);
}

const OWNER = 'clusters';
const STARTS_ASCENDING = new Set(['rank', 'name', 'ward']);

function setClusters(context: AppContext, part: Partial<ClustersView>): void {
  context.view.setState({ clusters: { ...context.view.getState().clusters, ...part } });
}
