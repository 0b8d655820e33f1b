import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import type { Polygons } from '../geo/geometry.ts';
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
