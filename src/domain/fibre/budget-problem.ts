import type { StreetGraph } from './street-graph.ts';

/** Whom to reach with so much money. */
export interface BudgetProblem {
  readonly graph: StreetGraph;
  /** The node that fibre comes from. */
  readonly root: number;
  /** By node, whole numbers from 0: what reaching it counts for (premises, say). */
  readonly weights: Float64Array;
  /** Pence, a whole number from 0. */
  readonly budget: number;
}
