import { JoinedSets } from '../fibre/joined-sets.ts';
import { type StreetGraph, streetGraph } from '../fibre/street-graph.ts';
import type { StreetNetwork } from '../streets/street-network.ts';

/** The part of a network that can be dug for premises, as the solver takes it: what is in the tree in any case is one node. */
export interface DigGraph {
  readonly graph: StreetGraph;
  /** Edges of the network, by edge of the graph. */
  readonly edgeIds: Int32Array;
  /** Node of the graph, by node of the network; −1: no root leads there, or it cannot matter. */
  readonly nodeOf: Int32Array;
  /** The node that all roots are. */
  readonly root: number;
}

/**
 * Makes roots and the forced edges' ends one node each and leaves out what hangs together with no root.
 * @param pence by edge; Infinity: closed
 * @param given `roots`: nodes of the network, one at least; `forced`: edges without a circle that are in the tree in any
 * case; `isKept`: false for nodes of the network that cannot be in a best tree, which are left out
 */
export function digGraph(
  network: Pick<StreetNetwork, 'nodeCount' | 'edgeCount' | 'tails' | 'heads'>,
  pence: Float64Array,
  given: {
    readonly roots: readonly number[];
    readonly forced: readonly number[];
    readonly isKept?: (node: number) => boolean;
  },
): DigGraph {
  const { nodeCount, edgeCount, tails, heads } = network;
  const { roots, forced, isKept = () => true } = given;
  const together = new JoinedSets(nodeCount);
  for (const root of roots) together.join(roots[0], root);
  for (const edge of forced) together.join(tails[edge], heads[edge]);
  const hanging = new JoinedSets(nodeCount);
  for (let node = 0; node < nodeCount; node++) hanging.join(node, together.find(node));
  for (let edge = 0; edge < edgeCount; edge++)
    if (pence[edge] < Number.POSITIVE_INFINITY) hanging.join(tails[edge], heads[edge]);
  const home = hanging.find(roots[0]);
  const nodeOf = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const one = together.find(node);
    if (one === node && hanging.find(node) === home && isKept(node)) nodeOf[node] = count++;
  }
  for (let node = 0; node < nodeCount; node++) nodeOf[node] = nodeOf[together.find(node)];
  const edgeIds: number[] = [];
  const ends: [number[], number[]] = [[], []];
  const costs: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, head] = [nodeOf[tails[edge]], nodeOf[heads[edge]]];
    if (!(pence[edge] < Number.POSITIVE_INFINITY) || tail < 0 || head < 0 || tail === head) continue;
    edgeIds.push(edge);
    ends[0].push(tail);
    ends[1].push(head);
    costs.push(pence[edge]);
  }
  return {
    graph: streetGraph({ nodeCount: count, tails: ends[0], heads: ends[1], costs }),
    edgeIds: Int32Array.from(edgeIds),
    nodeOf,
    root: nodeOf[roots[0]],
  };
}
