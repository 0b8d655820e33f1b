import { JoinedSets } from '../fibre/joined-sets.ts';
import type { SteinerProblem } from '../fibre/steiner-problem.ts';
import { shortestJoins, type TerminalRegions, terminalRegions } from '../fibre/terminal-regions.ts';

/**
 * By node, 1 for those that a best tree over the terminals can have. A tree's places within b of a node that is no
 * terminal, and has none that near, cost at least 2 b, and so much more where they branch; cut out, they leave pieces that
 * the longest edge s of the shortest tree over the terminals (by distances between them) joins anew for s each. Where a
 * tree is best that pays for none, so with n(b) branches at b the integral of n from 0 to b is at most (n(b) − 1) s: n is
 * at least e^(b ÷ s), and at most the number t of terminals. Hence no such node is farther than s ln t from its nearest
 * terminal, and where t < 4 than s ÷ 2 × (t − 1).
 */
export function whatMatters(problem: SteinerProblem): Uint8Array {
  const regions = terminalRegions(problem);
  const most = farthestThatMatters(problem, regions);
  return Uint8Array.from(regions.distances, (distance) => (distance <= most ? 1 : 0));
}

function farthestThatMatters(problem: SteinerProblem, regions: TerminalRegions): number {
  const count = problem.terminals.length;
  if (count < 2) return 0;
  const sets = new JoinedSets(problem.graph.nodeCount);
  const { lengths } = shortestJoins(problem, regions, (one, other) => sets.join(one, other));
  const longest = lengths.at(-1) ?? 0;
  return longest * (count < 4 ? (count - 1) / 2 : Math.log(count));
}
