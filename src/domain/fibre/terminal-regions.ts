import { NodeHeap } from './node-heap.ts';
import type { SteinerProblem } from './steiner-problem.ts';

/** By node, the terminal it is nearest to; what leads to it. */
export interface TerminalRegions {
  /** −1: no terminal leads there. */
  readonly nearest: Int32Array;
  /** Pence to it; Infinity where there is none. */
  readonly distances: Float64Array;
  /** The edge over which it is reached; −1 for terminals and what none leads to. */
  readonly arrivals: Int32Array;
}

/** Each node with its nearest terminal: Dijkstra from all of them at once. At equal distances it is fixed which. */
export function terminalRegions({ graph, terminals }: SteinerProblem): TerminalRegions {
  const { nodeCount, offsets, neighbours, arcEdges, costs } = graph;
  const distances = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const nearest = new Int32Array(nodeCount).fill(-1);
  const arrivals = new Int32Array(nodeCount).fill(-1);
  const heap = new NodeHeap(nodeCount);
  for (const terminal of terminals) {
    distances[terminal] = 0;
    nearest[terminal] = terminal;
    heap.lower(terminal, 0);
  }
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const next = neighbours[arc];
      const through = distances[node] + costs[arcEdges[arc]];
      if (through >= distances[next]) continue;
      distances[next] = through;
      nearest[next] = nearest[node];
      arrivals[next] = arcEdges[arc];
      heap.lower(next, through);
    }
  }
  return { nearest, distances, arrivals };
}

/**
 * The edges between regions that join terminals at least length together, the shortest first: the shortest tree over the
 * terminals by distances between them (Mehlhorn 1988). `lengths`, in their order, is what each joins two terminals for.
 */
export function shortestJoins(
  { graph }: SteinerProblem,
  { nearest, distances }: TerminalRegions,
  join: (one: number, other: number) => boolean,
): { readonly edges: Int32Array; readonly lengths: Float64Array } {
  const { tails, heads, costs, edgeCount } = graph;
  const bridges = new Int32Array(edgeCount);
  const lengthOf = new Float64Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, head] = [tails[edge], heads[edge]];
    if (nearest[tail] === nearest[head]) continue;
    lengthOf[edge] = distances[tail] + costs[edge] + distances[head];
    bridges[count++] = edge;
  }
  const ascending = bridges.subarray(0, count).sort((a, b) => lengthOf[a] - lengthOf[b] || a - b);
  const edges = ascending.filter((edge) => join(nearest[tails[edge]], nearest[heads[edge]]));
  return { edges, lengths: Float64Array.from(edges, (edge) => lengthOf[edge]) };
}
