import type { WorkStep } from '../project/work-step.ts';
import type { ShrinkingGraph } from './shrinking-graph.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/** What a search for the cheapest tree of a problem knows so far, as its rounds read and better it. */
export interface SearchSoFar {
  readonly meter: WorkMeter;
  /** What the reductions leave, with a way back. */
  readonly graph: ShrinkingGraph;
  readonly random: (below: number) => number;
  /** Pence of the cheapest tree so far; or below what a tree was asked for. */
  readonly cost: number;
  /** Pence: no tree costs less than this, or than `cost`. */
  bound: number;
  /** Trees grown and improved, and ascents made. */
  trees: number;
  ascents: number;
  /** Whether the graph is one of trees united, which are not united anew. */
  readonly isOfTrees: boolean;
  /** Whether a tree that is offered may come out cheaper than it went in. */
  readonly isPolishing: boolean;
  readonly isDone: boolean;
  /** Whatever the work, there is a bound, unless the guard is at the door. */
  goesOn(isFirst: boolean): boolean;
  /** Edges of the given graph, a tree: kept where it is the cheapest so far. */
  offer(given: Int32Array): void;
  /** Raises the bound to what was shown for a graph that has lost only what no cheaper tree needs. */
  raise(bound: number): void;
  /**
   * The cheapest tree over the edges of several trees of a problem: so little is left of a graph then that a search comes to
   * the best of it, or near (as the unions of Polzin and Vahdati Daneshmand 2001).
   * @param given `below`, pence: only a tree that costs less is of interest
   * @returns edges of the problem, or null where there is none
   */
  unite(
    problem: SteinerProblem,
    trees: readonly Int32Array[],
    given: { readonly below: number; readonly seed: number; readonly meter: WorkMeter },
  ): Generator<WorkStep, Int32Array | null>;
  step(what: string): WorkStep;
}
