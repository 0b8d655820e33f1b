import { orient2d } from 'robust-predicates';
import { cellOf, centreLat, centreLon, type Grid } from './cell-grid.ts';
import { side } from './edge-side.ts';

/**
 * A grid over polygons that answers "which owner holds this point?" without looking at most edges. A cell that no
 * edge enters is *uniform*: its lowest owner is stored. A *mixed* cell holds, per polygon, the edges inside it and
 * whether the polygon holds the cell's centre; a point's answer is that parity, changed by each edge between the
 * centre and the point. All arrays can be transferred. Answers equal `polygonHolds` exactly.
 */
export interface PolygonIndex {
  readonly grid: Grid;
  /**
   * Per cell: NO_OWNER; from 0 on a uniform cell's lowest owner × 2, plus 1 where a second owner covers it too; below
   * NO_OWNER a mixed cell, its words from `mixedAt` of it on.
   */
  readonly cells: Int32Array;
  /**
   * Words of the mixed cells. A cell: what `cells` would hold without the polygons that enter it, and where its words
   * end. Then a run per polygon that enters it: owner × 2, plus 1 where the polygon holds the cell's centre, and where
   * the run ends. Then its pieces: first and last vertex of a stretch of edges.
   */
  readonly mixed: Int32Array;
  readonly coordinates: Float64Array;
}

export const NO_OWNER = -1;

/** How `cells` says that an owner covers a whole cell. */
export function uniformOf(owner: number, twice: boolean): number {
  return 2 * owner + (twice ? 1 : 0);
}

/** How `cells` says where a mixed cell's words begin, and back. */
export function mixedAt(word: number): number {
  return -2 - word;
}

/** The owner found by the lowest number, and whether a second owner holds the point too. */
export interface Found {
  owner: number;
  twice: boolean;
}

/** Lowest owner whose polygon holds the point (edges included), written to `found`. */
export function findOwner(index: PolygonIndex, lon: number, lat: number, found: Found): void {
  const cell = cellOf(index.grid, lon, lat);
  let packed = cell < 0 ? NO_OWNER : index.cells[cell];
  if (packed < NO_OWNER) packed = ownerInMixed(index, cell, lon, lat);
  found.owner = packed >> 1;
  found.twice = packed > 0 && (packed & 1) === 1;
}

/** Whether any polygon holds the point (edges included). */
export function holdsPoint(index: PolygonIndex, lon: number, lat: number): boolean {
  const cell = cellOf(index.grid, lon, lat);
  if (cell < 0) return false;
  const packed = index.cells[cell];
  return packed >= NO_OWNER ? packed !== NO_OWNER : ownerInMixed(index, cell, lon, lat) !== NO_OWNER;
}

/** Calls `visit` for every stretch of edges in the cell: its owner, its first and its last vertex. */
export function visitPieces(
  { cells, mixed }: PolygonIndex,
  cell: number,
  visit: (owner: number, first: number, last: number) => void,
): void {
  if (cells[cell] >= NO_OWNER) return;
  const head = mixedAt(cells[cell]);
  for (let run = head + 2; run < mixed[head + 1]; run = mixed[run + 1]) {
    for (let piece = run + 2; piece < mixed[run + 1]; piece += 2)
      visit(mixed[run] >> 1, mixed[piece], mixed[piece + 1]);
  }
}

/** As `cells` says it of a uniform cell. */
function ownerInMixed(index: PolygonIndex, cell: number, lon: number, lat: number): number {
  const { grid, mixed } = index;
  let at = mixedAt(index.cells[cell]);
  let owner = mixed[at] >> 1;
  let twice = mixed[at] > 0 && (mixed[at] & 1) === 1;
  const end = mixed[at + 1];
  const row = (cell / grid.columns) | 0;
  const cx = centreLon(grid, cell - row * grid.columns);
  const cy = centreLat(grid, row);
  for (at += 2; at < end; at = mixed[at + 1]) {
    const candidate = mixed[at] >> 1;
    if (candidate === owner || !runHolds(index, at, cx, cy, lon, lat)) continue;
    if (owner !== NO_OWNER) twice = true;
    if (owner === NO_OWNER || candidate < owner) owner = candidate;
  }
  return owner === NO_OWNER ? NO_OWNER : uniformOf(owner, twice);
}

function runHolds(index: PolygonIndex, run: number, cx: number, cy: number, px: number, py: number): boolean {
  const { coordinates, mixed } = index;
  const west = cx < px ? cx : px;
  const east = cx < px ? px : cx;
  const south = cy < py ? cy : py;
  const north = cy < py ? py : cy;
  let inside = (mixed[run] & 1) === 1;
  const end = mixed[run + 1];
  for (let piece = run + 2; piece < end; piece += 2) {
    let ax = coordinates[2 * mixed[piece]];
    let ay = coordinates[2 * mixed[piece] + 1];
    const last = 2 * mixed[piece + 1];
    for (let at = 2 * mixed[piece] + 2; at <= last; at += 2) {
      const bx = coordinates[at];
      const by = coordinates[at + 1];
      // The path goes from the centre straight up or down to the point's height, then level to the point.
      const upright = ax > cx !== bx > cx;
      const level = ay > py !== by > py;
      if (
        (upright || level || ay === py || by === py) &&
        !(
          (ax > east && bx > east) ||
          (ax < west && bx < west) ||
          (ay > north && by > north) ||
          (ay < south && by < south)
        )
      ) {
        if (
          px >= Math.min(ax, bx) &&
          px <= Math.max(ax, bx) &&
          py >= Math.min(ay, by) &&
          py <= Math.max(ay, by) &&
          orient2d(ax, ay, bx, by, px, py) === 0
        )
          return true;
        if (upright || level) {
          const corner = side(ax, ay, bx, by, cx, py);
          if (upright && side(ax, ay, bx, by, cx, cy) !== corner) inside = !inside;
          if (level && side(ax, ay, bx, by, px, py) !== corner) inside = !inside;
        }
      }
      ax = bx;
      ay = by;
    }
  }
  return inside;
}
