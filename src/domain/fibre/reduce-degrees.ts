import type { ShrinkingGraph } from './shrinking-graph.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Takes out what no search has to look at: dead ends, nodes that only lie on the way between two others, the dearer of
 * two edges side by side; fixes the only edge of a terminal, and the cheapest where it leads to a terminal.
 * Source: Beasley (1984); Duin and Volgenant (1989).
 */
export function* reduceDegrees(graph: ShrinkingGraph, meter: WorkMeter): Generator<void, void> {
  const queue: number[] = [];
  const isQueued = new Uint8Array(graph.nodeCount).fill(1);
  for (let node = graph.nodeCount - 1; node >= 0; node--) queue.push(node);
  const cheapestTo = new Map<number, number>();
  const look = (node: number): void => {
    if (isQueued[node]) return;
    isQueued[node] = 1;
    queue.push(node);
  };
  while (queue.length > 0) {
    const node = queue.pop()!;
    isQueued[node] = 0;
    meter.spent += 30 + 20 * graph.degrees[node];
    if (meter.isPauseDue()) yield;
    if (!graph.isAlive[node]) continue;
    dropDearer(node);
    const edges = graph.edgesAt(node);
    if (!graph.isTerminal[node]) {
      if (edges.length > 2) continue;
      for (const edge of edges) look(graph.otherEnd(edge, node));
      if (edges.length === 2) graph.joinInRow(node);
      else graph.deleteNode(node);
    } else if (graph.terminalCount > 1 && edges.length > 0) {
      const cheapest = edges.reduce((a, b) => (graph.costOf(b) < graph.costOf(a) ? b : a));
      const other = graph.otherEnd(cheapest, node);
      if (edges.length > 1 && !graph.isTerminal[other]) continue;
      const kept = graph.fix(cheapest);
      look(kept);
      for (const edge of graph.edgesAt(kept)) look(graph.otherEnd(edge, kept));
    }
  }

  function dropDearer(node: number): void {
    cheapestTo.clear();
    for (const edge of graph.edgesAt(node)) {
      const other = graph.otherEnd(edge, node);
      const rival = cheapestTo.get(other);
      if (rival === undefined) {
        cheapestTo.set(other, edge);
        continue;
      }
      const isDearer =
        graph.costOf(edge) > graph.costOf(rival) ||
        (graph.costOf(edge) === graph.costOf(rival) && edge > rival);
      graph.deleteEdge(isDearer ? edge : rival);
      if (!isDearer) cheapestTo.set(other, edge);
      look(other);
    }
  }
}
