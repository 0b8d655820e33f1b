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
 * Every prize becomes a terminal of its own, joined to its node at the price of a large sum, or to the root at that sum
 * and the prize. The sum is larger than all that could be saved, so each such terminal is an end of the best tree:
 * the best tree of the one problem is that of the other.
 * @param root a node that is reached; the first required one, if any
 * @param isClosed by node: 1 where the tree must not be; their prizes are not in the cost
 */
export function prizesAsTerminals(
  { graph, prizes, required }: PrizeProblem,
  root: number,
  isClosed: Uint8Array,
): RootedPrizes {
  // A way over such a terminal must not pay for required nodes either: they can be joined for all edges together.
  let sum = 1 + (required.length > 1 ? graph.costs.reduce((all, cost) => all + cost, 0) : 0);
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (prizes[node] === 0 || isClosed[node] || node === root || required.includes(node)) continue;
    sum += prizes[node];
    nodes.push(node);
  }
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
    costs.push(sum, sum + prizes[node]);
    prizeNodes.push(node, node);
  });
  const large = streetGraph({ nodeCount: graph.nodeCount + nodes.length, tails, heads, costs });
  return {
    problem: steinerProblem(large, [root, ...required, ...nodes.map((_, at) => graph.nodeCount + at)]),
    excess: sum * nodes.length,
    edgeIds: Int32Array.from(edgeIds),
    prizeNodes: Int32Array.from(prizeNodes),
  };
}
