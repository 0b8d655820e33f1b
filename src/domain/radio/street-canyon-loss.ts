import { MEGAHERTZ_PER_GIGAHERTZ, METRES_PER_KILOMETRE } from '../units.ts';
import { type Air, gasAttenuationDecibelsPerKilometre } from './gas-attenuation.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Basic transmission loss in decibels along a street at millimetre waves with a line of sight: 20 log10(f) − 28 +
 * 10 n log10(d) + gas, with megahertz and metres (Rec. ITU-R P.1411-12 (2023) §4.1.2). Valid from 10 to
 * 100 GHz and up to 1 km. Rain comes on top (`rainOverPathDecibels`).
 * @throws OutOfRange outside these
 */
export function streetCanyonLossDecibels(path: {
  readonly frequencyGigahertz: number;
  readonly distanceMetres: number;
  /** n: table 7 of the recommendation has 1.9 to 2.21, by frequency and kind of street. */
  readonly lossExponent: number;
  readonly air: Air;
}): number {
  const { frequencyGigahertz, distanceMetres, lossExponent, air } = path;
  const source = 'ITU-R P.1411-12 §4.1.2';
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 10,
    high: 100,
    unit: 'GHz',
    source,
    remedy: 'Below 10 GHz use the site-general model of §4.1.1.',
  });
  requireRange({
    quantity: 'distance',
    value: distanceMetres,
    low: 1,
    high: 1000,
    unit: 'm',
    source,
    remedy: 'Load a surface and reckon with the line of sight.',
  });
  requireRange({
    quantity: 'loss exponent n',
    value: lossExponent,
    low: 1.9,
    high: 2.21,
    unit: '',
    source,
    remedy: 'Take the value of table 7 for the street.',
  });
  const { oxygen, waterVapour } = gasAttenuationDecibelsPerKilometre(frequencyGigahertz, air);
  const gas = (oxygen + waterVapour) * (distanceMetres / METRES_PER_KILOMETRE);
  const megahertz = frequencyGigahertz * MEGAHERTZ_PER_GIGAHERTZ;
  return 20 * Math.log10(megahertz) - 28 + 10 * lossExponent * Math.log10(distanceMetres) + gas;
}
