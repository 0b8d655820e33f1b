import { METRES_PER_KILOMETRE } from '../units.ts';
import { requireRange } from './out-of-range.ts';
import {
  type Polarisation,
  rainAttenuationDecibelsPerKilometre,
  rainCoefficients,
} from './rain-attenuation.ts';

/** A level path in rain. */
export interface RainPath {
  readonly frequencyGigahertz: number;
  readonly distanceMetres: number;
  readonly polarisation: Polarisation;
  /** Rain rate R0.01, exceeded 0.01 % of an average year at this place, in millimetres an hour (P.837). */
  readonly rainRateMillimetresPerHour: number;
}

/** The least and greatest share of an average year that P.530-18 gives the attenuation for, in per cent. */
export const LEAST_TIME_PERCENT = 0.001;
export const MOST_TIME_PERCENT = 1;

/**
 * Attenuation by rain in decibels that a path exceeds for `timePercent` of an average year: Rec. ITU-R P.530-18 §2.4.1.
 * Valid up to 100 GHz, 60 km and for 0.001 to 1 % of the year. The distance factor r is at most
 * 2.5, as the recommendation says, which binds below about 0.4 km. C0 is 0.12 + 0.4 log10((f/10)^0.8).
 * @throws OutOfRange outside these
 */
export function rainOverPathDecibels(path: RainPath, timePercent: number): number {
  return exceededDecibels(rainCurve(path), timePercent);
}

/**
 * How the rain of a path depends on the share p of the year, in per cent: `decibels` p^−(c2 + c3 log10 p). Falls with p from
 * 0.001 to 1 %.
 */
export interface RainCurve {
  /** At p = 1 %. */
  readonly decibels: number;
  readonly c2: number;
  readonly c3: number;
}

/** The curve of a path. Throws OutOfRange where P.530 does not hold for it. */
export function rainCurve(path: RainPath): RainCurve {
  checkPath(path);
  const coefficients = rainCoefficients({
    frequencyGigahertz: path.frequencyGigahertz,
    polarisation: path.polarisation,
    elevationDegrees: 0,
  });
  const perKilometre = rainAttenuationDecibelsPerKilometre(coefficients, path.rainRateMillimetresPerHour);
  const kilometres = path.distanceMetres / METRES_PER_KILOMETRE;
  const { frequencyGigahertz: f } = path;
  const c0 = f >= 10 ? 0.12 + 0.4 * 0.8 * Math.log10(f / 10) : 0.12;
  const c1 = 0.07 ** c0 * 0.12 ** (1 - c0);
  return {
    decibels: perKilometre * kilometres * rainDistanceFactor(path, coefficients.alpha) * c1,
    c2: 0.855 * c0 + 0.546 * (1 - c0),
    c3: 0.139 * c0 + 0.043 * (1 - c0),
  };
}

/** What a curve says for a share of the year. Throws OutOfRange outside 0.001 to 1 %. */
export function exceededDecibels({ decibels, c2, c3 }: RainCurve, timePercent: number): number {
  requireRange({
    quantity: 'share of the year',
    value: timePercent,
    low: LEAST_TIME_PERCENT,
    high: MOST_TIME_PERCENT,
    unit: '%',
    source: SOURCE,
    remedy: 'Ask for an availability between 99 % and 99.999 %.',
  });
  return decibels * timePercent ** -(c2 + c3 * Math.log10(timePercent));
}

/** The distance factor r: how many times over the rain of 0.01 % counts on a path. `alpha` is that of `rainCoefficients`. */
export function rainDistanceFactor(path: RainPath, alpha: number): number {
  const kilometres = path.distanceMetres / METRES_PER_KILOMETRE;
  const divisor =
    0.477 *
      kilometres ** 0.633 *
      path.rainRateMillimetresPerHour ** (0.073 * alpha) *
      path.frequencyGigahertz ** 0.123 -
    10.579 * (1 - Math.exp(-0.024 * kilometres));
  // The recommendation bounds the divisor; on long paths in thin rain it would turn negative.
  return divisor < 1 / LARGEST_FACTOR ? LARGEST_FACTOR : 1 / divisor;
}

const SOURCE = 'ITU-R P.530-18 §2.4.1';
const LARGEST_FACTOR = 2.5;

function checkPath({ frequencyGigahertz, distanceMetres }: RainPath): void {
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 1,
    high: 100,
    unit: 'GHz',
    source: SOURCE,
    remedy: 'Below 1 GHz rain takes nothing: leave it out.',
  });
  requireRange({
    quantity: 'distance',
    value: distanceMetres,
    low: Number.MIN_VALUE,
    high: 60 * METRES_PER_KILOMETRE,
    unit: 'm',
    source: SOURCE,
    remedy: 'Give two ends that are apart and within 60 km.',
  });
}
