import type { AreaTable } from '../geo/area-table.ts';
import { polygonCount } from '../geo/geometry.ts';
import type { WorkStep } from '../project/work-step.ts';
import { EdgeGrid } from './edge-grid.ts';
import { Nodes, type Position } from './nodes.ts';

/**
 * The closed lines that are left when every border that two areas share is taken away: the outline of the whole, and
 * around each gap and each overlap. Rings are turned so that an area lies left of its border; borders shared point for
 * point then run against each other and cancel. What is left is cut where it crosses or touches, cancelled again, and
 * walked into simple loops. A loop that runs anticlockwise goes around the whole or an overlap, clockwise around a gap.
 * Grows with the edges, and with the crossings among those left. Coordinates are lon, lat in degrees.
 */
export function* wardFaces(areas: AreaTable): Generator<WorkStep, readonly (readonly Position[])[]> {
  const nodes = new Nodes();
  let left = new DirectedEdges();
  const { coordinates, ringStarts, polygonStarts } = areas.polygons;
  for (let polygon = 0; polygon < polygonCount(areas.polygons); polygon++) {
    if (polygon % 16 === 0)
      yield { what: 'Comparing ward borders', fraction: polygon / polygonCount(areas.polygons) };
    for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
      const ids: number[] = [];
      for (let v = ringStarts[ring]; v < ringStarts[ring + 1]; v++)
        ids.push(nodes.idOf(coordinates[2 * v], coordinates[2 * v + 1]));
      const isOuter = ring === polygonStarts[polygon];
      if (signedArea(ids.map((id) => nodes.at(id))) > 0 !== isOuter) ids.reverse();
      for (let i = 0; i + 1 < ids.length; i++) left.add(ids[i], ids[i + 1]);
    }
  }
  if (left.size > MOST_EDGES) return [];
  const grid = new EdgeGrid(left.list(), nodes);
  yield* grid.cross();
  left = new DirectedEdges();
  for (const [from, to] of grid.pieces()) left.add(from, to);
  yield { what: 'Walking along ward borders', fraction: 1 };
  return loopsOf(left.list(), nodes);
}

/** Unmatched edges beyond which the borders are not compared: they come from two sources and match nowhere. */
export const MOST_EDGES = 300_000;

/** Twice-signed shoelace area halved, in square degrees; positive where the ring runs anticlockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[(i + 1) % ring.length];
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return twice / 2;
}

/** Edges from node to node; two that run against each other are both gone. */
class DirectedEdges {
  private readonly counts = new Map<number, number>();
  size = 0;

  add(from: number, to: number): void {
    if (from === to) return;
    const against = to * NODES + from;
    const opposite = this.counts.get(against) ?? 0;
    if (opposite > 0) {
      this.size--;
      if (opposite === 1) this.counts.delete(against);
      else this.counts.set(against, opposite - 1);
      return;
    }
    this.size++;
    const key = from * NODES + to;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  list(): [number, number][] {
    const edges: [number, number][] = [];
    for (const [key, count] of this.counts)
      for (let i = 0; i < count; i++) edges.push([Math.floor(key / NODES), key % NODES]);
    return edges;
  }
}

/** More nodes than any file has; its square is still a safe integer. */
const NODES = 2 ** 26;

/** Simple loops of edges of which as many enter a node as leave it; at a node the leftmost way out is taken. */
function loopsOf(edges: readonly (readonly [number, number])[], nodes: Nodes): Position[][] {
  const out = new Map<number, number[]>();
  for (const [from, to] of edges) {
    const list = out.get(from);
    if (list) list.push(to);
    else out.set(from, [to]);
  }
  const loops: Position[][] = [];
  for (const start of out.keys()) {
    while ((out.get(start)?.length ?? 0) > 0) {
      const path = [start];
      const placeOf = new Map([[start, 0]]);
      for (;;) {
        const here = path[path.length - 1];
        const ways = out.get(here) ?? [];
        // As many edges enter as leave: a path without a way on has come from nowhere.
        if (ways.length === 0) break;
        const [next] = ways.splice(leftmost(nodes, path[path.length - 2], here, ways), 1);
        const met = placeOf.get(next);
        if (met === undefined) {
          placeOf.set(next, path.length);
          path.push(next);
          continue;
        }
        const loop = path.splice(met + 1);
        for (const node of loop) placeOf.delete(node);
        loops.push([next, ...loop].map((node) => nodes.at(node)));
        if (path.length === 1) break;
      }
    }
  }
  return loops;
}

function leftmost(nodes: Nodes, before: number | undefined, here: number, ways: readonly number[]): number {
  if (ways.length === 1 || before === undefined) return 0;
  const [x, y] = nodes.at(here);
  const [fromX, fromY] = nodes.at(before);
  const back = Math.atan2(fromY - y, fromX - x);
  let best = 0;
  let bestTurn = Number.POSITIVE_INFINITY;
  for (const [i, way] of ways.entries()) {
    const [toX, toY] = nodes.at(way);
    // Clockwise from the way back: the smallest is the sharpest left turn.
    const turn = (back - Math.atan2(toY - y, toX - x) + 4 * Math.PI) % (2 * Math.PI);
    const size = turn === 0 ? 2 * Math.PI : turn;
    if (size < bestTurn) {
      bestTurn = size;
      best = i;
    }
  }
  return best;
}
