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
  if (!isWithin(distanceMetres, distance))
    return {
      field: 'distanceMetres',
      message: `Write a whole number of metres, ${numberWords(distance.least)} to ${numberWords(distance.most)}.`,
    };
  if (!isWithin(leastUnits, size))
    return {
      field: 'leastUnits',
      message: `Write a whole number, ${numberWords(size.least)} to ${numberWords(size.most)}.`,
    };
  return null;
}

function isWithin(
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function numberWords(value: number): string {
  return value.toLocaleString('en-GB');
}
