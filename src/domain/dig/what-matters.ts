import { JoinedSets } from '../fibre/joined-sets.ts';
import { NodeHeap } from '../fibre/node-heap.ts';
import type { SteinerProblem } from '../fibre/steiner-problem.ts';

/**
 * By node, 1 for those that a best tree over the terminals can have. A tree's places within b of a node that is no
 * terminal, and has none that near, cost at least 2 b, and so much more where they branch; cut out, they leave pieces that
 * the longest edge s of the shortest tree over the terminals (by distances between them) joins anew for s each. Where a
 * tree is best that pays for none, so with n(b) branches at b the integral of n from 0 to b is at most (n(b) − 1) s: n is
 * at least e^(b ÷ s), and at most the number t of terminals. Hence no such node is farther than s ln t from its nearest
 * terminal, and where t < 4 than s ÷ 2 × (t − 1).
 */
export function whatMatters({ graph, terminals }: SteinerProblem): Uint8Array {
  const { nodeCount, edgeCount, tails, heads, offsets, neighbours, arcEdges, costs } = graph;
  const distances = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const nearest = new Int32Array(nodeCount).fill(-1);
  const heap = new NodeHeap(nodeCount);
  for (const terminal of terminals) {
    distances[terminal] = 0;
    nearest[terminal] = terminal;
    heap.lower(terminal, 0);
  }
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const through = distances[node] + costs[arcEdges[arc]];
      const next = neighbours[arc];
      if (through >= distances[next]) continue;
      distances[next] = through;
      nearest[next] = nearest[node];
      heap.lower(next, through);
    }
  }
  const most = farthestThatMatters();
  return Uint8Array.from(distances, (distance) => (distance <= most ? 1 : 0));

  function farthestThatMatters(): number {
    if (terminals.length < 2) return 0;
    // The shortest tree over the terminals is made of ways over one edge between their neighbourhoods (Mehlhorn 1988).
    const lengths = new Float64Array(edgeCount);
    const bridges: number[] = [];
    for (let edge = 0; edge < edgeCount; edge++) {
      const [tail, head] = [tails[edge], heads[edge]];
      if (nearest[tail] === nearest[head]) continue;
      lengths[edge] = distances[tail] + costs[edge] + distances[head];
      bridges.push(edge);
    }
    bridges.sort((one, other) => lengths[one] - lengths[other] || one - other);
    const sets = new JoinedSets(nodeCount);
    let longest = 0;
    for (const edge of bridges)
      if (sets.join(nearest[tails[edge]], nearest[heads[edge]])) longest = lengths[edge];
    const count = terminals.length;
    return longest * (count < 4 ? (count - 1) / 2 : Math.log(count));
  }
}
