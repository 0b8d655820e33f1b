import { MEGAHERTZ_PER_GIGAHERTZ, METRES_PER_KILOMETRE } from '../units.ts';
import { freeSpaceLossDecibels, wavelengthMetres } from './free-space-loss.ts';
import { OutOfRange, requireRange } from './out-of-range.ts';

/** A path over the roofs of a town down into a street: figure 2 of P.1411-12. */
export interface RooftopPath {
  readonly frequencyGigahertz: number;
  readonly distanceMetres: number;
  /** h1, the antenna near or over the roofs, 4 to 55 m above ground. */
  readonly firstAntennaMetres: number;
  /** h2, the antenna in the street, 1 to 3 m above ground. */
  readonly secondAntennaMetres: number;
  /** hr, mean height of the roofs. */
  readonly roofMetres: number;
  /** l, how much of the path buildings cover. */
  readonly builtMetres: number;
  /** b, mean distance from one row of buildings to the next. */
  readonly rowSpacingMetres: number;
  /** w2, width of the street where the second antenna is. */
  readonly streetWidthMetres: number;
  /** φ between the street and the path, 0 to 90. */
  readonly streetAngleDegrees: number;
  /** Tells up to 2 GHz only. */
  readonly town: 'medium-sized or suburban' | 'metropolitan';
}

/**
 * Basic transmission loss in decibels over rows of roofs of about one height, Rec. ITU-R P.1411-12 (2023) §4.2.2.1:
 * free space, from the last roof down to the street, and past the rows (multi-screen). Valid from
 * 0.8 to 26 GHz, 20 m to 5 km, h1 4 to 55 m, h2 1 to 3 m; with h1 below the roofs and a street under 10 m, 2 to 16 GHz.
 * @throws OutOfRange outside these, and for an antenna level with the roofs
 */
export function overRooftopsLossDecibels(path: RooftopPath): number {
  checkPath(path);
  const free = freeSpaceLossDecibels(path.frequencyGigahertz, path.distanceMetres);
  return Math.max(free, free + roofToStreetDecibels(path) + pastRowsDecibels(path));
}

/** Lrts: from the last roof down into the street. */
function roofToStreetDecibels(path: RooftopPath): number {
  const below = path.roofMetres - path.secondAntennaMetres;
  const megahertz = path.frequencyGigahertz * MEGAHERTZ_PER_GIGAHERTZ;
  const spread = -10 * Math.log10(path.streetWidthMetres) + 10 * Math.log10(megahertz);
  return -8.2 + spread + 20 * Math.log10(below) + orientationDecibels(path.streetAngleDegrees);
}

function orientationDecibels(degrees: number): number {
  if (degrees < 35) return -10 + 0.354 * degrees;
  if (degrees < 55) return 2.5 + 0.075 * (degrees - 35);
  return 4 - 0.114 * (degrees - 55);
}

/** Lmsd: which of the two ways past the rows holds, and how one turns into the other at their break point. */
function pastRowsDecibels(path: RooftopPath): number {
  const wavelength = wavelengthMetres(path.frequencyGigahertz);
  const above = path.firstAntennaMetres - path.roofMetres;
  const settledMetres = (wavelength * path.distanceMetres ** 2) / above ** 2;
  const breakMetres = Math.abs(above) * Math.sqrt(path.builtMetres / wavelength);
  const upper = longRowsDecibels(path, breakMetres);
  const lower = shortRowsDecibels(path, breakMetres);
  const middle = (upper + lower) / 2;
  const step = upper - lower;
  const beyond = Math.log10(path.distanceMetres) - Math.log10(breakMetres);
  const isLong = path.builtMetres > settledMetres;
  if (step === 0) return shortRowsDecibels(path, path.distanceMetres);
  if (step > 0) {
    const turn = Math.tanh(beyond / 0.1);
    return isLong
      ? -turn * (longRowsDecibels(path, path.distanceMetres) - middle) + middle
      : turn * (shortRowsDecibels(path, path.distanceMetres) - middle) + middle;
  }
  const turn = Math.tanh(beyond / (step * 0.0417));
  return isLong
    ? longRowsDecibels(path, path.distanceMetres) - turn * (upper - middle) - upper + middle
    : shortRowsDecibels(path, path.distanceMetres) + turn * (middle - lower) + middle - lower;
}

/** L1msd at a distance, for rows that reach beyond the settled field. */
function longRowsDecibels(path: RooftopPath, metres: number): number {
  const above = path.firstAntennaMetres - path.roofMetres;
  const megahertz = path.frequencyGigahertz * MEGAHERTZ_PER_GIGAHERTZ;
  const kilometres = metres / METRES_PER_KILOMETRE;
  const isHigh = path.frequencyGigahertz > 2;
  const shielding = above > 0 ? -18 * Math.log10(1 + above) : 0;
  let base = isHigh ? 73 : 54;
  if (above > 0) base = isHigh ? 71.4 : 54;
  else base -= metres < 500 ? 1.6 * above * kilometres : 0.8 * above;
  const perDistance = above > 0 ? 18 : 18 - (15 * above) / path.roofMetres;
  const growth = path.town === 'metropolitan' ? 1.5 : 0.7;
  const perFrequency = isHigh ? -8 : -4 + growth * (megahertz / 925 - 1);
  return (
    shielding +
    base +
    perDistance * Math.log10(kilometres) +
    perFrequency * Math.log10(megahertz) -
    9 * Math.log10(path.rowSpacingMetres)
  );
}

/** L2msd at a distance, for rows that end before. */
function shortRowsDecibels(path: RooftopPath, metres: number): number {
  const wavelength = wavelengthMetres(path.frequencyGigahertz);
  const spacing = path.rowSpacingMetres;
  const above = path.firstAntennaMetres - path.roofMetres;
  const logMegahertz = Math.log10(path.frequencyGigahertz * MEGAHERTZ_PER_GIGAHERTZ);
  const wavelengths = Math.sqrt(spacing / wavelength);
  const upperBound =
    10 ** (-Math.log10(wavelengths) - Math.log10(metres) / 9 + (10 / 9) * Math.log10(spacing / 2.35));
  const lowerBound =
    (0.00023 * spacing ** 2 - 0.1827 * spacing - 9.4978) / logMegahertz ** 2.938 +
    0.000781 * spacing +
    0.06923;
  if (above > upperBound) return -20 * Math.log10(2.35 * ((above / metres) * wavelengths) ** 0.9);
  if (above >= lowerBound) return -20 * Math.log10(spacing / metres);
  const angle = Math.atan(above / spacing);
  const slope = Math.sqrt(wavelength / Math.hypot(above, spacing));
  const share = (spacing / (2 * Math.PI * metres)) * slope * (1 / angle - 1 / (2 * Math.PI + angle));
  return -20 * Math.log10(Math.abs(share));
}

const SOURCE = 'ITU-R P.1411-12 §4.2.2.1';

function checkPath(path: RooftopPath): void {
  const isNarrow = path.firstAntennaMetres < path.roofMetres && path.streetWidthMetres < 10;
  const asked = { source: SOURCE, remedy: 'Load a surface and let diffraction tell the loss.' };
  const limits = [
    ['frequency', path.frequencyGigahertz, isNarrow ? 2 : 0.8, isNarrow ? 16 : 26, 'GHz'],
    ['distance', path.distanceMetres, 20, 5000, 'm'],
    ['first antenna', path.firstAntennaMetres, 4, 55, 'm'],
    ['second antenna', path.secondAntennaMetres, 1, 3, 'm'],
    ['built part of the path', path.builtMetres, Number.MIN_VALUE, path.distanceMetres, 'm'],
    ['distance between rows', path.rowSpacingMetres, Number.MIN_VALUE, path.distanceMetres, 'm'],
    ['street width', path.streetWidthMetres, Number.MIN_VALUE, path.distanceMetres, 'm'],
    ['angle between street and path', path.streetAngleDegrees, 0, 90, '°'],
  ] as const;
  for (const [quantity, value, low, high, unit] of limits)
    requireRange({ ...asked, quantity, value, low, high, unit });
  if (path.roofMetres <= path.secondAntennaMetres || path.roofMetres === path.firstAntennaMetres)
    throw new OutOfRange({
      ...asked,
      quantity: 'roof height',
      value: path.roofMetres,
      low: path.secondAntennaMetres,
      high: Number.POSITIVE_INFINITY,
      unit: 'm',
      remedy: 'The roofs are to be above the second antenna and not level with the first.',
    });
}
