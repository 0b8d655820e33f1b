import { JoinedSets } from './joined-sets.ts';
import { LABELS, type NearestTerminals } from './nearest-terminals.ts';
import type { ShrinkingGraph, ShrunkProblem } from './shrinking-graph.ts';

/**
 * Fixes the cheapest edge of a terminal where no other edge of it is cheaper than that edge and the way on to another
 * terminal: some best tree has it (nearest vertex, Duin and Volgenant 1989).
 * @returns how many were fixed
 */
export function fixShortEdges(
  graph: ShrinkingGraph,
  { problem, nodeIds }: ShrunkProblem,
  nearest: NearestTerminals,
): number {
  const { labels, distances } = nearest;
  const merged = new JoinedSets(problem.graph.nodeCount);
  const places = new Map<number, number>();
  nodeIds.forEach((node, place) => {
    places.set(node, place);
  });
  let count = 0;
  for (const terminal of problem.terminals) {
    const node = nodeIds[terminal];
    if (!graph.isAlive[node] || graph.terminalCount < 2) continue;
    let [least, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    let cheapest = -1;
    for (const edge of graph.edgesAt(node)) {
      const cost = graph.costOf(edge);
      if (cost < least) {
        second = least;
        least = cost;
        cheapest = edge;
      } else if (cost < second) second = cost;
    }
    if (cheapest < 0) continue;
    const end = graph.otherEnd(cheapest, node);
    const place = places.get(end)!;
    if (least + onward(end, place, terminal) > second) continue;
    graph.fix(cheapest);
    merged.join(terminal, place);
    count++;
  }
  return count;

  /** At most so far is it from a node to a terminal that is not this one, nor one with it by now. */
  function onward(node: number, place: number, terminal: number): number {
    if (graph.isTerminal[node]) return 0;
    for (let i = LABELS * place; i < LABELS * (place + 1) && labels[i] >= 0; i++)
      if (merged.find(labels[i]) !== merged.find(terminal)) return distances[i];
    return Number.POSITIVE_INFINITY;
  }
}
