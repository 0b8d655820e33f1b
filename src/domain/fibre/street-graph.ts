/**
 * Streets as the solver takes them: nodes 0 … nodeCount − 1 and undirected edges, each with a cost in whole pence.
 * Row `v` of the adjacency is `offsets[v]` … `offsets[v + 1]`: there stand the neighbours and the edges that lead to them,
 * in ascending order of the edges. Nothing here is written to once made.
 */
export interface StreetGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** The two ends of each edge, edgeCount long. */
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Pence, whole numbers from 0, edgeCount long. */
  readonly costs: Float64Array;
  /** nodeCount + 1 long. */
  readonly offsets: Int32Array;
  /** Both 2 × edgeCount long. */
  readonly neighbours: Int32Array;
  readonly arcEdges: Int32Array;
}

/**
 * The graph of these edges. Loops and parallel edges are allowed. Throws RangeError where an end is no node, a cost is
 * no whole number from 0, or all costs together pass what is added exactly (2^53).
 */
export function streetGraph(given: {
  readonly nodeCount: number;
  readonly tails: ArrayLike<number>;
  readonly heads: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}): StreetGraph {
  const { nodeCount } = given;
  const edgeCount = given.costs.length;
  const tails = Int32Array.from(given.tails);
  const heads = Int32Array.from(given.heads);
  const costs = Float64Array.from(given.costs);
  const offsets = new Int32Array(nodeCount + 1);
  let total = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, head, cost] = [tails[edge], heads[edge], costs[edge]];
    if (!(tail >= 0 && tail < nodeCount && head >= 0 && head < nodeCount))
      throw new RangeError(`Edge ${edge} joins ${tail} and ${head}; the nodes are 0 to ${nodeCount - 1}.`);
    if (!(Number.isSafeInteger(cost) && cost >= 0))
      throw new RangeError(`Edge ${edge} costs ${cost}; a cost is a whole number of pence from 0.`);
    total += cost;
    offsets[tail + 1]++;
    offsets[head + 1]++;
  }
  if (!Number.isSafeInteger(total)) throw new RangeError('All costs together pass 2^53 pence.');
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] += offsets[node];
  const next = offsets.slice(0, nodeCount);
  const neighbours = new Int32Array(2 * edgeCount);
  const arcEdges = new Int32Array(2 * edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, head] = [tails[edge], heads[edge]];
    arcEdges[next[tail]] = edge;
    neighbours[next[tail]++] = head;
    arcEdges[next[head]] = edge;
    neighbours[next[head]++] = tail;
  }
  return { nodeCount, edgeCount, tails, heads, costs, offsets, neighbours, arcEdges };
}
