import { orient2d } from 'robust-predicates';
import type { Polygons } from './geometry.ts';

/**
 * Whether polygon `index` holds the point, by a walk along every ring: even-odd, with the edge counted as inside
 * (holes' edges too). Exact: the sign of each orientation is that of real arithmetic (Shewchuk 1997). Slow on purpose;
 * it is what the grid index is checked against.
 */
export function polygonHolds(polygons: Polygons, index: number, lon: number, lat: number): boolean {
  const { coordinates, ringStarts, polygonStarts } = polygons;
  let inside = false;
  for (let ring = polygonStarts[index]; ring < polygonStarts[index + 1]; ring++) {
    for (let vertex = ringStarts[ring]; vertex < ringStarts[ring + 1] - 1; vertex++) {
      const ax = coordinates[2 * vertex];
      const ay = coordinates[2 * vertex + 1];
      const bx = coordinates[2 * vertex + 2];
      const by = coordinates[2 * vertex + 3];
      if (onEdge(ax, ay, bx, by, lon, lat)) return true;
      if (ay > lat === by > lat) continue;
      // Crossing lies to the right of the point when the point is on the left of the upward edge.
      const turn = ay < by ? orient2d(ax, ay, bx, by, lon, lat) : orient2d(bx, by, ax, ay, lon, lat);
      // robust-predicates counts the y axis downwards: negative is a left turn where y grows upwards.
      if (turn < 0) inside = !inside;
    }
  }
  return inside;
}

/** Whether p lies on the closed segment a–b, exactly. */
export function onEdge(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  if ((px < ax && px < bx) || (px > ax && px > bx) || (py < ay && py < by) || (py > ay && py > by))
    return false;
  return orient2d(ax, ay, bx, by, px, py) === 0;
}
