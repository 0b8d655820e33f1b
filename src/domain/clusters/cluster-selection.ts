import type { Selection } from '../project/selection.ts';
import type { NotSpotClusters } from './not-spot-clusters.ts';

/** The premises of a cluster as later work takes them. Throws RangeError for a number that is none. */
export function clusterSelection(
  { ids, count, rowStarts, rows }: Pick<NotSpotClusters, 'ids' | 'count' | 'rowStarts' | 'rows'>,
  cluster: number,
): Selection {
  if (!(cluster >= 0 && cluster < count)) throw new RangeError(`There is no cluster ${cluster}.`);
  return {
    kind: 'cluster',
    clusterId: ids[cluster],
    rows: rows.slice(rowStarts[cluster], rowStarts[cluster + 1]),
  };
}
