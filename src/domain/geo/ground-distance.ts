import { EARTH_RADIUS_METRES } from '../units.ts';

/** Great-circle distance in metres between two places in degrees (haversine; within 0.5 % of the ellipsoid's). */
export function groundDistanceMetres(
  one: { readonly lon: number; readonly lat: number },
  other: { readonly lon: number; readonly lat: number },
): number {
  const radians = Math.PI / 180;
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const a =
    half(other.lat - one.lat) +
    Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * half(other.lon - one.lon);
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
}
