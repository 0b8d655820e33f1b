import { METRES_PER_KILOMETRE } from '../units.ts';
import { earthBulgeMetres } from './earth-bulge.ts';
import { diffractionParameter, knifeEdgeLossDecibels } from './knife-edge.ts';
import { OutOfRange } from './out-of-range.ts';
import { firstUnknownMetres, type PathProfile, pathLengthMetres } from './path-profile.ts';

/**
 * Diffraction loss of a path in decibels after Bullington: the horizons of both ends meet in one edge that stands for
 * all that is between (Rec. ITU-R P.526-15 §4.5.1, the same as P.1812-6 §4.3.1). Where both ends see each other it is the
 * edge with the largest ν. 0 where nothing comes near the line. The spherical earth's part of the delta-Bullington
 * method is nought on paths below 5 km over roofs and is left out: longer paths are out of range.
 * @throws OutOfRange beyond 5 km, or where a height between the ends is not known
 */
export function bullingtonLossDecibels(
  profile: PathProfile,
  { frequencyGigahertz, earthFactor }: { readonly frequencyGigahertz: number; readonly earthFactor: number },
): number {
  const length = usableLength(profile);
  const { distancesMetres, surfaceMetres, firstAntennaMetres: first, lastAntennaMetres: last } = profile;
  // ν of an edge one metre over the line is this by the root of both distances' product; the bulge grows with the product.
  const nuOfOne =
    diffractionParameter({
      heightMetres: 1,
      nearMetres: length / 2,
      farMetres: length / 2,
      frequencyGigahertz,
    }) *
    (length / 2);
  const bulge = earthBulgeMetres(1, 1, earthFactor);
  let steepestFirst = Number.NEGATIVE_INFINITY;
  let steepestLast = Number.NEGATIVE_INFINITY;
  let largestNu = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < distancesMetres.length - 1; i++) {
    const near = distancesMetres[i];
    const far = length - near;
    const top = surfaceMetres[i] + bulge * near * far;
    steepestFirst = Math.max(steepestFirst, (top - first) / near);
    steepestLast = Math.max(steepestLast, (top - last) / far);
    largestNu = Math.max(largestNu, nuAt(top, near, far));
  }
  if (largestNu === Number.NEGATIVE_INFINITY) return 0;
  // At equality a point grazes the line, and both rules give ν = 0.
  if (steepestFirst > (last - first) / length) {
    const near = (last - first + steepestLast * length) / (steepestFirst + steepestLast);
    largestNu = nuAt(first + steepestFirst * near, near, length - near);
  }
  const edge = knifeEdgeLossDecibels(largestNu);
  return edge + (1 - Math.exp(-edge / 6)) * (10 + 0.02 * (length / METRES_PER_KILOMETRE));

  function nuAt(topMetres: number, near: number, far: number): number {
    const line = first + (last - first) * (near / length);
    return ((topMetres - line) * nuOfOne) / Math.sqrt(near * far);
  }
}

const LONGEST_METRES = 5 * METRES_PER_KILOMETRE;

function usableLength(profile: PathProfile): number {
  const length = pathLengthMetres(profile);
  const source = 'Bullington without the spherical earth (ITU-R P.526-15 §4.5.1)';
  if (length > LONGEST_METRES)
    throw new OutOfRange({
      quantity: 'path',
      value: length,
      low: 0,
      high: LONGEST_METRES,
      unit: 'm',
      source,
      remedy: 'Take a nearer roof or a relay.',
    });
  const unknownAt = firstUnknownMetres(profile);
  if (unknownAt !== null)
    throw new OutOfRange({
      quantity: `height ${Math.round(unknownAt)} m from the first end`,
      value: Number.NaN,
      low: -Number.MAX_VALUE,
      high: Number.MAX_VALUE,
      unit: 'm',
      source,
      remedy: 'Load a surface that covers the whole path.',
    });
  return length;
}
