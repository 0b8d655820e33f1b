import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import { type Polygons, polygonBox } from '../geo/geometry.ts';
import { groundDistanceMetres } from '../geo/ground-distance.ts';
import { findOwner, type PolygonIndex } from '../geo/polygon-index.ts';
import { firstAtLeast } from '../tables/first-at-least.ts';
import type { HeightGrid } from './height-grid.ts';
import { type RoofPoint, roofPoints } from './roof-points.ts';

/** Building footprints: polygons in degrees, and the row of the building that each belongs to, ascending. */
export type Footprints = Polygons & { readonly row: Uint32Array };

/** The roofs of buildings over a surface, by their row in the footprints' file. Needs `loadGrid`. */
export class Roofs {
  readonly footprints: Footprints;
  private readonly surface: HeightGrid;
  private readonly index: PolygonIndex;
  private readonly points = new Map<number, readonly RoofPoint[]>();
  private readonly found = { owner: -1, twice: false };

  constructor(footprints: Footprints, surface: HeightGrid) {
    this.footprints = footprints;
    this.surface = surface;
    this.index = buildPolygonIndex(footprints, { owners: footprints.row });
  }

  /** The building that a place in degrees lies on, the first of several; −1 for none. */
  at(lon: number, lat: number): number {
    findOwner(this.index, lon, lat, this.found);
    return this.found.owner;
  }

  /** The buildings whose outline comes within a distance of a place in degrees, by row. */
  within({ lon, lat }: { readonly lon: number; readonly lat: number }, metres: number): number[] {
    const { row } = this.footprints;
    const [x, y] = converterFromDegrees(this.surface.system)(lon, lat);
    const near = new Set<number>();
    const own = this.at(lon, lat);
    if (own >= 0) near.add(own);
    for (let polygon = 0; polygon < row.length; polygon++) {
      if (near.has(row[polygon])) continue;
      if (this.isNear(polygon, { lon, lat }, metres) && this.outlineWithin(row[polygon], { x, y }, metres))
        near.add(row[polygon]);
    }
    return [...near].sort((one, other) => one - other);
  }

  /** By its box, roughly: what this denies is not near. */
  private isNear(
    polygon: number,
    at: { readonly lon: number; readonly lat: number },
    metres: number,
  ): boolean {
    const box = polygonBox(this.footprints, polygon);
    if (!box) return false;
    const [west, south, east, north] = box;
    const nearest = {
      lon: Math.min(east, Math.max(west, at.lon)),
      lat: Math.min(north, Math.max(south, at.lat)),
    };
    return groundDistanceMetres(at, nearest) <= 1.02 * metres;
  }

  private outlineWithin(
    building: number,
    { x, y }: { readonly x: number; readonly y: number },
    metres: number,
  ) {
    return this.ringsOf(building).some((ring) => {
      for (let i = 0; i + 3 < ring.length; i += 2) if (distanceToEdge(ring, i, x, y) <= metres) return true;
      return false;
    });
  }

  /** The places of a building's roof that see farthest (`roofPoints`); the list is kept. */
  pointsOf(building: number): readonly RoofPoint[] {
    const known = this.points.get(building);
    if (known) return known;
    const points = roofPoints(this.surface, this.ringsOf(building));
    this.points.set(building, points);
    return points;
  }

  /** The rings of a building in the surface's metres. */
  private ringsOf(building: number): Float64Array[] {
    const { row, polygonStarts, ringStarts, coordinates } = this.footprints;
    const convert = converterFromDegrees(this.surface.system);
    const rings: Float64Array[] = [];
    for (let polygon = firstAtLeast(row, building); row[polygon] === building; polygon++)
      for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
        const places = coordinates.slice(2 * ringStarts[ring], 2 * ringStarts[ring + 1]);
        for (let i = 0; i < places.length; i += 2)
          [places[i], places[i + 1]] = convert(places[i], places[i + 1]);
        rings.push(places);
      }
    return rings;
  }
}

/** Metres from a place to the edge that begins at entry `i` of a ring. */
function distanceToEdge(ring: Float64Array, i: number, x: number, y: number): number {
  const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]];
  const [alongX, alongY] = [bx - ax, by - ay];
  const square = alongX ** 2 + alongY ** 2;
  const share = square > 0 ? ((x - ax) * alongX + (y - ay) * alongY) / square : 0;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(ax + at * alongX - x, ay + at * alongY - y);
}
