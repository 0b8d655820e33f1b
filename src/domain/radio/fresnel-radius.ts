import { METRES_PER_KILOMETRE } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Radius of the first Fresnel zone in metres: 17.3 √(d1 d2 / (f d)), with d = d1 + d2, kilometres and gigahertz
 * (Rec. ITU-R P.530-18 equation 3). 0 at both ends. The two distances are along the path, so there is no fence post.
 * @param frequencyGigahertz above 0
 * @param nearMetres distance to one end, at least 0
 * @param farMetres distance to the other, at least 0; both 0 is no path
 * @throws OutOfRange for ends at one place or a point beyond an end
 */
export function fresnelRadiusMetres(
  frequencyGigahertz: number,
  nearMetres: number,
  farMetres: number,
): number {
  const length = nearMetres + farMetres;
  // One look for all: profiles ask this a thousand times each.
  if (!(frequencyGigahertz > 0 && nearMetres >= 0 && farMetres >= 0 && length > 0))
    explain(frequencyGigahertz, nearMetres, farMetres);
  const squareKilometres = (nearMetres * farMetres) / METRES_PER_KILOMETRE ** 2;
  return 17.3 * Math.sqrt(squareKilometres / (frequencyGigahertz * (length / METRES_PER_KILOMETRE)));
}

function explain(frequencyGigahertz: number, nearMetres: number, farMetres: number): void {
  const asked = { source: 'ITU-R P.530-18 equation 3', high: Number.MAX_VALUE };
  requireRange({
    ...asked,
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: Number.MIN_VALUE,
    unit: 'GHz',
    remedy: 'Give the frequency of the device.',
  });
  requireRange({
    ...asked,
    quantity: 'distance to the nearer end',
    value: Math.min(nearMetres, farMetres),
    low: 0,
    unit: 'm',
    remedy: 'Take a point between the two ends.',
  });
  requireRange({
    ...asked,
    quantity: 'path',
    value: nearMetres + farMetres,
    low: Number.MIN_VALUE,
    unit: 'm',
    remedy: 'Give two ends that are apart.',
  });
}
