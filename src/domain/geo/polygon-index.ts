import { orient2d } from 'robust-predicates';
import { cellOf, type Grid } from './cell-grid.ts';
import { side } from './edge-side.ts';

/**
 * A grid over polygons that answers "which owner holds this point?" without looking at most edges. A cell that no
 * edge enters is *uniform*: its lowest owner is stored. A *mixed* cell holds, per polygon, the edges inside it and
 * whether the polygon holds the cell's centre; a point's answer is that parity, changed by each edge between the
 * centre and the point. All arrays can be transferred. Answers equal `polygonHolds` exactly.
 */
export interface PolygonIndex extends Grid {
  /** Lowest owner whose polygon covers the whole cell without an edge in it, or NO_OWNER. */
  readonly full: Int32Array;
  /** 1 where two or more owners cover the whole cell. */
  readonly fullTwice: Uint8Array;
  /** Runs of cell c are runStarts[c] .. runStarts[c + 1); none for uniform cells. */
  readonly runStarts: Uint32Array;
  readonly runOwner: Int32Array;
  /** 1 where the run's polygon holds the cell's centre. */
  readonly runParity: Uint8Array;
  /** Edges of run r are edges[runEdges[r] .. runEdges[r + 1]): edge e goes from vertex e to vertex e + 1. */
  readonly runEdges: Uint32Array;
  readonly edges: Uint32Array;
  readonly coordinates: Float64Array;
}

export const NO_OWNER = -1;

/** The owner found by the lowest number, and whether a second owner holds the point too. */
export interface Found {
  owner: number;
  twice: boolean;
}

/** Lowest owner whose polygon holds the point (edges included), written to `found`. */
export function findOwner(index: PolygonIndex, lon: number, lat: number, found: Found): void {
  found.owner = NO_OWNER;
  found.twice = false;
  const cell = cellOf(index, lon, lat);
  if (cell < 0) return;
  const from = index.runStarts[cell];
  const to = index.runStarts[cell + 1];
  let owner = index.full[cell];
  let twice = index.fullTwice[cell] === 1;
  for (let run = from; run < to; run++) {
    const candidate = index.runOwner[run];
    if (candidate === owner || !runHolds(index, cell, run, lon, lat)) continue;
    if (owner !== NO_OWNER) twice = true;
    if (owner === NO_OWNER || candidate < owner) owner = candidate;
  }
  found.owner = owner;
  found.twice = twice;
}

/** Whether any polygon holds the point (edges included). */
export function holdsPoint(index: PolygonIndex, lon: number, lat: number): boolean {
  const cell = cellOf(index, lon, lat);
  if (cell < 0) return false;
  if (index.full[cell] !== NO_OWNER) return true;
  for (let run = index.runStarts[cell]; run < index.runStarts[cell + 1]; run++) {
    if (runHolds(index, cell, run, lon, lat)) return true;
  }
  return false;
}

function runHolds(index: PolygonIndex, cell: number, run: number, px: number, py: number): boolean {
  const row = (cell / index.columns) | 0;
  const cx = index.west + (cell - row * index.columns + 0.5) * index.cellWidth;
  const cy = index.south + (row + 0.5) * index.cellHeight;
  const west = cx < px ? cx : px;
  const east = cx < px ? px : cx;
  const south = cy < py ? cy : py;
  const north = cy < py ? py : cy;
  const { coordinates, edges } = index;
  let inside = index.runParity[run] === 1;
  for (let i = index.runEdges[run]; i < index.runEdges[run + 1]; i++) {
    const at = 2 * edges[i];
    const ax = coordinates[at];
    const ay = coordinates[at + 1];
    const bx = coordinates[at + 2];
    const by = coordinates[at + 3];
    // The path goes from the centre straight up or down to the point's height, then level to the point.
    if (
      (ax > east && bx > east) ||
      (ax < west && bx < west) ||
      (ay > north && by > north) ||
      (ay < south && by < south)
    )
      continue;
    if (
      px >= Math.min(ax, bx) &&
      px <= Math.max(ax, bx) &&
      py >= Math.min(ay, by) &&
      py <= Math.max(ay, by)
    ) {
      if (orient2d(ax, ay, bx, by, px, py) === 0) return true;
    }
    const upright = ax > cx !== bx > cx;
    const level = ay > py !== by > py;
    if (!upright && !level) continue;
    const corner = side(ax, ay, bx, by, cx, py);
    if (upright && side(ax, ay, bx, by, cx, cy) !== corner) inside = !inside;
    if (level && side(ax, ay, bx, by, px, py) !== corner) inside = !inside;
  }
  return inside;
}
