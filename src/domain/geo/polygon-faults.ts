import { orient2d } from 'robust-predicates';
import type { Polygons } from './geometry.ts';

/** Edges of one polygon cross, so that "inside" is only defined by the even–odd rule. */
export const FAULT_CROSSES_ITSELF = 1;
/** Edges of one polygon lie on each other: a spike, or a hole along the border. */
export const FAULT_SPIKE = 2;
/** A hole touches a ring of its polygon in two places and cuts the inside apart. */
export const FAULT_CUT_APART = 4;
/** Parts of one shape cross or share an edge: the shape is their union. */
export const FAULT_PARTS_OVERLAP = 8;
/** Too entangled to be looked at in full. */
export const FAULT_NOT_CHECKED = 16;

/**
 * Faults of one shape, polygons [from, to) of `polygons`, as a sum of the FAULT constants. Exact: signs by
 * robust-predicates. Segments are bucketed on a uniform grid, so the time grows about with the number of vertices;
 * beyond WORK_LIMIT bucket entries or comparisons it stops and says FAULT_NOT_CHECKED.
 */
export function polygonFaults(polygons: Polygons, from: number, to: number): number {
  const segments = segmentsOf(polygons, from, to);
  const grid = gridOf(segments, polygons.coordinates);
  if (grid === null) return FAULT_NOT_CHECKED;
  const finder = new FaultFinder(polygons.coordinates, segments);
  for (let cell = 0; cell + 1 < grid.starts.length; cell++) {
    const end = grid.starts[cell + 1];
    for (let i = grid.starts[cell]; i < end; i++) {
      for (let j = i + 1; j < end; j++) finder.compare(grid.items[i], grid.items[j]);
    }
    if (finder.faults & FAULT_CROSSES_ITSELF) break;
    if (finder.comparisons > WORK_LIMIT) return finder.faults | FAULT_NOT_CHECKED;
  }
  return finder.faults;
}

const WORK_LIMIT = 20_000_000;

/** Segment i runs from vertex start[i] to start[i] + 1. */
interface Segments {
  readonly count: number;
  readonly start: Uint32Array;
  readonly ring: Uint32Array;
  readonly polygon: Uint32Array;
}

function segmentsOf(polygons: Polygons, from: number, to: number): Segments {
  const { ringStarts, polygonStarts, coordinates } = polygons;
  const most = ringStarts[polygonStarts[to]] - ringStarts[polygonStarts[from]];
  const start = new Uint32Array(most);
  const ring = new Uint32Array(most);
  const polygon = new Uint32Array(most);
  let count = 0;
  for (let p = from; p < to; p++) {
    for (let r = polygonStarts[p]; r < polygonStarts[p + 1]; r++) {
      for (let v = ringStarts[r]; v + 1 < ringStarts[r + 1]; v++) {
        // Repeated vertices are harmless: the zero-length edge between them is left out.
        if (
          coordinates[2 * v] === coordinates[2 * v + 2] &&
          coordinates[2 * v + 1] === coordinates[2 * v + 3]
        )
          continue;
        start[count] = v;
        ring[count] = r;
        polygon[count] = p;
        count++;
      }
    }
  }
  return { count, start, ring, polygon };
}

/** Segments by grid cell, or null where the shape would need too many entries. */
function gridOf(
  segments: Segments,
  coordinates: Float64Array,
): { starts: Uint32Array; items: Uint32Array } | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < segments.count; i++) {
    const at = 2 * segments.start[i];
    west = Math.min(west, coordinates[at]);
    east = Math.max(east, coordinates[at]);
    south = Math.min(south, coordinates[at + 1]);
    north = Math.max(north, coordinates[at + 1]);
  }
  const side = Math.max(1, Math.min(2048, Math.floor(Math.sqrt(segments.count / 2))));
  const perColumn = side / (east - west || 1);
  const perRow = side / (north - south || 1);
  const cellOf = (value: number, origin: number, scale: number) =>
    Math.max(0, Math.min(side - 1, Math.floor((value - origin) * scale)));
  const starts = new Uint32Array(side * side + 1);
  /** Calls `visit` for every cell of the box of each segment, column band by column band to follow slopes. */
  const eachCell = (visit: (cell: number, segment: number) => void): boolean => {
    let entries = 0;
    for (let i = 0; i < segments.count; i++) {
      const at = 2 * segments.start[i];
      const ax = coordinates[at];
      const ay = coordinates[at + 1];
      const bx = coordinates[at + 2];
      const by = coordinates[at + 3];
      const left = cellOf(Math.min(ax, bx), west, perColumn);
      const right = cellOf(Math.max(ax, bx), west, perColumn);
      for (let column = left; column <= right; column++) {
        let low = Math.min(ay, by);
        let high = Math.max(ay, by);
        if (right > left) {
          const slope = (by - ay) / (bx - ax);
          // One cell of slack on both sides keeps rounding from losing a crossing at a cell's edge.
          const y0 = ay + slope * (west + (column - 0.01) / perColumn - ax);
          const y1 = ay + slope * (west + (column + 1.01) / perColumn - ax);
          low = Math.max(low, Math.min(y0, y1));
          high = Math.min(high, Math.max(y0, y1));
        }
        const bottom = cellOf(low, south, perRow - 1e-9 * perRow);
        const top = cellOf(high, south, perRow + 1e-9 * perRow);
        entries += Math.max(0, top - bottom + 1);
        for (let row = bottom; row <= top; row++) visit(row * side + column, i);
      }
      if (entries > WORK_LIMIT) return false;
    }
    return true;
  };
  if (!eachCell((cell) => starts[cell + 1]++)) return null;
  for (let cell = 0; cell < side * side; cell++) starts[cell + 1] += starts[cell];
  const items = new Uint32Array(starts[side * side]);
  const next = starts.slice();
  eachCell((cell, segment) => {
    items[next[cell]++] = segment;
  });
  return { starts, items };
}

class FaultFinder {
  faults = 0;
  comparisons = 0;
  private readonly coordinates: Float64Array;
  private readonly segments: Segments;
  /** First place where two rings of a polygon touch, by "ring,ring". */
  private readonly touches = new Map<string, readonly [number, number]>();

  constructor(coordinates: Float64Array, segments: Segments) {
    this.coordinates = coordinates;
    this.segments = segments;
  }

  compare(i: number, j: number): void {
    this.comparisons++;
    const { coordinates: xy, segments } = this;
    const a = 2 * segments.start[i];
    const c = 2 * segments.start[j];
    const ax = xy[a];
    const ay = xy[a + 1];
    const bx = xy[a + 2];
    const by = xy[a + 3];
    const cx = xy[c];
    const cy = xy[c + 1];
    const dx = xy[c + 2];
    const dy = xy[c + 3];
    if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return;
    if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return;
    const c1 = Math.sign(orient2d(ax, ay, bx, by, cx, cy));
    const d1 = Math.sign(orient2d(ax, ay, bx, by, dx, dy));
    if (c1 * d1 > 0) return;
    const a1 = Math.sign(orient2d(cx, cy, dx, dy, ax, ay));
    const b1 = Math.sign(orient2d(cx, cy, dx, dy, bx, by));
    if (a1 * b1 > 0) return;
    const samePolygon = segments.polygon[i] === segments.polygon[j];
    if (c1 === 0 && d1 === 0) {
      if (overlapOnLine(ax, ay, bx, by, cx, cy, dx, dy))
        this.faults |= samePolygon ? FAULT_SPIKE : FAULT_PARTS_OVERLAP;
      else if (samePolygon)
        this.touch(i, j, ax === cx && ay === cy ? [ax, ay] : ax === dx && ay === dy ? [ax, ay] : [bx, by]);
      return;
    }
    if (c1 * d1 < 0 && a1 * b1 < 0) {
      this.faults |= samePolygon ? FAULT_CROSSES_ITSELF : FAULT_PARTS_OVERLAP;
      return;
    }
    if (samePolygon)
      this.touch(i, j, c1 === 0 ? [cx, cy] : d1 === 0 ? [dx, dy] : a1 === 0 ? [ax, ay] : [bx, by]);
  }

  private touch(i: number, j: number, place: readonly [number, number]): void {
    const { ring } = this.segments;
    if (ring[i] === ring[j]) return;
    const key = ring[i] < ring[j] ? `${ring[i]},${ring[j]}` : `${ring[j]},${ring[i]}`;
    const earlier = this.touches.get(key);
    if (!earlier) this.touches.set(key, place);
    else if (earlier[0] !== place[0] || earlier[1] !== place[1]) this.faults |= FAULT_CUT_APART;
  }
}

/** Do two segments of one line share more than a point? */
function overlapOnLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const low = Math.max(Math.min(ax, bx), Math.min(cx, dx));
  const high = Math.min(Math.max(ax, bx), Math.max(cx, dx));
  const bottom = Math.max(Math.min(ay, by), Math.min(cy, dy));
  const top = Math.min(Math.max(ay, by), Math.max(cy, dy));
  return low < high || bottom < top;
}
