import { NodeHeap } from '../fibre/node-heap.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../units.ts';
import { isDug } from './dig-prices.ts';

/** A street is dug from end to end where no place of it is farther than this from the trench: the width of a wide street. */
const WIDTH_METRES = 30;

/**
 * The edges of a street that are dug where it must be dug: of each part of it that hangs together, the cheapest line along
 * the street between two places far apart, and from there on the cheapest line to whatever of it is still far from what
 * has been dug. One footway does for both; every branch is followed. A forest, in no particular order.
 * @param street place in `network.streets`
 * @param pence by edge; Infinity: closed
 */
export function forcedLine(network: StreetNetwork, street: number, pence: Float64Array): number[] {
  const { tails, heads, edgeCount, streetOf } = network;
  const own: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++)
    if (streetOf[edge] === street && isDug(network, edge) && pence[edge] < Number.POSITIVE_INFINITY)
      own.push(edge);
  const nodes = [...new Set(own.flatMap((edge) => [tails[edge], heads[edge]]))].sort((a, b) => a - b);
  const places = new Map(nodes.map((node, place) => [node, place]));
  const arcs: { to: number; edge: number }[][] = nodes.map(() => []);
  for (const edge of own) {
    const [tail, head] = [places.get(tails[edge])!, places.get(heads[edge])!];
    arcs[tail].push({ to: head, edge });
    arcs[head].push({ to: tail, edge });
  }
  const at = nodes.map((node) => planeMetres(network, node));
  const isDone = new Uint8Array(nodes.length);
  const line: number[] = [];
  for (let first = 0; first < nodes.length; first++) {
    if (isDone[first]) continue;
    const part = reached(arcs, first);
    for (const place of part) isDone[place] = 1;
    line.push(...lineOfPart(part));
  }
  return line;

  function lineOfPart(part: readonly number[]): number[] {
    // Twice the farthest is as far apart as makes no difference.
    const start = farthest(part, [part[0]]).place;
    const dug = [start];
    const edges: number[] = [];
    const segments: (readonly [number, number])[] = [];
    for (;;) {
      const { place, metres } = farthest(part, dug, segments);
      if (metres <= WIDTH_METRES && segments.length > 0) return edges;
      const way = cheapestWay(arcs, { from: dug, to: place, pence });
      if (way.length === 0) return edges;
      for (const { edge, from, to } of way) {
        edges.push(edge);
        segments.push([from, to]);
        dug.push(to);
      }
    }
  }

  /** The place farthest from all that is dug, the first of equals. */
  function farthest(
    part: readonly number[],
    dug: readonly number[],
    segments: readonly (readonly [number, number])[] = [],
  ): { place: number; metres: number } {
    let best = { place: part[0], metres: -1 };
    for (const place of part) {
      let metres = Number.POSITIVE_INFINITY;
      if (segments.length === 0)
        for (const one of dug)
          metres = Math.min(metres, Math.hypot(at[place].x - at[one].x, at[place].y - at[one].y));
      for (const [one, other] of segments)
        metres = Math.min(metres, metresToSegment(at[place], at[one], at[other]));
      if (metres > best.metres) best = { place, metres };
    }
    return best;
  }
}

interface Plane {
  readonly x: number;
  readonly y: number;
}

/** Metres on a plane at the node's latitude: enough to tell one side of a street from its far end. */
function planeMetres({ nodeLon, nodeLat }: StreetNetwork, node: number): Plane {
  const y = nodeLat[node] * METRES_PER_DEGREE;
  return { x: nodeLon[node] * METRES_PER_DEGREE * Math.cos(nodeLat[0] * RADIANS_PER_DEGREE), y };
}

const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS_PER_DEGREE;

function metresToSegment(point: Plane, one: Plane, other: Plane): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - one.x) * dx + (point.y - one.y) * dy) / square;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - one.x - t * dx, point.y - one.y - t * dy);
}

type Arcs = readonly (readonly { readonly to: number; readonly edge: number }[])[];

function reached(arcs: Arcs, first: number): number[] {
  const isReached = new Uint8Array(arcs.length);
  isReached[first] = 1;
  const found = [first];
  for (let next = 0; next < found.length; next++)
    for (const { to } of arcs[found[next]])
      if (!isReached[to]) {
        isReached[to] = 1;
        found.push(to);
      }
  return found.sort((a, b) => a - b);
}

/** From any of some places to another, edge by edge. */
function cheapestWay(
  arcs: Arcs,
  given: { readonly from: readonly number[]; readonly to: number; readonly pence: Float64Array },
): { readonly edge: number; readonly from: number; readonly to: number }[] {
  const heap = new NodeHeap(arcs.length);
  const costs = new Float64Array(arcs.length).fill(Number.POSITIVE_INFINITY);
  const arrivals: ({ edge: number; from: number; to: number } | null)[] = arcs.map(() => null);
  for (const place of given.from) {
    costs[place] = 0;
    heap.lower(place, 0);
  }
  while (heap.size > 0) {
    const place = heap.takeLeast();
    if (place === given.to) break;
    for (const { to, edge } of arcs[place]) {
      const through = costs[place] + given.pence[edge];
      if (through >= costs[to]) continue;
      costs[to] = through;
      arrivals[to] = { edge, from: place, to };
      heap.lower(to, through);
    }
  }
  const way: { edge: number; from: number; to: number }[] = [];
  for (let step = arrivals[given.to]; step; step = arrivals[step.from]) way.unshift(step);
  return way;
}
