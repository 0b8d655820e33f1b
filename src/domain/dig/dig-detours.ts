import { TreeImprover } from '../fibre/improve-tree.ts';
import { NodeHeap } from '../fibre/node-heap.ts';
import { SearchDesk } from '../fibre/search-desk.ts';
import { type SteinerProblem, steinerProblem } from '../fibre/steiner-problem.ts';
import { type StreetGraph, streetGraph } from '../fibre/street-graph.ts';
import { costOf } from '../fibre/tidy-tree.ts';
import type { WorkMeter } from '../fibre/work-meter.ts';
import { inSteps, type WorkStep } from '../project/work-step.ts';

/** A street that a restriction closes: its edges as they would be if it were lifted. */
export interface ClosedStreet {
  /** Place in the network's streets. */
  readonly street: number;
  /** How many nodes it has that the graph lacks: they go by the numbers after the graph's. */
  readonly newNodes: number;
  /** Nodes, and pence. */
  readonly edges: readonly { readonly tail: number; readonly head: number; readonly pence: number }[];
}

/** What going round a closed street costs. */
export interface DetourFound {
  readonly street: number;
  /** Pence from 0. */
  readonly pence: number;
}

/**
 * What a tree costs more than it would if one street were open, for those streets that lie nearest to it by cost. Each
 * time the same tree is improved, without the street and with it: local search, not two whole ones. Left out are those that
 * cost nothing to go round and do not meet the tree: they are not in its way.
 * @param tree edges of the graph over the terminals
 * @param most how many streets are looked at
 */
export function* digDetours(
  { graph, terminals }: SteinerProblem,
  tree: Int32Array,
  given: { readonly closed: readonly ClosedStreet[]; readonly most: number; readonly meter: WorkMeter },
): Generator<WorkStep, DetourFound[]> {
  const found: DetourFound[] = [];
  const nearest = nearestFirst(graph, tree, given.closed).slice(0, given.most);
  if (nearest.length === 0) return found;
  const step = (done: number): WorkStep => ({
    what: 'Asking what going round protected streets costs',
    fraction: done / nearest.length,
  });
  yield step(0);
  const settled = yield* improved(steinerProblem(graph, terminals), tree, given.meter, step(0));
  for (const [at, { street, edges, newNodes, away }] of nearest.entries()) {
    const opened = streetGraph({
      nodeCount: graph.nodeCount + newNodes,
      tails: [...graph.tails, ...edges.map(({ tail }) => tail)],
      heads: [...graph.heads, ...edges.map(({ head }) => head)],
      costs: [...graph.costs, ...edges.map(({ pence }) => pence)],
    });
    yield step(at);
    const open = yield* improved(steinerProblem(opened, terminals), settled, given.meter, step(at));
    const pence = costOf(graph.costs, settled) - costOf(opened.costs, open);
    if (pence > 0 || away === 0) found.push({ street, pence });
    if (given.meter.isStoppedEarly) break;
  }
  return found;
}

function* improved(
  problem: SteinerProblem,
  tree: Int32Array,
  meter: WorkMeter,
  step: WorkStep,
): Generator<WorkStep, Int32Array> {
  if (problem.terminals.length < 2) return new Int32Array(0);
  const desk = new SearchDesk(problem.graph);
  yield step;
  return (yield* inSteps(new TreeImprover(problem, { desk, meter }).improve(tree), step)).slice();
}

/** Closed streets that something leads to, by what leading a trench from the tree to them costs. */
function nearestFirst(
  graph: StreetGraph,
  tree: Int32Array,
  closed: readonly ClosedStreet[],
): (ClosedStreet & { readonly away: number })[] {
  const { nodeCount, tails, heads, offsets, neighbours, arcEdges, costs } = graph;
  const distances = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const heap = new NodeHeap(nodeCount);
  for (const edge of tree)
    for (const node of [tails[edge], heads[edge]]) {
      distances[node] = 0;
      heap.lower(node, 0);
    }
  while (heap.size > 0) {
    const node = heap.takeLeast();
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const through = distances[node] + costs[arcEdges[arc]];
      if (through >= distances[neighbours[arc]]) continue;
      distances[neighbours[arc]] = through;
      heap.lower(neighbours[arc], through);
    }
  }
  return closed
    .map((one) => ({ ...one, away: awayOf(one, distances) }))
    .filter(({ away }) => away < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.away - other.away || one.street - other.street);
}

function awayOf({ edges }: ClosedStreet, distances: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { tail, head } of edges)
    for (const node of [tail, head]) least = Math.min(least, distances[node] ?? Number.POSITIVE_INFINITY);
  return least;
}
