import { NodeHeap } from './node-heap.ts';
import type { StreetGraph } from './street-graph.ts';

/** By node, pence of the cheapest way from a start over nodes that are not closed (Dijkstra); Infinity: there is none. */
export function distancesFrom(graph: StreetGraph, start: number, isClosed: Uint8Array): Float64Array {
  const { offsets, neighbours, arcEdges, costs, nodeCount } = graph;
  const distances = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const heap = new NodeHeap(nodeCount);
  distances[start] = 0;
  heap.lower(start, 0);
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const through = distances[node] + costs[arcEdges[arc]];
      const next = neighbours[arc];
      if (isClosed[next] || through >= distances[next]) continue;
      distances[next] = through;
      heap.lower(next, through);
    }
  }
  return distances;
}
