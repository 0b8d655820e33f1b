import { RADIANS_PER_DEGREE } from '../units.ts';

/**
 * Direction in which the great circle from one place to another sets out: degrees clockwise from true north, from 0 below
 * 360 (on a sphere; within 0.2° of the ellipsoid's). NaN where both are one place.
 */
export function trueBearingDegrees(
  one: { readonly lon: number; readonly lat: number },
  other: { readonly lon: number; readonly lat: number },
): number {
  if (one.lon === other.lon && one.lat === other.lat) return Number.NaN;
  const [from, to] = [one.lat * RADIANS_PER_DEGREE, other.lat * RADIANS_PER_DEGREE];
  const turn = (other.lon - one.lon) * RADIANS_PER_DEGREE;
  const east = Math.sin(turn) * Math.cos(to);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
  return (Math.atan2(east, north) / RADIANS_PER_DEGREE + 360) % 360;
}
