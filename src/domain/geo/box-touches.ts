import { orient2d } from 'robust-predicates';
import { type Box, type Polygons, polygonBox } from './geometry.ts';
import { onEdge, polygonHolds } from './point-in-polygon.ts';

/** Whether polygon `index` and the box share a point, edges included. Exact. */
export function polygonTouchesBox(polygons: Polygons, index: number, box: Box): boolean {
  const [west, south, east, north] = box;
  const { coordinates, ringStarts, polygonStarts } = polygons;
  const outer = polygonStarts[index];
  const own = polygonBox(polygons, index);
  if (!own || own[0] > east || own[2] < west || own[1] > north || own[3] < south) return false;
  for (let ring = outer; ring < polygonStarts[index + 1]; ring++) {
    for (let v = ringStarts[ring]; v < ringStarts[ring + 1] - 1; v++) {
      if (edgeTouchesBox(coordinates, v, box)) return true;
    }
  }
  return polygonHolds(polygons, index, west, south);
}

function edgeTouchesBox(coordinates: Float64Array, vertex: number, [west, south, east, north]: Box): boolean {
  const ax = coordinates[2 * vertex];
  const ay = coordinates[2 * vertex + 1];
  const bx = coordinates[2 * vertex + 2];
  const by = coordinates[2 * vertex + 3];
  if (
    (ax < west && bx < west) ||
    (ax > east && bx > east) ||
    (ay < south && by < south) ||
    (ay > north && by > north)
  )
    return false;
  if (ax >= west && ax <= east && ay >= south && ay <= north) return true;
  if (bx >= west && bx <= east && by >= south && by <= north) return true;
  // Both ends outside: the edge enters the box when the box's corners do not all lie on one side of its line.
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  let left = 0;
  let right = 0;
  for (const [x, y] of corners) {
    if (onEdge(ax, ay, bx, by, x, y)) return true;
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn < 0) left++;
    else if (turn > 0) right++;
  }
  return left > 0 && right > 0;
}
