import { HERTZ_PER_GIGAHERTZ, SPEED_OF_LIGHT_METRES_PER_SECOND } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Free-space basic transmission loss in decibels between isotropic antennas: 20 log10(4π d f / c), Rec. ITU-R P.525-5
 * equation (3), with the exact speed of light rather than the rounded 92.45.
 * @param frequencyGigahertz above 0
 * @param distanceMetres above 0 and, for the far field that the formula speaks of, at least a wavelength
 * @throws OutOfRange below a wavelength
 */
export function freeSpaceLossDecibels(frequencyGigahertz: number, distanceMetres: number): number {
  const wavelength = wavelengthMetres(frequencyGigahertz);
  requireRange({
    quantity: 'distance',
    value: distanceMetres,
    low: wavelength,
    high: Number.POSITIVE_INFINITY,
    unit: 'm',
    source: 'ITU-R P.525-5',
    remedy: 'Give two ends that are apart: antennas nearer than a wavelength are no radio link.',
  });
  return 20 * Math.log10((4 * Math.PI * distanceMetres) / wavelength);
}

/** Wavelength in vacuum, in metres. Throws OutOfRange for a frequency that is not above 0. */
export function wavelengthMetres(frequencyGigahertz: number): number {
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: Number.MIN_VALUE,
    high: Number.MAX_VALUE,
    unit: 'GHz',
    source: 'ITU-R P.525-5',
    remedy: 'Give the frequency of the device.',
  });
  return SPEED_OF_LIGHT_METRES_PER_SECOND / (frequencyGigahertz * HERTZ_PER_GIGAHERTZ);
}
