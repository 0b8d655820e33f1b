import fc from 'fast-check';
import type { PathProfile } from '../../src/domain/radio/path-profile.ts';

/** A profile of evenly spaced heights, the antennas `first` and `last` metres above its ends. */
export function profileOf(
  heights: readonly number[],
  { step, first, last }: { readonly step: number; readonly first: number; readonly last: number },
): PathProfile {
  return {
    distancesMetres: Float64Array.from(heights, (_, i) => i * step),
    surfaceMetres: Float64Array.from(heights),
    firstAntennaMetres: heights[0] + first,
    lastAntennaMetres: heights[heights.length - 1] + last,
  };
}

/** Profiles of roofs: 30 m to 2 km, heights of 0 to 60 m. */
export const anyProfile: fc.Arbitrary<PathProfile> = fc
  .tuple(
    fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 4, maxLength: 60 }),
    fc.double({ min: 10, max: 30, noNaN: true }),
    fc.double({ min: 0.5, max: 30, noNaN: true }),
    fc.double({ min: 0.5, max: 30, noNaN: true }),
  )
  .map(([heights, step, first, last]) => profileOf(heights, { step, first, last }));

/** Bands that rooftop radio uses. */
export const anyGigahertz = fc.constantFrom(0.7, 3.5, 5.8, 28, 60);
