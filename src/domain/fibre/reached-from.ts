import type { StreetGraph } from './street-graph.ts';

/** By node, 1 for those that edges lead to from this one, itself included. */
export function reachedFrom(graph: StreetGraph, start: number): Uint8Array {
  const { offsets, neighbours, nodeCount } = graph;
  const isReached = new Uint8Array(nodeCount);
  const stack = [start];
  isReached[start] = 1;
  while (stack.length > 0) {
    const node = stack.pop()!;
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const next = neighbours[arc];
      if (isReached[next]) continue;
      isReached[next] = 1;
      stack.push(next);
    }
  }
  return isReached;
}
