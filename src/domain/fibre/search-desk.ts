import { JoinedSets } from './joined-sets.ts';
import { NodeHeap } from './node-heap.ts';
import type { StreetGraph } from './street-graph.ts';

/** What searches over one graph write on, made once: each search leaves the heap empty and takes nothing else for granted. */
export class SearchDesk {
  readonly heap: NodeHeap;
  readonly sets: JoinedSets;
  /** By node. */
  readonly distances: Float64Array;
  /** By node: the edge it was reached by; −1: none. */
  readonly arrivals: Int32Array;
  readonly degrees: Int32Array;
  readonly stack: Int32Array;
  /** Edges, the cheapest first; equal ones in ascending order. */
  readonly ascending: Int32Array;

  constructor(graph: StreetGraph) {
    const { nodeCount, edgeCount, costs } = graph;
    this.heap = new NodeHeap(nodeCount);
    this.sets = new JoinedSets(nodeCount);
    this.distances = new Float64Array(nodeCount);
    this.arrivals = new Int32Array(nodeCount);
    this.degrees = new Int32Array(nodeCount);
    this.stack = new Int32Array(nodeCount);
    this.ascending = ascending(costs, edgeCount);
  }
}

function ascending(costs: Float64Array, edgeCount: number): Int32Array {
  let most = 0;
  for (const cost of costs) if (cost > most) most = cost;
  if (Number.isSafeInteger((most + 1) * edgeCount)) {
    // Cost and edge in one number: sorted without a comparison of ours, many times as fast.
    const keys = costs.map((cost, edge) => cost * edgeCount + edge).sort();
    return Int32Array.from(keys, (key) => key % edgeCount);
  }
  return Int32Array.from(costs, (_, edge) => edge).sort((a, b) => costs[a] - costs[b] || a - b);
}
