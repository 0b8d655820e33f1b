import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { HeightGrid } from '../terrain/height-grid.ts';
import type { RoofPoint } from '../terrain/roof-points.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { heightAt } from '../terrain/sample-height.ts';

/** Where the antenna of a premises may stand. */
export interface PremisesPlace {
  /** The building that holds it; −1 where no footprint does. */
  readonly building: number;
  /** Its roof's highest point and corners, or its own place; in the order of preference. Empty: no height is known. */
  readonly points: readonly RoofPlace[];
}
export type RoofPlace = Omit<RoofPoint, 'kind'> & { readonly kind: RoofPoint['kind'] | 'own place' };

/** The places that may carry the antenna of somebody at a place in degrees. Needs `loadGrid`. */
export function premisesPlace(
  { lon, lat }: { readonly lon: number; readonly lat: number },
  surface: HeightGrid,
  roofs: Roofs | null,
): PremisesPlace {
  const building = roofs?.at(lon, lat) ?? -1;
  if (roofs && building >= 0) return { building, points: roofs.pointsOf(building) };
  const [x, y] = converterFromDegrees(surface.system)(lon, lat);
  const surfaceMetres = heightAt(surface, x, y);
  const points = Number.isNaN(surfaceMetres) ? [] : [{ x, y, surfaceMetres, kind: 'own place' as const }];
  return { building, points };
}

/** The rows of premises at most so far from a place in the grid's metres, ascending, and how far. */
export function premisesWithin(
  premises: PremisesTable,
  surface: HeightGrid,
  { x, y, radiusMetres }: { readonly x: number; readonly y: number; readonly radiusMetres: number },
): { row: Uint32Array; distanceMetres: Float64Array } {
  const convert = converterFromDegrees(surface.system);
  const rows: number[] = [];
  const distances: number[] = [];
  for (let row = 0; row < premises.count; row++) {
    const [atX, atY] = convert(premises.lon[row], premises.lat[row]);
    const distance = Math.hypot(atX - x, atY - y);
    if (!(distance <= radiusMetres)) continue;
    rows.push(row);
    distances.push(distance);
  }
  return { row: Uint32Array.from(rows), distanceMetres: Float64Array.from(distances) };
}
