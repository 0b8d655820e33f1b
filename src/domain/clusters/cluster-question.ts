/** What is asked: which not-spots lie together. */
export interface ClusterQuestion {
  /** Two not-spots are joined when at most this far apart on the ground. */
  readonly distanceMetres: number;
  /** Fewer not-spots than this are no cluster; of a range, its middle is taken. */
  readonly leastUnits: number;
  readonly recipeText: string;
}

/** What the two numbers may be, both ends included, and what they are unless somebody says otherwise. */
export const CLUSTER_LIMITS = {
  distanceMetres: { least: 10, most: 5_000, usual: 150 },
  leastUnits: { least: 1, most: 100_000, usual: 10 },
} as const;

/** What is wrong with a distance or a least size, in words with what to write instead; null where nothing is. */
export function clusterFault({ distanceMetres, leastUnits }: Omit<ClusterQuestion, 'recipeText'>): {
  readonly field: 'distanceMetres' | 'leastUnits';
  readonly message: string;
} | null {
  const { distanceMetres: distance, leastUnits: size } = CLUSTER_LIMITS;
  if (!(distanceMetres >= distance.least && distanceMetres <= distance.most))
    return {
      field: 'distanceMetres',
      message: `The distance is ${numberWords(distance.least)} to ${numberWords(distance.most)} metres.`,
    };
  if (!(Number.isInteger(leastUnits) && leastUnits >= size.least && leastUnits <= size.most))
    return {
      field: 'leastUnits',
      message: `The least size is a whole number, ${numberWords(size.least)} to ${numberWords(size.most)}.`,
    };
  return null;
}

function numberWords(value: number): string {
  return value.toLocaleString('en-GB');
}
