import type { WorkStep } from '../project/work-step.ts';
import { placeHash } from './merged-nodes.ts';

/** Polylines of the plane, end to end: line `i` is `xy[2 × starts[i]] …` up to `starts[i + 1]`. */
export interface PlaneLines {
  readonly xy: Float64Array;
  readonly starts: Int32Array;
}

/**
 * Which segments lie near a place. Segment `s` leads from vertex `s` to `s + 1` of the polylines; the last vertex of a line
 * starts none. Cells of a fixed size are scattered over a table, so that a stray line far away costs nothing; along a long
 * segment only the cells that it passes are taken.
 */
export class SegmentGrid {
  private readonly xy: Float64Array;
  private readonly starts: Int32Array;
  private readonly segments: Int32Array;
  private readonly mask: number;
  /** Cells that hold anything lie within these. */
  readonly westCell: number;
  readonly eastCell: number;
  readonly southCell: number;
  readonly northCell: number;
  private readonly seen: Uint32Array;
  private visit = 0;

  private constructor(xy: Float64Array, starts: Int32Array, segments: Int32Array, box: readonly number[]) {
    this.xy = xy;
    this.starts = starts;
    this.segments = segments;
    this.mask = starts.length - 2;
    [this.westCell, this.eastCell, this.southCell, this.northCell] = box;
    this.seen = new Uint32Array(xy.length / 2);
  }

  /** Of all segments; `accepts` leaves some out. */
  static *of(
    { xy, starts }: PlaneLines,
    what: string,
    accepts: (line: number) => boolean = () => true,
  ): Generator<WorkStep, SegmentGrid> {
    let slots = 1024;
    while (slots < xy.length) slots *= 2;
    const counts = new Int32Array(slots + 1);
    const mask = slots - 1;
    const box = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    const lineCount = starts.length - 1;
    function* each(take: (cellX: number, cellY: number, segment: number) => void): Generator<WorkStep> {
      let done = 0;
      for (let line = 0; line < lineCount; line++) {
        if (!accepts(line)) continue;
        for (let at = starts[line]; at < starts[line + 1] - 1; at++) {
          cellsOf(xy[2 * at], xy[2 * at + 1], xy[2 * at + 2], xy[2 * at + 3], (cellX, cellY) =>
            take(cellX, cellY, at),
          );
          if ((++done & 4095) === 0) yield { what, fraction: line / lineCount };
        }
      }
    }
    yield* each((cellX, cellY) => {
      counts[(placeHash(cellX, cellY) & mask) + 1]++;
      if (cellX < box[0]) box[0] = cellX;
      if (cellX > box[1]) box[1] = cellX;
      if (cellY < box[2]) box[2] = cellY;
      if (cellY > box[3]) box[3] = cellY;
    });
    for (let slot = 0; slot < slots; slot++) counts[slot + 1] += counts[slot];
    const segments = new Int32Array(counts[slots]);
    const next = counts.slice(0, slots);
    yield* each((cellX, cellY, segment) => {
      segments[next[placeHash(cellX, cellY) & mask]++] = segment;
    });
    return new SegmentGrid(xy, counts, segments, box);
  }

  /** Calls `take` once for each segment with a cell in common with the box: those that touch it, and some near it. */
  within(west: number, south: number, east: number, north: number, take: (segment: number) => void): void {
    this.visit++;
    const x1 = Math.max(cellOf(west), this.westCell);
    const x2 = Math.min(cellOf(east), this.eastCell);
    const y1 = Math.max(cellOf(south), this.southCell);
    const y2 = Math.min(cellOf(north), this.northCell);
    for (let y = y1; y <= y2; y++) for (let x = x1; x <= x2; x++) this.inCell(x, y, take);
  }

  /** Calls `take` for each segment with a cell in common with the segment from one place to another. */
  along(x1: number, y1: number, x2: number, y2: number, take: (segment: number) => void): void {
    this.visit++;
    cellsOf(x1, y1, x2, y2, (x, y) => this.inCell(x, y, take));
  }

  /** The square distance to the nearest segment that `accepts` it, and that segment (the lowest of equals); null: none within. */
  nearest(
    x: number,
    y: number,
    withinMillimetres: number,
    accepts: (segment: number) => boolean,
  ): { readonly segment: number; readonly squared: number } | null {
    this.visit++;
    let squared = withinMillimetres * withinMillimetres;
    let segment = -1;
    const take = (candidate: number): void => {
      const distance = squaredDistance(this.xy, candidate, x, y);
      if (distance > squared || (distance === squared && segment >= 0 && candidate > segment)) return;
      if (!accepts(candidate)) return;
      squared = distance;
      segment = candidate;
    };
    const [cellX, cellY] = [cellOf(x), cellOf(y)];
    const first = Math.max(
      0,
      this.westCell - cellX,
      cellX - this.eastCell,
      this.southCell - cellY,
      cellY - this.northCell,
    );
    const last = Math.max(
      Math.abs(this.westCell - cellX),
      Math.abs(this.eastCell - cellX),
      Math.abs(this.southCell - cellY),
      Math.abs(this.northCell - cellY),
    );
    for (let ring = first; ring <= last; ring++) {
      // All of this ring is at least so far away.
      const clear = (ring - 1) * CELL_MILLIMETRES;
      if (ring > 0 && clear > 0 && clear * clear > squared) break;
      const inside = (cx: number, cy: number): void => {
        if (cx >= this.westCell && cx <= this.eastCell && cy >= this.southCell && cy <= this.northCell)
          this.inCell(cx, cy, take);
      };
      if (ring === 0) inside(cellX, cellY);
      for (let k = -ring; ring > 0 && k < ring; k++) {
        inside(cellX + k, cellY - ring);
        inside(cellX + ring, cellY + k);
        inside(cellX - k, cellY + ring);
        inside(cellX - ring, cellY - k);
      }
    }
    return segment < 0 ? null : { segment, squared };
  }

  private inCell(cellX: number, cellY: number, take: (segment: number) => void): void {
    const slot = placeHash(cellX, cellY) & this.mask;
    for (let at = this.starts[slot]; at < this.starts[slot + 1]; at++) {
      const segment = this.segments[at];
      if (this.seen[segment] === this.visit) continue;
      this.seen[segment] = this.visit;
      take(segment);
    }
  }
}

/** Two or three segments of a street to a cell. */
const CELL_MILLIMETRES = 50_000;

function cellOf(millimetres: number): number {
  return Math.floor(millimetres / CELL_MILLIMETRES);
}

/** The cells that a segment passes, column by column, and at most a few beside it. */
function cellsOf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  take: (cellX: number, cellY: number) => void,
): void {
  const west = cellOf(Math.min(x1, x2));
  const east = cellOf(Math.max(x1, x2));
  if (west === east || cellOf(y1) === cellOf(y2)) {
    const south = cellOf(Math.min(y1, y2));
    const north = cellOf(Math.max(y1, y2));
    for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) take(x, y);
    return;
  }
  const slope = (y2 - y1) / (x2 - x1);
  for (let x = west; x <= east; x++) {
    const from = Math.max(x * CELL_MILLIMETRES, Math.min(x1, x2));
    const to = Math.min((x + 1) * CELL_MILLIMETRES, Math.max(x1, x2));
    const one = y1 + (from - x1) * slope;
    const other = y1 + (to - x1) * slope;
    const south = cellOf(Math.min(one, other) - 1);
    const north = cellOf(Math.max(one, other) + 1);
    for (let y = south; y <= north; y++) take(x, y);
  }
}

/** Square of how far a place is from a segment, and where along it (0 … 1) the nearest point is. */
export function squaredDistance(xy: Float64Array, segment: number, x: number, y: number): number {
  const share = shareAlong(xy, segment, x, y);
  const at = 2 * segment;
  const dx = xy[at] + share * (xy[at + 2] - xy[at]) - x;
  const dy = xy[at + 1] + share * (xy[at + 3] - xy[at + 1]) - y;
  return dx * dx + dy * dy;
}

/** Where along a segment, 0 … 1, the point nearest to a place is. */
export function shareAlong(xy: Float64Array, segment: number, x: number, y: number): number {
  const at = 2 * segment;
  const dx = xy[at + 2] - xy[at];
  const dy = xy[at + 3] - xy[at + 1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((x - xy[at]) * dx + (y - xy[at + 1]) * dy) / squared));
}
