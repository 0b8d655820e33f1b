import { orient2d } from 'robust-predicates';
import type { Polygons } from './geometry.ts';
import { SegmentBuckets } from './segment-buckets.ts';

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
  if (!BUCKETS.fill(polygons, from, to, WORK_LIMIT)) return FAULT_NOT_CHECKED;
  const { cells, starts, items } = BUCKETS;
  const finder = new FaultFinder(polygons.coordinates, BUCKETS);
  for (let cell = 0; cell < cells; cell++) {
    const end = starts[cell + 1];
    for (let i = starts[cell]; i < end; i++) {
      for (let j = i + 1; j < end; j++) finder.compare(items[i], items[j]);
    }
    if (finder.faults & FAULT_CROSSES_ITSELF) break;
    if (finder.comparisons > WORK_LIMIT) return finder.faults | FAULT_NOT_CHECKED;
  }
  return finder.faults;
}

const WORK_LIMIT = 20_000_000;

/** Filled anew for each shape: nothing of one is looked at for the next. */
const BUCKETS = new SegmentBuckets();

class FaultFinder {
  faults = 0;
  comparisons = 0;
  private readonly coordinates: Float64Array;
  private readonly segments: SegmentBuckets;
  /** First place where two rings of a polygon touch, by "ring,ring". */
  private readonly touches = new Map<string, readonly [number, number]>();

  constructor(coordinates: Float64Array, segments: SegmentBuckets) {
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
    // Most pairs follow each other on a ring: they share a corner, and are at fault only where they fold back on one line.
    if (bx === cx && by === cy && segments.ring[i] === segments.ring[j]) {
      if (orient2d(ax, ay, bx, by, dx, dy) !== 0) return;
    }
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
