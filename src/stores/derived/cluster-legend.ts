import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { numberOf } from './count-text.ts';

/** Clusters drawn at most, the largest ones: more would not be told apart, and would slow the map. */
export const MOST_CLUSTERS_DRAWN = 20_000;

/** What stands beside the hatch in the map's key. */
export function clusterLegend({ count, question }: Pick<NotSpotClusters, 'count' | 'question'>): {
  readonly label: string;
  readonly note: string;
} {
  const drawn = Math.min(count, MOST_CLUSTERS_DRAWN);
  return {
    label: `outline of ${question.leastUnits.toLocaleString('en-GB')} or more not-spots that lie together`,
    note: drawn < count ? `the largest ${numberOf(drawn, 'cluster')}` : numberOf(drawn, 'cluster'),
  };
}
