import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../units.ts';

/**
 * How far above (positive) or below the horizontal an antenna looks to see another, degrees. The earth falls away below the
 * horizontal by d²/(2 k Re) (Rec. ITU-R P.530-18 §2.2.1), so both ends of a level link look down.
 * @param rise how far the other antenna is above this one, metres
 * @param along distance over the ground, metres, above 0
 * @param earthFactor k, above 0
 */
export function tiltDegrees(rise: number, along: number, earthFactor: number): number {
  const drop = along ** 2 / (2 * earthFactor * EARTH_RADIUS_METRES);
  return Math.atan2(rise - drop, along) / RADIANS_PER_DEGREE;
}
