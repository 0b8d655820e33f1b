import { exceededDecibels, LEAST_TIME_PERCENT, MOST_TIME_PERCENT, type RainCurve } from './rain-over-path.ts';

/**
 * How much of an average year a link holds against rain, in per cent. P.530-18 speaks of 0.001 to 1 % of the year, so what
 * outlasts that is "at least" 99.999, and what does not reach it "less than" 99.
 */
export interface Availability {
  readonly percent: number;
  readonly bound: 'exactly' | 'at least' | 'less than';
}

/**
 * Availability of a path that can bear `fadeDecibels` of rain: 100 % less the share of the year that exceeds it, from the
 * path's curve (`rainCurve`) solved for that share. null for a link that does not hold in clear air.
 */
export function rainAvailability(curve: RainCurve, fadeDecibels: number): Availability | null {
  if (!(fadeDecibels >= 0)) return null;
  if (exceededDecibels(curve, LEAST_TIME_PERCENT) <= fadeDecibels)
    return { percent: 100 - LEAST_TIME_PERCENT, bound: 'at least' };
  if (exceededDecibels(curve, MOST_TIME_PERCENT) > fadeDecibels)
    return { percent: 100 - MOST_TIME_PERCENT, bound: 'less than' };
  // With L = log10 p the curve is log10(A) = log10(A at 1 %) − c2 L − c3 L²; of its two roots the falling side's.
  const { decibels, c2, c3 } = curve;
  const below = Math.log10(fadeDecibels / decibels);
  const logPercent = (-c2 + Math.sqrt(c2 ** 2 - 4 * c3 * below)) / (2 * c3);
  return { percent: 100 - 10 ** logPercent, bound: 'exactly' };
}
