import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Nodes of a tree that joins all terminals: from a root, again and again the shortest path to the nearest terminal that
 * is not reached yet. Source: Takahashi and Matsuyama (1980), at most 2 (1 − 1/t) times the best; the search goes on
 * where a path was added instead of beginning anew (de Aragão and Werneck 2002).
 * @param given `root` is the node to begin with; `costs` by edge, from 0, Infinity closes an edge
 * @returns by node, 1 for the chosen; null where a terminal cannot be reached
 */
export function growTree(
  problem: SteinerProblem,
  given: { readonly root: number; readonly costs: Float64Array },
  { desk, meter }: { readonly desk: SearchDesk; readonly meter: WorkMeter },
): Uint8Array | null {
  const { graph, isTerminal, terminals } = problem;
  const { offsets, neighbours, arcEdges, tails, heads } = graph;
  const { root, costs } = given;
  const { heap, distances, arrivals } = desk;
  const isChosen = new Uint8Array(graph.nodeCount);
  distances.fill(Number.POSITIVE_INFINITY);
  distances[root] = 0;
  isChosen[root] = 1;
  heap.lower(root, 0);
  let left = terminals.length - isTerminal[root];
  let work = 0;
  while (left > 0 && heap.size > 0) {
    const node = heap.takeLeast();
    if (isTerminal[node] && !isChosen[node]) {
      left--;
      for (let at = node; !isChosen[at]; ) {
        isChosen[at] = 1;
        distances[at] = 0;
        heap.lower(at, 0);
        const edge = arrivals[at];
        at = tails[edge] === at ? heads[edge] : tails[edge];
      }
      continue;
    }
    const distance = distances[node];
    const end = offsets[node + 1];
    work += 4 + end - offsets[node];
    for (let arc = offsets[node]; arc < end; arc++) {
      const through = distance + costs[arcEdges[arc]];
      const next = neighbours[arc];
      if (through < distances[next]) {
        distances[next] = through;
        arrivals[next] = arcEdges[arc];
        heap.lower(next, through);
        work += 2;
      }
    }
  }
  heap.clear();
  meter.spent += 3 * work;
  return left === 0 ? isChosen : null;
}
