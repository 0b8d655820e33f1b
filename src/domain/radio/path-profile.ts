import { requireRange } from './out-of-range.ts';

/**
 * A path cut out of a surface: what stands at each distance, in metres above one datum, and both antennas above the
 * same. Distances rise strictly from 0 (the first end) to the length (the last). NaN is a height that is not known.
 */
export interface PathProfile {
  readonly distancesMetres: Float64Array;
  readonly surfaceMetres: Float64Array;
  readonly firstAntennaMetres: number;
  readonly lastAntennaMetres: number;
}

/** Length of the path in metres. Throws OutOfRange for one without two points that are apart. */
export function pathLengthMetres({ distancesMetres, surfaceMetres }: PathProfile): number {
  const length = distancesMetres.at(-1) ?? Number.NaN;
  requireRange({
    quantity: 'path',
    value: distancesMetres.length === surfaceMetres.length ? length : Number.NaN,
    low: Number.MIN_VALUE,
    high: Number.MAX_VALUE,
    unit: 'm',
    source: 'A path profile',
    remedy: 'Give two ends that are apart, with a height for every distance.',
  });
  return length;
}

/** Where the surface between the ends is not known, the first such distance in metres; null where all of it is. */
export function firstUnknownMetres({ distancesMetres, surfaceMetres }: PathProfile): number | null {
  for (let i = 1; i < surfaceMetres.length - 1; i++)
    if (!Number.isFinite(surfaceMetres[i])) return distancesMetres[i];
  return null;
}

/** The path seen from its other end. */
export function reversedProfile(profile: PathProfile): PathProfile {
  const length = pathLengthMetres(profile);
  return {
    distancesMetres: profile.distancesMetres.map((_, i, all) => length - all[all.length - 1 - i]),
    surfaceMetres: profile.surfaceMetres.toReversed(),
    firstAntennaMetres: profile.lastAntennaMetres,
    lastAntennaMetres: profile.firstAntennaMetres,
  };
}
