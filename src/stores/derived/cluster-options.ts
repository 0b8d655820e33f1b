import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { countUpTo } from './count-up-to.ts';
import { rememberLast } from './remember-last.ts';

/** A cluster to be chosen. */
export interface ClusterOption {
  readonly id: string;
  /** "Mill Lane: 96"; with a pair of confidences "Mill Lane: 96, up to 104". */
  readonly label: string;
}

/** More than so many are no list to choose from: the map has them. */
const MOST_OPTIONS = 200;

/** The largest clusters, as they are ranked. */
export const clusterOptions = rememberLast(
  ({ ids, names, size }: NotSpotClusters): readonly ClusterOption[] =>
    ids
      .slice(0, MOST_OPTIONS)
      .map((id, i) => ({ id, label: `${names[i]}: ${countUpTo(size.mid[i], size.high[i])}` })),
);
