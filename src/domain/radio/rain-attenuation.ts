import { RADIANS_PER_DEGREE } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/** How the electric field stands: level, upright, or between, as a tilt against the horizon in degrees (45: circular). */
export type Polarisation = 'horizontal' | 'vertical' | { readonly tiltDegrees: number };

/** k and α of γ = k R^α. */
export interface RainCoefficients {
  readonly k: number;
  readonly alpha: number;
}

/**
 * The coefficients k and α of rain at a frequency, Rec. ITU-R P.838-3 (2005) equations (2) to (5), tables 1 to 4. Valid
 * from 1 to 1,000 GHz.
 * @param elevationDegrees of the path above the horizon, −90 to 90
 * @throws OutOfRange outside these
 */
export function rainCoefficients(path: {
  readonly frequencyGigahertz: number;
  readonly polarisation: Polarisation;
  readonly elevationDegrees: number;
}): RainCoefficients {
  const { frequencyGigahertz, elevationDegrees } = path;
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 1,
    high: 1000,
    unit: 'GHz',
    source: SOURCE,
    remedy: 'Below 1 GHz rain takes nothing: leave it out.',
  });
  requireRange({
    quantity: 'elevation',
    value: elevationDegrees,
    low: -90,
    high: 90,
    unit: '°',
    source: SOURCE,
    remedy: 'Give the angle of the path above the horizon.',
  });
  const log = Math.log10(frequencyGigahertz);
  const kH = 10 ** curve(log, K_HORIZONTAL);
  const kV = 10 ** curve(log, K_VERTICAL);
  const alphaH = curve(log, ALPHA_HORIZONTAL);
  const alphaV = curve(log, ALPHA_VERTICAL);
  const tilt =
    Math.cos(elevationDegrees * RADIANS_PER_DEGREE) ** 2 *
    Math.cos(2 * tiltDegrees(path.polarisation) * RADIANS_PER_DEGREE);
  const k = (kH + kV + (kH - kV) * tilt) / 2;
  const alpha = (kH * alphaH + kV * alphaV + (kH * alphaH - kV * alphaV) * tilt) / (2 * k);
  return { k, alpha };
}

/**
 * Specific attenuation by rain in decibels per kilometre, γ = k R^α (Rec. ITU-R P.838-3 equation 1).
 * @param rateMillimetresPerHour rain rate R, at least 0
 */
export function rainAttenuationDecibelsPerKilometre(
  { k, alpha }: RainCoefficients,
  rateMillimetresPerHour: number,
): number {
  requireRange({
    quantity: 'rain rate',
    value: rateMillimetresPerHour,
    low: 0,
    high: 300,
    unit: 'mm/h',
    source: SOURCE,
    remedy: 'Give millimetres an hour: London has 26 for 0.01 % of the year.',
  });
  return k * rateMillimetresPerHour ** alpha;
}

const SOURCE = 'ITU-R P.838-3';

function tiltDegrees(polarisation: Polarisation): number {
  if (polarisation === 'horizontal') return 0;
  if (polarisation === 'vertical') return 90;
  return polarisation.tiltDegrees;
}

/** A sum of bells over log f and a straight line: equations (2) and (3). */
interface Curve {
  /** a, b, c of each bell. */
  readonly bells: readonly (readonly [height: number, centre: number, width: number])[];
  readonly slope: number;
  readonly offset: number;
}

function curve(logFrequency: number, { bells, slope, offset }: Curve): number {
  let sum = slope * logFrequency + offset;
  for (const [height, centre, width] of bells)
    sum += height * Math.exp(-(((logFrequency - centre) / width) ** 2));
  return sum;
}

const K_HORIZONTAL: Curve = {
  bells: [
    [-5.3398, -0.10008, 1.13098],
    [-0.35351, 1.2697, 0.454],
    [-0.23789, 0.86036, 0.15354],
    [-0.94158, 0.64552, 0.16817],
  ],
  slope: -0.18961,
  offset: 0.71147,
};

const K_VERTICAL: Curve = {
  bells: [
    [-3.80595, 0.56934, 0.81061],
    [-3.44965, -0.22911, 0.51059],
    [-0.39902, 0.73042, 0.11899],
    [0.50167, 1.07319, 0.27195],
  ],
  slope: -0.16398,
  offset: 0.63297,
};

const ALPHA_HORIZONTAL: Curve = {
  bells: [
    [-0.14318, 1.82442, -0.55187],
    [0.29591, 0.77564, 0.19822],
    [0.32177, 0.63773, 0.13164],
    [-5.3761, -0.9623, 1.47828],
    [16.1721, -3.2998, 3.4399],
  ],
  slope: 0.67849,
  offset: -1.95537,
};

const ALPHA_VERTICAL: Curve = {
  bells: [
    [-0.07771, 2.3384, -0.76284],
    [0.56727, 0.95545, 0.54039],
    [-0.20238, 1.1452, 0.26809],
    [-48.2991, 0.791669, 0.116226],
    [48.5833, 0.791459, 0.116479],
  ],
  slope: -0.053739,
  offset: 0.83433,
};
