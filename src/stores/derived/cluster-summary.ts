import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';

/** The sentence over the clusters, ready to print. */
export interface ClusterSummary {
  /** "63" */
  readonly number: string;
  /** "clusters hold 3,912 of 4,637 not-spots (84.4 %); 725 are scattered." */
  readonly rest: string;
  /** "Between 3,800 and 4,020 …"; null for exact counts. */
  readonly band: string | null;
  /** Parts of all not-spots, 0 … 1. */
  readonly shares: { readonly clusters: number; readonly scattered: number };
  /** What the scattered ones are, in a sentence. */
  readonly scattered: string;
}

/** What the clusters come to. */
export function clusterSummary({
  count: clusters,
  size,
  scattered,
  all,
  question,
}: NotSpotClusters): ClusterSummary {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const [low, mid, high] = [sum(size.low), sum(size.mid), sum(size.high)];
  const isExact = all.low === all.high;
  const about = isExact ? '' : 'about ';
  const share = all.mid === 0 ? 0 : mid / all.mid;
  const hold = clusters === 1 ? 'cluster holds' : 'clusters hold';
  const { distanceMetres, leastUnits } = question;
  const group =
    leastUnits === 1 ? 'None is left out' : `Fewer than ${count(leastUnits)} within reach of each other`;
  return {
    number: count(clusters),
    rest: `${hold} ${about}${count(mid)} of ${about}${numberOf(all.mid, 'not-spot')} (${percent(share)}); ${about}${count(scattered.mid)} ${Math.round(scattered.mid) === 1 ? 'is' : 'are'} scattered.`,
    band: isExact
      ? null
      : `Between ${count(low)} and ${count(high)} in clusters, of ${count(all.low)} to ${count(all.high)}.`,
    shares: { clusters: share, scattered: all.mid === 0 ? 0 : scattered.mid / all.mid },
    scattered: `${group} at ${count(distanceMetres)} m: ${numberOf(scattered.mid, 'not-spot')} in ${numberOf(scattered.rows, 'row')} of the premises.`,
  };
}
