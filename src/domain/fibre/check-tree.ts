import { JoinedSets } from './joined-sets.ts';
import type { SteinerProblem } from './steiner-problem.ts';

/** A tree that is none, or not the one it says it is: a fault of the solver, never of the data. */
export class TreeFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TreeFault';
  }
}

/**
 * Makes sure of an answer: its edges are edges, each once, without a circle, hang together, reach every terminal, and
 * cost together what is said. No edges are right where there is at most one terminal. Throws TreeFault.
 */
export function checkTree(problem: SteinerProblem, edges: ArrayLike<number>, cost: number): void {
  const { graph, terminals } = problem;
  const sets = new JoinedSets(graph.nodeCount);
  let sum = 0;
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at];
    if (!(Number.isInteger(edge) && edge >= 0 && edge < graph.edgeCount))
      throw new TreeFault(`The tree has an edge ${edge}, which the graph has not.`);
    if (!sets.join(graph.tails[edge], graph.heads[edge]))
      throw new TreeFault(`The tree has a circle: edge ${edge} joins what is joined.`);
    sum += graph.costs[edge];
  }
  if (sum !== cost) throw new TreeFault(`The tree's edges cost ${sum}, not ${cost}.`);
  const start = edges.length > 0 ? graph.tails[edges[0]] : terminals[0];
  for (const terminal of terminals)
    if (sets.find(terminal) !== sets.find(start))
      throw new TreeFault(`The tree does not reach node ${terminal}.`);
  for (let at = 0; at < edges.length; at++)
    if (sets.find(graph.tails[edges[at]]) !== sets.find(start))
      throw new TreeFault(`The tree is in pieces: edge ${edges[at]} hangs apart.`);
}
