import { EARTH_RADIUS_METRES } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/** The factor k of a standard atmosphere and of a worst case over paths beyond 2 km (Rec. ITU-R P.530-18 §2.2.1, P.310-10). */
export const STANDARD_EARTH_FACTOR = 4 / 3;
export const WORST_CASE_EARTH_FACTOR = 2 / 3;

/**
 * How far the earth rises above the chord between two ends, in metres: d1 d2 / (2 k Re), Rec. ITU-R P.530-18 §2.2.1.
 * `earthFactor` k stretches the radius so that a bent ray is straight: 4/3 by a standard atmosphere, 2/3 as a worst case,
 * Infinity for a flat earth.
 * @param nearMetres distance to one end, at least 0
 * @param farMetres distance to the other, at least 0
 */
export function earthBulgeMetres(nearMetres: number, farMetres: number, earthFactor: number): number {
  requireRange({
    quantity: 'earth factor k',
    value: earthFactor,
    low: Number.MIN_VALUE,
    high: Number.POSITIVE_INFINITY,
    unit: '',
    source: 'ITU-R P.530-18 §2.2.1',
    remedy: 'Take 4/3 for a standard atmosphere, 2/3 as a worst case.',
  });
  return (nearMetres * farMetres) / (2 * earthFactor * EARTH_RADIUS_METRES);
}
