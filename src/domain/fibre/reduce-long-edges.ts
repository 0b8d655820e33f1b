import { LABELS, type NearestTerminals } from './nearest-terminals.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { TerminalBottlenecks } from './terminal-bottlenecks.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Edges that no best tree needs, because a walk between their ends has only shorter legs between its stops at terminals
 * (the special-distance test of Duin and Volgenant 1989, by the nearest terminals as Polzin and Vahdati Daneshmand 2001
 * do). Only strictly shorter legs count, so all of them may be deleted at once.
 */
export function longEdges(
  problem: SteinerProblem,
  nearest: NearestTerminals,
  bottlenecks: TerminalBottlenecks,
): number[] {
  const { tails, heads, costs, edgeCount } = problem.graph;
  const { labels, distances } = nearest;
  const found: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    const cost = costs[edge];
    const [tail, head] = [LABELS * tails[edge], LABELS * heads[edge]];
    let isLong = false;
    for (let i = tail; i < tail + LABELS && distances[i] < cost && !isLong; i++)
      for (let j = head; j < head + LABELS && distances[j] < cost && !isLong; j++)
        isLong = bottlenecks.between(labels[i], labels[j]) < cost;
    if (isLong) found.push(edge);
  }
  return found;
}

/** Nodes that a look for a way round settles at most, from each end of an edge. */
const MOST_SETTLED = 12;

/** Edges with another way between their ends that is no longer; found one after the other, so that ties are safe. */
export function* roundaboutEdges(
  problem: SteinerProblem,
  desk: SearchDesk,
  meter: WorkMeter,
): Generator<void, number[]> {
  const { tails, heads, costs, edgeCount, offsets, neighbours, arcEdges } = problem.graph;
  const isGone = new Uint8Array(edgeCount);
  const { heap, distances } = desk;
  distances.fill(Number.POSITIVE_INFINITY);
  const touched: number[] = [];
  const found: number[] = [];
  // The dearest first: they are the likeliest, and cheaper ones stay to be their way round.
  for (let at = edgeCount - 1; at >= 0; at--) {
    const edge = desk.ascending[at];
    const cost = costs[edge];
    const [tail, head] = [tails[edge], heads[edge]];
    distances[tail] = 0;
    touched.push(tail);
    heap.lower(tail, 0);
    let settled = 0;
    while (heap.size > 0 && settled < MOST_SETTLED && distances[head] > cost) {
      const node = heap.takeLeast();
      settled++;
      for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        const by = arcEdges[arc];
        const through = distances[node] + costs[by];
        const next = neighbours[arc];
        if (isGone[by] || by === edge || through > cost || through >= distances[next]) continue;
        if (distances[next] === Number.POSITIVE_INFINITY) touched.push(next);
        distances[next] = through;
        heap.lower(next, through);
      }
      meter.spent += 12 + 3 * (offsets[node + 1] - offsets[node]);
    }
    if (distances[head] <= cost) {
      isGone[edge] = 1;
      found.push(edge);
    }
    heap.clear();
    for (const node of touched) distances[node] = Number.POSITIVE_INFINITY;
    touched.length = 0;
    if (meter.isPauseDue()) yield;
  }
  return found;
}
