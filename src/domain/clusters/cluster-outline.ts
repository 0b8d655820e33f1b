import { convex, points } from '@turf/turf';
import { PolygonsBuilder } from '../geo/geometry.ts';
import { polygonFaults } from '../geo/polygon-faults.ts';
import type { PremisesTable } from '../premises/premises-table.ts';

/** How hollow an outline may be, the first that will do: 1 follows every bay, infinity is the convex hull. */
const CONCAVITIES = [2, 4, Number.POSITIVE_INFINITY];
const CORNERS = 6;

/**
 * A simple outline around rows as a closed ring of [easting, northing] in metres: the concave hull of a ring of corners
 * around each square of `marginMetres` that holds one of them, so that one premises has a shape too, and every premises
 * lies inside. Where a hollow would cut a premises off or the ring cross itself, a rounder hull. The hull is Turf's
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
  for (const [column, line] of borderSquares(premises, rows, marginMetres)) {
    const [x, y] = [(column + 0.5) * marginMetres, (line + 0.5) * marginMetres];
    const turned = turnOf(column, line);
    for (let corner = 0; corner < CORNERS; corner++) {
      const angle = ((corner + turned) * 2 * Math.PI) / CORNERS;
      corners.push([
        x - x0 + RADIUS * marginMetres * Math.cos(angle),
        y - y0 + RADIUS * marginMetres * Math.sin(angle),
      ]);
    }
  }
  const holdsAll = (ring: Ring): boolean =>
    rows.every((row) => isInside(ring, easting[row] - x0, northing[row] - y0));
  let ring: Ring = [];
  for (const concavity of CONCAVITIES) {
    ring = hull(corners, concavity);
    if (isSimple(ring) && holdsAll(ring)) break;
  }
  return ring.map(([x, y]) => [x + x0, y + y0]);
}

/** Half a square's diagonal and half a side more, out to where the corners of the ring must be. */
const RADIUS = (Math.SQRT1_2 + 0.5) / Math.cos(Math.PI / CORNERS);

/** Each square's corners are turned by another part of a corner: on a line with others' they would confuse the hull. */
function turnOf(column: number, line: number): number {
  const turned = (column * 0.618034 + line * 0.7548777) % 1;
  return turned < 0 ? turned + 1 : turned;
}

/** Column and line of the squares that hold a row and have not all eight neighbours. */
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
  const border: [number, number][] = [];
  for (const [column, lines] of held) {
    for (const line of lines) {
      const isInner = AROUND.every(([dx, dy]) => has(column + dx, line + dy));
      if (!isInner) border.push([column, line]);
    }
  }
  return border.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
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

type Ring = readonly (readonly number[])[];

function isSimple(ring: Ring): boolean {
  const builder = new PolygonsBuilder();
  builder.push([ring]);
  return polygonFaults(builder.finish(), 0, 1) === 0;
}

function hull(corners: readonly [number, number][], concavity: number): Ring {
  const found = convex(points(corners as [number, number][]), { concavity });
  if (!found) throw new RangeError('Six corners always have a hull.');
  return found.geometry.coordinates[0];
}

function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
