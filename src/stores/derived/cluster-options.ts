import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { rememberLast } from './remember-last.ts';

/** A cluster to be chosen. */
export interface ClusterOption {
  readonly id: string;
  /** "Mill Lane: 96" */
  readonly label: string;
}

/** More than so many are no list to choose from: the map has them. */
const MOST_OPTIONS = 200;

/** The largest clusters, as they are ranked. */
export const clusterOptions = rememberLast(
  ({ ids, names, size }: NotSpotClusters): readonly ClusterOption[] =>
    ids.slice(0, MOST_OPTIONS).map((id, i) => ({ id, label: `${names[i]}: ${count(size.mid[i])}` })),
);
