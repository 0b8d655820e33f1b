import { distancesFrom } from './distances-from.ts';
import { type SteinerProblem, steinerProblem } from './steiner-problem.ts';
import { type StreetGraph, streetGraph } from './street-graph.ts';

/** A graph in which nodes may be left unreached for a price (the prize-collecting Steiner tree). */
export interface PrizeProblem {
  readonly graph: StreetGraph;
  /** By node, pence, whole numbers from 0: what leaving it unreached costs. */
  readonly prizes: Float64Array;
  /** Nodes that have to be reached in any case: where the fibre comes from, say. None: the tree may lie anywhere. */
  readonly required: readonly number[];
}

/** A prize problem around one node, as a problem of terminals alone. */
export interface RootedPrizes {
  readonly problem: SteinerProblem;
  /** Pence that every tree of `problem` costs on top of what it means. */
  readonly excess: number;
  /** Edges of the prize problem, by edge of `problem` as far as there are any. */
  readonly edgeIds: Int32Array;
  /** By edge past them, two for each prize: the node whose prize it is. First the edge that reaches it, then the other. */
  readonly prizeNodes: Int32Array;
}

/**
 * Every prize becomes a terminal of its own, joined to its node for a base sum, and to the root for that sum and the
 * prize. The sum is more than any way from the root to such a node, so no tree goes over such a terminal to save that
 * way: each is an end of the best tree, and the best tree of the one problem is that of the other.
 * @param root a node that is reached; the first required one, if any
 * @param isClosed by node: 1 where the tree must not be, and for all that does not hang together with the root; their
 * prizes are not in the cost
 */
export function prizesAsTerminals(
  { graph, prizes, required }: PrizeProblem,
  root: number,
  isClosed: Uint8Array,
): RootedPrizes {
  const distances = distancesFrom(graph, root, isClosed);
  const nodes: number[] = [];
  let farthest = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (prizes[node] === 0 || isClosed[node] || node === root || required.includes(node)) continue;
    nodes.push(node);
    farthest = Math.max(farthest, distances[node]);
  }
  const base = farthest + 1;
  const edgeIds: number[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++)
    if (!isClosed[graph.tails[edge]] && !isClosed[graph.heads[edge]]) edgeIds.push(edge);
  const tails = edgeIds.map((edge) => graph.tails[edge]);
  const heads = edgeIds.map((edge) => graph.heads[edge]);
  const costs = edgeIds.map((edge) => graph.costs[edge]);
  const prizeNodes: number[] = [];
  nodes.forEach((node, at) => {
    const terminal = graph.nodeCount + at;
    tails.push(terminal, terminal);
    heads.push(node, root);
    costs.push(base, base + prizes[node]);
    prizeNodes.push(node, node);
  });
  const large = streetGraph({ nodeCount: graph.nodeCount + nodes.length, tails, heads, costs });
  return {
    problem: steinerProblem(large, [root, ...required, ...nodes.map((_, at) => graph.nodeCount + at)]),
    excess: base * nodes.length,
    edgeIds: Int32Array.from(edgeIds),
    prizeNodes: Int32Array.from(prizeNodes),
  };
}
