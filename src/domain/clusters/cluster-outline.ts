import { convex, points } from '@turf/turf';
import type { PremisesTable } from '../premises/premises-table.ts';

/** How hollow an outline may be: 1 follows every bay, infinity is the convex hull. As concaveman has it. */
const CONCAVITY = 2;
const CORNERS = 8;

/**
 * A simple outline around rows as a closed ring of [easting, northing] in metres: the concave hull of a ring of corners
 * around each square of `marginMetres` that holds one of them, so that one premises has a shape too, and every premises
 * lies inside by at least half the margin. Where a hollow would cut a premises off, the convex hull. The hull is Turf's
 * (concaveman; Park and Oh 2012, "A new concave hull algorithm").
 */
export function clusterOutline(
  premises: PremisesTable,
  rows: Uint32Array,
  marginMetres: number,
): readonly (readonly [number, number])[] {
  const { easting, northing } = premises;
  // Near the origin digits are kept.
  const [x0, y0] = [easting[rows[0]], northing[rows[0]]];
  const corners: [number, number][] = [];
  for (const [x, y] of borderSquares(premises, rows, marginMetres)) {
    for (let corner = 0; corner < CORNERS; corner++) {
      const angle = ((corner + 0.5) * 2 * Math.PI) / CORNERS;
      corners.push([
        x - x0 + RADIUS * marginMetres * Math.cos(angle),
        y - y0 + RADIUS * marginMetres * Math.sin(angle),
      ]);
    }
  }
  const hollow = hull(corners, CONCAVITY);
  const holdsAll = rows.every((row) => isInside(hollow, easting[row] - x0, northing[row] - y0));
  const ring = holdsAll ? hollow : hull(corners, Number.POSITIVE_INFINITY);
  return ring.map(([x, y]) => [x + x0, y + y0]);
}

/** Half a square's diagonal and half a side more, out to where the corners of the octagon must be. */
const RADIUS = (Math.SQRT1_2 + 0.5) / Math.cos(Math.PI / CORNERS);

/** Middles of the squares that hold a row and have not all eight neighbours. */
function borderSquares(
  { easting, northing }: PremisesTable,
  rows: Uint32Array,
  side: number,
): [number, number][] {
  const held = new Map<number, Set<number>>();
  for (const row of rows) {
    const column = Math.floor(easting[row] / side);
    const lines = held.get(column) ?? new Set();
    held.set(column, lines.add(Math.floor(northing[row] / side)));
  }
  const has = (column: number, line: number): boolean => held.get(column)?.has(line) ?? false;
  const middles: [number, number][] = [];
  for (const [column, lines] of held) {
    for (const line of lines) {
      const isInner = AROUND.every(([dx, dy]) => has(column + dx, line + dy));
      if (!isInner) middles.push([(column + 0.5) * side, (line + 0.5) * side]);
    }
  }
  return middles.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

const AROUND = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

function hull(corners: readonly [number, number][], concavity: number): readonly (readonly number[])[] {
  const found = convex(points(corners as [number, number][]), { concavity });
  if (!found) throw new RangeError('Eight corners always have a hull.');
  return found.geometry.coordinates[0];
}

function isInside(ring: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
