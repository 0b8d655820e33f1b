import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../../domain/units.ts';

/** A closed ring of places in degrees, so many metres from a place over the sphere; for radii far below the earth's. */
export function reachRing(
  { lon, lat }: { readonly lon: number; readonly lat: number },
  radiusMetres: number,
): [number, number][] {
  const degreesNorth = radiusMetres / EARTH_RADIUS_METRES / RADIANS_PER_DEGREE;
  const degreesEast = degreesNorth / Math.cos(lat * RADIANS_PER_DEGREE);
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const turn = (2 * Math.PI * (i % POINTS)) / POINTS;
    return [lon + degreesEast * Math.sin(turn), lat + degreesNorth * Math.cos(turn)];
  });
}

const POINTS = 128;
