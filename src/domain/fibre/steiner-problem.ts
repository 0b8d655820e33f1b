import type { StreetGraph } from './street-graph.ts';

/** A graph and the nodes that a tree has to join at least cost (the Steiner problem in graphs). */
export interface SteinerProblem {
  readonly graph: StreetGraph;
  /** Ascending, each once. */
  readonly terminals: Int32Array;
  /** nodeCount long: 1 for a terminal. */
  readonly isTerminal: Uint8Array;
}

/** The problem of joining these nodes; named twice is named once. Throws RangeError for what is no node. */
export function steinerProblem(graph: StreetGraph, nodes: Iterable<number>): SteinerProblem {
  const isTerminal = new Uint8Array(graph.nodeCount);
  for (const node of nodes) {
    if (!(Number.isInteger(node) && node >= 0 && node < graph.nodeCount))
      throw new RangeError(`Node ${node} is to be reached; the nodes are 0 to ${graph.nodeCount - 1}.`);
    isTerminal[node] = 1;
  }
  return { graph, isTerminal, terminals: flagged(isTerminal) };
}

/** Places of the ones, ascending. */
export function flagged(flags: Uint8Array): Int32Array {
  let count = 0;
  for (const flag of flags) count += flag;
  const places = new Int32Array(count);
  count = 0;
  for (let place = 0; place < flags.length; place++) if (flags[place]) places[count++] = place;
  return places;
}
