import type { SteinerProblem } from './steiner-problem.ts';
import type { TreeFrame } from './tree-frame.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Nodes off a tree that it is cheaper with: the node is joined to its neighbours in the tree, the cheapest first, and
 * each further one drops the costliest edge of the circle it closes. Every node is tried once, in ascending order;
 * what pays is kept at once (Steiner-vertex insertion, Minoux 1990).
 * @returns the tree's edges, cheaper or as they were given
 */
export function* insertNodes(
  problem: SteinerProblem,
  given: Int32Array,
  tools: { readonly costs: Float64Array; readonly frame: TreeFrame; readonly meter: WorkMeter },
): Generator<void, Int32Array> {
  const { offsets, neighbours, arcEdges, nodeCount } = problem.graph;
  const { costs, frame, meter } = tools;
  const root = problem.terminals[0];
  let edges = given;
  frame.hang(edges, root);
  const places = frame.places;
  let dearest = dearestOf(edges, costs);
  const arcs: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (meter.isPauseDue()) yield;
    if (places[node] >= 0) continue;
    arcs.length = 0;
    let cheapest = Number.POSITIVE_INFINITY;
    let joined = 0;
    const end = offsets[node + 1];
    for (let arc = offsets[node]; arc < end; arc++) {
      if (places[neighbours[arc]] < 0) continue;
      joined++;
      cheapest = Math.min(cheapest, costs[arcEdges[arc]]);
      if (costs[arcEdges[arc]] < dearest) arcs.push(arc);
    }
    meter.spent += 4 * (end - offsets[node]);
    // The first edge drops nothing, so at least two others have to.
    if (joined < 3 || arcs.length < 3 || cheapest >= dearest) continue;
    arcs.sort((a, b) => costs[arcEdges[a]] - costs[arcEdges[b]] || a - b);
    const swap = starOf(arcs);
    if (!swap) continue;
    edges = changed(edges, swap);
    frame.hang(edges, root);
    dearest = dearestOf(edges, costs);
    meter.spent += 12 * edges.length;
  }
  return edges;

  function starOf(star: readonly number[]): { out: Set<number>; into: number[] } | null {
    const out = new Set<number>();
    const into = [arcEdges[star[0]]];
    const hung = [neighbours[star[0]]];
    let gain = -costs[into[0]];
    for (let at = 1; at < star.length; at++) {
      const edge = arcEdges[star[at]];
      const neighbour = neighbours[star[at]];
      const worst = dearestBetween(neighbour, hung, out);
      if (worst < 0 || costs[worst] <= costs[edge]) continue;
      out.add(worst);
      into.push(edge);
      hung.push(neighbour);
      gain += costs[worst] - costs[edge];
    }
    return gain > 0 ? { out, into } : null;
  }

  /** The costliest tree edge between a node and the one of these that it still hangs together with. */
  function dearestBetween(node: number, hung: readonly number[], out: ReadonlySet<number>): number {
    const { depths, parents, parentEdges } = frame;
    for (const other of hung) {
      let [a, b] = [node, other];
      let worst = -1;
      let isWhole = true;
      while (a !== b && isWhole) {
        if (depths[a] < depths[b]) [a, b] = [b, a];
        const edge = parentEdges[a];
        if (out.size > 0 && out.has(edge)) isWhole = false;
        if (worst < 0 || costs[edge] > costs[worst]) worst = edge;
        a = parents[a];
        meter.spent += 3;
      }
      if (isWhole) return worst;
    }
    return -1;
  }
}

function changed(edges: Int32Array, { out, into }: { out: ReadonlySet<number>; into: number[] }): Int32Array {
  const kept = edges.filter((edge) => !out.has(edge));
  const all = new Int32Array(kept.length + into.length);
  all.set(kept);
  all.set(into, kept.length);
  return all;
}

function dearestOf(edges: Int32Array, costs: Float64Array): number {
  let most = 0;
  for (const edge of edges) if (costs[edge] > most) most = costs[edge];
  return most;
}
