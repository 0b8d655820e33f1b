import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightGrid } from '../terrain/height-grid.ts';
import type { RoofPoint } from '../terrain/roof-points.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { heightAt } from '../terrain/sample-height.ts';
import { RADIANS_PER_DEGREE } from '../units.ts';

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

/** The rows of premises at most so far from a place, ascending, and how far each is: in the grid's metres. */
export function* premisesWithin(
  premises: PremisesTable,
  surface: HeightGrid,
  { lon, lat, radiusMetres }: { readonly lon: number; readonly lat: number; readonly radiusMetres: number },
): Generator<WorkStep, { row: Uint32Array; distanceMetres: Float32Array }> {
  const convert = converterFromDegrees(surface.system);
  const [x, y] = convert(lon, lat);
  // A box that surely holds the circle spares converting the others.
  const up = (1.02 * radiusMetres) / LEAST_METRES_PER_DEGREE;
  const across = up / Math.cos(Math.min(80, Math.abs(lat) + up) * RADIANS_PER_DEGREE);
  const rows: number[] = [];
  const distances: number[] = [];
  for (let row = 0; row < premises.count; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1)
      yield { what: 'Finding the premises around', fraction: row / premises.count };
    if (!(Math.abs(premises.lat[row] - lat) <= up && Math.abs(premises.lon[row] - lon) <= across)) continue;
    const [atX, atY] = convert(premises.lon[row], premises.lat[row]);
    const distance = Math.hypot(atX - x, atY - y);
    if (!(distance <= radiusMetres)) continue;
    rows.push(row);
    distances.push(distance);
  }
  return { row: Uint32Array.from(rows), distanceMetres: Float32Array.from(distances) };
}

/** Of latitude, at the equator. */
const LEAST_METRES_PER_DEGREE = 110_574;
const ROWS_A_STEP = 20_000;
