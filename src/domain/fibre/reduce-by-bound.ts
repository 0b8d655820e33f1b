import type { DualAscent } from './dual-ascent.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Edges that no tree cheaper than a known one has: what an ascent left of the costs from the root to the edge, over it and
 * on to a terminal, on top of the bound, comes to that tree's cost or more, whichever way the edge is taken.
 * Source: Polzin and Vahdati Daneshmand (2001), "Improved algorithms for the Steiner problem in networks".
 * @param below pence: only trees that cost less are of interest
 */
export function edgesBeyond(
  problem: SteinerProblem,
  ascent: DualAscent,
  given: { readonly below: number; readonly desk: SearchDesk; readonly meter: WorkMeter },
): number[] {
  const { tails, heads, edgeCount, nodeCount, offsets, neighbours, arcEdges } = problem.graph;
  const { root, bound, remaining } = ascent;
  const { below, desk, meter } = given;
  const { heap } = desk;
  /** By edge: what is left of the arc to its tail, and to its head. */
  const toTail = new Float64Array(edgeCount);
  const toHead = new Float64Array(edgeCount);
  for (let node = 0; node < nodeCount; node++)
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const edge = arcEdges[arc];
      if (tails[edge] === node) toTail[edge] = remaining[arc];
      else toHead[edge] = remaining[arc];
    }
  const fromRoot = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  fromRoot[root] = 0;
  heap.lower(root, 0);
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const edge = arcEdges[arc];
      const next = neighbours[arc];
      const through = fromRoot[node] + (tails[edge] === node ? toHead[edge] : toTail[edge]);
      if (through >= fromRoot[next]) continue;
      fromRoot[next] = through;
      heap.lower(next, through);
    }
  }
  const toTerminal = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  for (const terminal of problem.terminals)
    if (terminal !== root) {
      toTerminal[terminal] = 0;
      heap.lower(terminal, 0);
    }
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const next = neighbours[arc];
      const through = toTerminal[node] + remaining[arc];
      if (through >= toTerminal[next]) continue;
      toTerminal[next] = through;
      heap.lower(next, through);
    }
  }
  meter.spent += 30 * (edgeCount + nodeCount);
  const found: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, head] = [tails[edge], heads[edge]];
    const down = bound + fromRoot[tail] + toHead[edge] + toTerminal[head];
    const up = bound + fromRoot[head] + toTail[edge] + toTerminal[tail];
    if (down >= below && up >= below) found.push(edge);
  }
  return found;
}
