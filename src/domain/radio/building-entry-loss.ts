import { normalQuantile } from './normal-quantile.ts';
import { requireRange } from './out-of-range.ts';

/** Traditional, or with metallised glass and foil-backed insulation: P.2109-2 §1. */
export type BuildingKind = 'traditional' | 'thermally efficient';

/**
 * Building entry loss in decibels that a share of buildings does not exceed, anywhere indoors: Rec. ITU-R P.2109-2 (2023)
 * §3, table 1. Valid from 0.08 to 100 GHz.
 * @throws OutOfRange outside these
 */
export function buildingEntryLossDecibels(entry: {
  readonly frequencyGigahertz: number;
  readonly building: BuildingKind;
  /** Share of cases that stay at or below the loss, above 0 and below 100 %. 50 is the median. */
  readonly notExceededPercent: number;
  /** Of the path at the façade, above the horizon, −90 to 90. */
  readonly elevationDegrees: number;
}): number {
  const { frequencyGigahertz, building, notExceededPercent, elevationDegrees } = entry;
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 0.08,
    high: 100,
    unit: 'GHz',
    source: SOURCE,
    remedy: 'Put the antenna outdoors.',
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
  const { r, s, t, u, v, w, x, y, z } = COEFFICIENTS[building];
  const logF = Math.log10(frequencyGigahertz);
  const quantile = normalQuantile(notExceededPercent / 100);
  const level = r + s * logF + t * logF ** 2 + 0.212 * Math.abs(elevationDegrees);
  const usual = quantile * (u + v * logF) + level;
  const second = quantile * (y + z * logF) + w + x * logF;
  return 10 * Math.log10(10 ** (0.1 * usual) + 10 ** (0.1 * second) + 10 ** (0.1 * -3));
}

const SOURCE = 'ITU-R P.2109-2';

const COEFFICIENTS = {
  traditional: { r: 12.64, s: 3.72, t: 0.96, u: 9.6, v: 2, w: 9.1, x: -3, y: 4.5, z: -2 },
  'thermally efficient': { r: 28.19, s: -3, t: 8.48, u: 13.5, v: 3.8, w: 27.8, x: -2.9, y: 9.4, z: -2.1 },
} as const;
