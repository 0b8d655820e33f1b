import type { NearestTerminals } from './nearest-terminals.ts';
import { LABELS } from './nearest-terminals.ts';
import type { SteinerProblem } from './steiner-problem.ts';

/**
 * The dearest leg that a walk from terminal to terminal needs, over the terminals' own cheapest tree (Mehlhorn 1988):
 * joins are kept as a forest in which a smaller set hangs under a larger one, so the way up is short.
 */
export class TerminalBottlenecks {
  readonly #above: Int32Array;
  readonly #legs: Float64Array;
  readonly #depths: Int32Array;

  constructor(problem: SteinerProblem, nearest: NearestTerminals) {
    const { tails, heads, costs, edgeCount, nodeCount } = problem.graph;
    const { labels, distances } = nearest;
    const keys = new Float64Array(edgeCount);
    const between: number[] = [];
    for (let edge = 0; edge < edgeCount; edge++) {
      const [tail, head] = [LABELS * tails[edge], LABELS * heads[edge]];
      if (labels[tail] < 0 || labels[tail] === labels[head]) continue;
      keys[edge] = distances[tail] + costs[edge] + distances[head];
      between.push(edge);
    }
    between.sort((a, b) => keys[a] - keys[b] || a - b);
    const above = new Int32Array(nodeCount).map((_, node) => node);
    const sizes = new Int32Array(nodeCount).fill(1);
    const legs = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
    const topOf = (given: number): number => {
      let node = given;
      while (above[node] !== node) node = above[node];
      return node;
    };
    for (const edge of between) {
      let upper = topOf(labels[LABELS * tails[edge]]);
      let lower = topOf(labels[LABELS * heads[edge]]);
      if (upper === lower) continue;
      if (sizes[upper] < sizes[lower]) [upper, lower] = [lower, upper];
      above[lower] = upper;
      legs[lower] = keys[edge];
      sizes[upper] += sizes[lower];
    }
    this.#above = above;
    this.#legs = legs;
    this.#depths = new Int32Array(nodeCount);
    for (const terminal of problem.terminals) {
      let depth = 0;
      for (let node = terminal; above[node] !== node; node = above[node]) depth++;
      this.#depths[terminal] = depth;
    }
  }

  /** Pence of the dearest leg between two terminals; 0 for one and the same, Infinity where nothing leads over. */
  between(one: number, other: number): number {
    const depths = this.#depths;
    let [a, b] = [one, other];
    let dearest = 0;
    while (a !== b) {
      if (depths[a] < depths[b]) [a, b] = [b, a];
      dearest = Math.max(dearest, this.#legs[a]);
      if (this.#above[a] === a) return Number.POSITIVE_INFINITY;
      a = this.#above[a];
    }
    return dearest;
  }
}
