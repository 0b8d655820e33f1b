import { METRES_PER_KILOMETRE } from '../units.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Clutter loss in decibels at one end of a path in a town or suburb that `locationsPercent` of the places there do not
 * exceed: Rec. ITU-R P.2108-1 (2021) §3.2. Valid from 0.5 to 67 GHz and from 250 m; beyond 2 km it
 * is that at 2 km where that is less. For terminals well below the clutter, and only where no surface is known: on top
 * of a diffraction loss over a surface it would count the same houses twice.
 * @param locationsPercent above 0 and below 100
 * @throws OutOfRange outside these
 */
export function clutterLossDecibels(
  frequencyGigahertz: number,
  distanceMetres: number,
  locationsPercent: number,
): number {
  const source = 'ITU-R P.2108-1 §3.2';
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 0.5,
    high: 67,
    unit: 'GHz',
    source,
    remedy: 'Load a surface and let diffraction tell the loss.',
  });
  requireRange({
    quantity: 'distance',
    value: distanceMetres,
    low: 250,
    high: Number.POSITIVE_INFINITY,
    unit: 'm',
    source,
    remedy: 'For shorter paths load a surface and let diffraction tell the loss.',
  });
  const quantile = normalQuantile(1 - locationsPercent / 100);
  const kilometres = distanceMetres / METRES_PER_KILOMETRE;
  return Math.min(lossAt(kilometres), lossAt(2));

  function lossAt(at: number): number {
    const logF = Math.log10(frequencyGigahertz);
    const short = 32.98 + 23.9 * Math.log10(at) + 3 * logF;
    const long = -2 * Math.log10(10 ** (-5 * logF - 12.5) + 10 ** -16.5);
    const shortPart = 10 ** (-0.2 * short);
    const longPart = 10 ** (-0.2 * long);
    const spread = Math.sqrt((16 * longPart + 36 * shortPart) / (longPart + shortPart));
    return -5 * Math.log10(longPart + shortPart) - spread * quantile;
  }
}
