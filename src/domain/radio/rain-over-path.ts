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
 * Attenuation by rain in decibels that a path exceeds for `timePercent` of an average year: Rec. ITU-R P.530-18 §2.4.1,
 * equations (32) to (34). Valid up to 100 GHz, 60 km and for 0.001 to 1 % of the year. The distance factor r is at most
 * 2.5, as the recommendation says, which binds below about 0.4 km. C0 is 0.12 + 0.4 log10((f/10)^0.8).
 * @throws OutOfRange outside these
 */
export function rainOverPathDecibels(path: RainPath, timePercent: number): number {
  requireRange({
    quantity: 'share of the year',
    value: timePercent,
    low: LEAST_TIME_PERCENT,
    high: MOST_TIME_PERCENT,
    unit: '%',
    source: SOURCE,
    remedy: 'Ask for an availability between 99 % and 99.999 %.',
  });
  const { frequencyGigahertz: f } = path;
  const usual = rainOfHundredthDecibels(path);
  const c0 = f >= 10 ? 0.12 + 0.4 * 0.8 * Math.log10(f / 10) : 0.12;
  const c1 = 0.07 ** c0 * 0.12 ** (1 - c0);
  const c2 = 0.855 * c0 + 0.546 * (1 - c0);
  const c3 = 0.139 * c0 + 0.043 * (1 - c0);
  return usual * c1 * timePercent ** -(c2 + c3 * Math.log10(timePercent));
}

/** The distance factor r of a path: how much longer than itself the rain on it counts, at most 2.5. */
export function rainDistanceFactor(path: RainPath): number {
  checkPath(path);
  const { alpha } = coefficientsOf(path);
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

/** Exceeded 0.01 % of the year: γ d r. */
function rainOfHundredthDecibels(path: RainPath): number {
  const factor = rainDistanceFactor(path);
  const perKilometre = rainAttenuationDecibelsPerKilometre(
    coefficientsOf(path),
    path.rainRateMillimetresPerHour,
  );
  return perKilometre * (path.distanceMetres / METRES_PER_KILOMETRE) * factor;
}

function coefficientsOf({ frequencyGigahertz, polarisation }: RainPath) {
  return rainCoefficients({ frequencyGigahertz, polarisation, elevationDegrees: 0 });
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
