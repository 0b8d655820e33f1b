import { convex, points } from '@turf/turf';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { type Polygons, PolygonsBuilder } from '../geo/geometry.ts';
import { polygonFaults } from '../geo/polygon-faults.ts';
import { holdsPoint } from '../geo/polygon-index.ts';
import type { PremisesTable } from '../premises/premises-table.ts';

/** How hollow an outline may be, the first that will do: 1 follows every bay, infinity is the convex hull. */
const CONCAVITIES = [2, 4, Number.POSITIVE_INFINITY];
const CORNERS = 6;
/** A cluster with a longer border than so many squares is drawn in squares twice as wide: it is seen from farther off. */
const MOST_SQUARES = 1_200;

/**
 * A simple outline around rows as a closed ring of [easting, northing] in metres: the concave hull of a ring of corners
 * around each square of `marginMetres` (twice, four times … that for very large clusters) that holds one of them, so that
 * one premises has a shape too, and every premises lies inside. Where a hollow would cut a premises off or the ring cross
 * itself, a rounder hull. The hull is Turf's (concaveman; Park and Oh 2012, "A new concave hull algorithm").
 */
export function clusterOutline(
  { easting, northing }: PremisesTable,
  rows: Uint32Array,
  marginMetres: number,
): readonly (readonly [number, number])[] {
  // Near the origin digits are kept.
  const [x0, y0] = [easting[rows[0]], northing[rows[0]]];
  const { side, squares } = fewSquares({ easting, northing }, rows, marginMetres);
  const corners: [number, number][] = [];
  for (const [column, line] of squares) {
    const [x, y] = [(column + 0.5) * side, (line + 0.5) * side];
    const turned = turnOf(column, line);
    for (let corner = 0; corner < CORNERS; corner++) {
      const angle = ((corner + turned) * 2 * Math.PI) / CORNERS;
      corners.push([x - x0 + RADIUS * side * Math.cos(angle), y - y0 + RADIUS * side * Math.sin(angle)]);
    }
  }
  const holdsAll = (shape: Polygons): boolean => {
    const index = buildPolygonIndex(shape, { owners: null });
    return rows.every((row) => holdsPoint(index, easting[row] - x0, northing[row] - y0));
  };
  let ring: Ring = [];
  for (const concavity of CONCAVITIES) {
    ring = hull(corners, concavity);
    const builder = new PolygonsBuilder();
    builder.push([ring]);
    const shape = builder.finish();
    if (polygonFaults(shape, 0, 1) === 0 && holdsAll(shape)) break;
  }
  return ring.map(([x, y]) => [x + x0, y + y0]);
}

type Ring = readonly (readonly number[])[];

type Plane = Pick<PremisesTable, 'easting' | 'northing'>;

/** Half a square's diagonal and half a side more, out to where the corners of the ring must be. */
const RADIUS = (Math.SQRT1_2 + 0.5) / Math.cos(Math.PI / CORNERS);

/** Each square's corners are turned by another part of a corner: on a line with others' they would confuse the hull. */
function turnOf(column: number, line: number): number {
  const turned = (column * 0.618034 + line * 0.7548777) % 1;
  return turned < 0 ? turned + 1 : turned;
}

function fewSquares(plane: Plane, rows: Uint32Array, marginMetres: number) {
  let side = marginMetres;
  let squares = borderSquares(plane, rows, side);
  while (squares.length > MOST_SQUARES) {
    side *= 2;
    squares = borderSquares(plane, rows, side);
  }
  return { side, squares };
}

/** Column and line of the squares that hold a row and have not all eight neighbours, from west to east. */
function borderSquares({ easting, northing }: Plane, rows: Uint32Array, side: number): [number, number][] {
  const held = new Map<number, [number, number]>();
  for (const row of rows) {
    const column = Math.floor(easting[row] / side);
    const line = Math.floor(northing[row] / side);
    const key = column * SPAN + line;
    if (!held.has(key)) held.set(key, [column, line]);
  }
  return [...held.values()]
    .filter(([column, line]) => AROUND.some(([dx, dy]) => !held.has((column + dx) * SPAN + line + dy)))
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** So many lines of squares have numbers of their own: more than the earth has at any margin. */
const SPAN = 2 ** 26;

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

function hull(corners: readonly [number, number][], concavity: number): Ring {
  const found = convex(points(corners as [number, number][]), { concavity });
  if (!found) throw new RangeError('Six corners always have a hull.');
  return found.geometry.coordinates[0];
}
