import fc from 'fast-check';
import { type StreetGraph, streetGraph } from '../../src/domain/fibre/street-graph.ts';

/** Nodes and edges [end, end, pence] of a graph small enough to look at every choice of its nodes. */
export interface SmallStreets {
  readonly nodeCount: number;
  readonly edges: readonly (readonly [number, number, number])[];
}

export function graphOf({ nodeCount, edges }: SmallStreets): StreetGraph {
  return streetGraph({
    nodeCount,
    tails: edges.map(([tail]) => tail),
    heads: edges.map(([, head]) => head),
    costs: edges.map(([, , cost]) => cost),
  });
}

/** Graphs that hang together, with loops, parallel edges, equal and zero costs among them. */
export const smallStreets: fc.Arbitrary<SmallStreets> = fc.integer({ min: 2, max: 9 }).chain((nodeCount) =>
  fc
    .record({
      upwards: fc.array(fc.nat(), { minLength: nodeCount - 1, maxLength: nodeCount - 1 }),
      costs: fc.array(fc.nat(12), { minLength: nodeCount - 1, maxLength: nodeCount - 1 }),
      more: fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1), fc.nat(12)), { maxLength: 14 }),
    })
    .map(({ upwards, costs, more }) => ({
      nodeCount,
      edges: [
        ...upwards.map((up, at): [number, number, number] => [at + 1, up % (at + 1), costs[at]]),
        ...more,
      ],
    })),
);

/** Pence of the cheapest tree over exactly these nodes (bits); Infinity where they do not hang together. */
export function spanningCost({ nodeCount, edges }: SmallStreets, nodes: number): number {
  const sets = Array.from({ length: nodeCount }, (_, node) => node);
  let [cost, left] = [0, -1];
  for (let node = 0; node < nodeCount; node++) left += (nodes >> node) & 1;
  for (const [tail, head, pence] of [...edges].sort((a, b) => a[2] - b[2])) {
    if (!((nodes >> tail) & 1 && (nodes >> head) & 1) || sets[tail] === sets[head]) continue;
    const lost = sets[head];
    for (let node = 0; node < nodeCount; node++) if (sets[node] === lost) sets[node] = sets[tail];
    cost += pence;
    left--;
  }
  return left > 0 ? Number.POSITIVE_INFINITY : cost;
}

/** Pence of the cheapest tree that joins the terminals, by looking at every choice of further nodes. */
export function exhaustiveCost(streets: SmallStreets, terminals: readonly number[]): number {
  const needed = terminals.reduce((bits, node) => bits | (1 << node), 0);
  let least = terminals.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let nodes = 1; nodes < 1 << streets.nodeCount; nodes++)
    if ((nodes & needed) === needed) least = Math.min(least, spanningCost(streets, nodes));
  return least;
}

/** Pence of the best tree with prizes: edges and the prizes of what it does not reach. */
export function exhaustivePrizeCost(
  streets: SmallStreets,
  prizes: readonly number[],
  required: readonly number[],
): number {
  const needed = required.reduce((bits, node) => bits | (1 << node), 0);
  const lost = (nodes: number): number =>
    prizes.reduce((sum, prize, node) => sum + ((nodes >> node) & 1 ? 0 : prize), 0);
  let least = needed === 0 ? lost(0) : Number.POSITIVE_INFINITY;
  for (let nodes = 1; nodes < 1 << streets.nodeCount; nodes++)
    if ((nodes & needed) === needed) least = Math.min(least, spanningCost(streets, nodes) + lost(nodes));
  return least;
}
