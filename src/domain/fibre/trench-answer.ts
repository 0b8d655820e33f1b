/** A tree, what is known of how good it is, and what was done to find it. */
export interface TrenchAnswer {
  /** The given graph's edges, ascending. */
  readonly edges: Int32Array;
  /** The nodes they join, ascending: where there are no edges, the one node that is reached, if any. */
  readonly nodes: Int32Array;
  /** Pence of the edges; with prizes, and of those not reached. */
  readonly cost: number;
  /** Pence: nothing can cost less. At most `cost`; equal to it, the answer is proved the best. */
  readonly lowerBound: number;
  readonly work: WorkDone;
}

/** How much was done for an answer, in the units of `WorkMeter`. */
export interface WorkDone {
  readonly spent: number;
  readonly limit: number;
  /** Trees that were grown and improved. */
  readonly trees: number;
  /** Nodes and edges that the reductions left to search. */
  readonly nodesLeft: number;
  readonly edgesLeft: number;
  /** Whether a guard (the clock) ended the search before its work was done. */
  readonly isStoppedEarly: boolean;
}

/** How far an answer may be from the best possible, in per cent of that bound: "within x %". 0 where both are 0. */
export function gapPercent({ cost, lowerBound }: Pick<TrenchAnswer, 'cost' | 'lowerBound'>): number {
  if (cost === lowerBound) return 0;
  return lowerBound > 0 ? (100 * (cost - lowerBound)) / lowerBound : Number.POSITIVE_INFINITY;
}
