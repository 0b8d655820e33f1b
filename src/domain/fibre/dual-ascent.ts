import { NodeHeap } from './node-heap.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/** What a dual ascent leaves behind. */
export interface DualAscent {
  readonly root: number;
  /** Pence: no tree that joins the terminals costs less. */
  readonly bound: number;
  /** By place in the adjacency: what is left of the cost of going from that neighbour to the row's node. */
  readonly remaining: Float64Array;
  /** Whether no terminal was left to be paid for: the root reaches all of them over arcs that cost nothing more. */
  readonly isWhole: boolean;
}

/**
 * A lower bound of the Steiner tree. Every edge becomes two arcs; while a terminal is not reached from the root over arcs
 * that are paid off, all arcs into what reaches it are paid by what the least of them still costs, and so much is added
 * to the bound. The set with the fewest arcs into it goes first, which keeps bounds high and sets small.
 * Source: Wong (1984), "A dual ascent approach for Steiner tree problems on a directed graph"; the order after Duin (1993).
 * Interrupted, what it has is a bound all the same.
 */
export function* dualAscent(
  problem: SteinerProblem,
  root: number,
  meter: WorkMeter,
): Generator<void, DualAscent> {
  const { graph, isTerminal, terminals } = problem;
  const { offsets, neighbours, arcEdges, costs, nodeCount } = graph;
  const remaining = new Float64Array(neighbours.length);
  for (let arc = 0; arc < remaining.length; arc++) remaining[arc] = costs[arcEdges[arc]];
  const waiting = new NodeHeap(nodeCount);
  const stops = isTerminal.slice();
  stops[root] = 1;
  for (const terminal of terminals)
    if (terminal !== root) waiting.lower(terminal, offsets[terminal + 1] - offsets[terminal]);
  const seen = new Int32Array(nodeCount);
  const reached = new Int32Array(nodeCount);
  // Arcs into what is reached that are not paid off, with some that lay in it by then.
  const cut = new Int32Array(neighbours.length);
  let round = 0;
  let bound = 0;
  // Tails of arcs that an ascent has just paid off.
  const opened: number[] = [];
  while (waiting.size > 0 && !meter.isStoppedEarly) {
    const terminal = waiting.takeLeast();
    round++;
    let size = 0;
    let looked = 0;
    reached[size++] = terminal;
    seen[terminal] = round;
    let cutSize = 0;
    let degrees = 0;
    for (;;) {
      let isMet = false;
      for (; looked < size && !isMet; looked++) {
        const node = reached[looked];
        const first = offsets[node];
        const end = offsets[node + 1];
        degrees += end - first;
        for (let arc = first; arc < end; arc++) {
          if (remaining[arc] !== 0) {
            cut[cutSize++] = arc;
            continue;
          }
          const next = neighbours[arc];
          if (seen[next] === round) continue;
          if (stops[next]) {
            isMet = true;
            break;
          }
          seen[next] = round;
          reached[size++] = next;
        }
      }
      if (isMet) {
        stops[terminal] = 0;
        break;
      }
      let arcs = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let at = 0; at < cutSize; at++) {
        const arc = cut[at];
        if (seen[neighbours[arc]] === round) continue;
        cut[arcs++] = arc;
        if (remaining[arc] < least) least = remaining[arc];
      }
      cutSize = arcs;
      meter.spent += 2 * (size + degrees);
      if (waiting.size > 0 && arcs > 1.05 * waiting.leastKey + 1) {
        waiting.lower(terminal, arcs);
        break;
      }
      // Nothing leads in: the caller sees to it that terminals hang together, so the whole graph is reached.
      if (arcs === 0) break;
      bound += least;
      opened.length = 0;
      for (let at = 0; at < cutSize; at++) {
        const arc = cut[at];
        remaining[arc] -= least;
        if (remaining[arc] === 0) opened.push(neighbours[arc]);
      }
      for (const node of opened) {
        if (seen[node] === round) continue;
        if (stops[node]) {
          isMet = true;
          break;
        }
        seen[node] = round;
        reached[size++] = node;
      }
      if (isMet) {
        stops[terminal] = 0;
        break;
      }
      if (meter.isPauseDue()) yield;
    }
  }
  return { root, bound, remaining, isWhole: waiting.size === 0 };
}
