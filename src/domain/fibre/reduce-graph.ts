import { nearestTerminals } from './nearest-terminals.ts';
import { reduceDegrees } from './reduce-degrees.ts';
import { longEdges, roundaboutEdges } from './reduce-long-edges.ts';
import { fixShortEdges } from './reduce-short-edges.ts';
import { SearchDesk } from './search-desk.ts';
import type { ShrinkingGraph, ShrunkProblem } from './shrinking-graph.ts';
import { TerminalBottlenecks } from './terminal-bottlenecks.ts';
import type { WorkMeter } from './work-meter.ts';

/** Reducing ends when a round leaves more than this of the edges. */
const WORTHWHILE = 0.97;

/** Reduces a graph by its shape alone, round by round while that is worth it; returns what is left. */
export function* reduceGraph(graph: ShrinkingGraph, meter: WorkMeter): Generator<void, ShrunkProblem> {
  for (;;) {
    const before = graph.edgesLeft;
    let shrunk = graph.left();
    if (shrunk.problem.terminals.length < 2) return shrunk;
    yield;
    const nearest = yield* nearestTerminals(shrunk.problem, meter);
    yield;
    if (meter.isStoppedEarly) return shrunk;
    const bottlenecks = new TerminalBottlenecks(shrunk.problem, nearest);
    for (const edge of longEdges(shrunk.problem, nearest, bottlenecks))
      graph.deleteEdge(shrunk.edgeIds[edge]);
    yield;
    fixShortEdges(graph, shrunk, nearest);
    yield* reduceDegrees(graph, meter);
    yield;
    shrunk = graph.left();
    yield;
    if (meter.isStoppedEarly) return shrunk;
    const { problem, edgeIds } = shrunk;
    const roundabout = yield* roundaboutEdges(problem, new SearchDesk(problem.graph), meter);
    for (const edge of roundabout) graph.deleteEdge(edgeIds[edge]);
    yield* reduceDegrees(graph, meter);
    yield;
    meter.spent += 40 * before;
    if (graph.edgesLeft >= WORTHWHILE * before || meter.isOut) return graph.left();
  }
}
