import type { AreaTable } from './area-table.ts';
import type { InsidePoint } from './inside-point.ts';
import { polygonHolds } from './point-in-polygon.ts';
import { type Found, findOwner, NO_OWNER, type PolygonIndex } from './polygon-index.ts';

/** How far a corner is moved towards the inside point before it is looked up: borders of two files never agree exactly. */
const INWARD = 0.1;

/**
 * How many of the `chosen` areas reach clearly into a second owner of `owners` (wards): some corner, moved a tenth of
 * its way to the area's inside point and still in the area, lies in another owner than that point. A lower bound: a
 * border that cuts an area between its corners is not seen.
 */
export function areasAcross(
  areas: AreaTable,
  chosen: readonly number[],
  points: ReadonlyMap<number, InsidePoint>,
  owners: PolygonIndex,
): number {
  const polygonsOf = new Map<number, number[]>();
  areas.polygonArea.forEach((area, polygon) => {
    const list = polygonsOf.get(area);
    if (list) list.push(polygon);
    else polygonsOf.set(area, [polygon]);
  });
  const found: Found = { owner: NO_OWNER, twice: false };
  const ownerAt = (lon: number, lat: number): number => {
    findOwner(owners, lon, lat, found);
    return found.owner;
  };
  return chosen.filter((area) => {
    const inside = points.get(area);
    if (!inside) return false;
    const home = ownerAt(inside.lon, inside.lat);
    return (polygonsOf.get(area) ?? []).some((polygon) => reaches(areas, polygon, { inside, home, ownerAt }));
  }).length;
}

function reaches(
  { polygons }: AreaTable,
  polygon: number,
  at: { inside: InsidePoint; home: number; ownerAt: (lon: number, lat: number) => number },
): boolean {
  const { coordinates, ringStarts, polygonStarts } = polygons;
  const ring = polygonStarts[polygon];
  for (let i = ringStarts[ring]; i < ringStarts[ring + 1] - 1; i++) {
    const lon = coordinates[2 * i] + INWARD * (at.inside.lon - coordinates[2 * i]);
    const lat = coordinates[2 * i + 1] + INWARD * (at.inside.lat - coordinates[2 * i + 1]);
    const owner = at.ownerAt(lon, lat);
    if (owner !== NO_OWNER && owner !== at.home && polygonHolds(polygons, polygon, lon, lat)) return true;
  }
  return false;
}
