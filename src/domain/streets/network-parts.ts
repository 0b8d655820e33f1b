import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from './street-network.ts';

/** Which part of a network each edge is in, and how many edges each part has. */
export interface NetworkParts {
  /** Edges of each part, the largest first; of equals the one with the lowest edge. */
  readonly sizes: readonly number[];
  /** Place in `sizes` of each edge's part. */
  readonly partOf: Int32Array;
}

/** The parts of a network that touch nothing else. */
export function* networkParts({
  nodeCount,
  edgeCount,
  tails,
  heads,
}: Pick<StreetNetwork, 'nodeCount' | 'edgeCount' | 'tails' | 'heads'>): Generator<WorkStep, NetworkParts> {
  const parents = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const find = (given: number): number => {
    let node = given;
    while (parents[node] !== node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edge & 65535) === 0) yield { what: 'Looking over the network', fraction: edge / edgeCount };
    const [a, b] = [find(tails[edge]), find(heads[edge])];
    if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
  }
  const counts = new Map<number, number>();
  for (let edge = 0; edge < edgeCount; edge++) {
    const root = find(tails[edge]);
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  yield { what: 'Looking over the network', fraction: 1 };
  // A Map keeps the order of first edges, and sorting keeps that of equals.
  const order = [...counts].sort((one, other) => other[1] - one[1]);
  const places = new Map(order.map(([root], place) => [root, place]));
  return {
    sizes: order.map(([, count]) => count),
    partOf: Int32Array.from({ length: edgeCount }, (_, edge) => places.get(find(tails[edge])) ?? -1),
  };
}
