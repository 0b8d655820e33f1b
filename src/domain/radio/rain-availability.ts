import {
  LEAST_TIME_PERCENT,
  MOST_TIME_PERCENT,
  type RainPath,
  rainOverPathDecibels,
} from './rain-over-path.ts';

/**
 * How much of an average year a link holds against rain, in per cent. P.530-18 speaks of 0.001 to 1 % of the year, so what
 * outlasts that is "at least" 99.999, and what does not reach it "less than" 99.
 */
export interface Availability {
  readonly percent: number;
  readonly bound: 'exactly' | 'at least' | 'less than';
}

/**
 * Availability of a path that can bear `fadeDecibels` of rain: 100 % less the share of the year that exceeds it, solved for
 * by halving (rain falls with that share, everywhere in the range). null for a link that does not hold in clear air.
 * @throws OutOfRange for a path that `rainOverPathDecibels` does not hold for
 */
export function rainAvailability(path: RainPath, fadeDecibels: number): Availability | null {
  if (!(fadeDecibels >= 0)) return null;
  if (rainOverPathDecibels(path, LEAST_TIME_PERCENT) <= fadeDecibels)
    return { percent: 100 - LEAST_TIME_PERCENT, bound: 'at least' };
  if (rainOverPathDecibels(path, MOST_TIME_PERCENT) > fadeDecibels)
    return { percent: 100 - MOST_TIME_PERCENT, bound: 'less than' };
  let low = Math.log10(LEAST_TIME_PERCENT);
  let high = Math.log10(MOST_TIME_PERCENT);
  // Each step halves; 60 leave less than a double can tell.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (rainOverPathDecibels(path, 10 ** middle) > fadeDecibels) low = middle;
    else high = middle;
  }
  return { percent: 100 - 10 ** high, bound: 'exactly' };
}
