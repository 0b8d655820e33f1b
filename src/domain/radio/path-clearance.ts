import { earthBulgeMetres } from './earth-bulge.ts';
import { fresnelRadiusMetres } from './fresnel-radius.ts';
import { firstUnknownMetres, type PathProfile, pathLengthMetres } from './path-profile.ts';

/** Clear: at least 0.6 of the first Fresnel zone is free everywhere. Marginal: the line is free, less of the zone. */
export type ClearanceClass = 'clear' | 'marginal' | 'blocked' | 'not known';

/** Share of the first Fresnel zone that a clear path leaves free (Rec. ITU-R P.530-18 §2.2.2). */
export const CLEAR_FRESNEL_SHARE = 0.6;

/** How far the straight line between two antennas stands off the surface below it. */
export interface PathClearance {
  readonly class: ClearanceClass;
  /** Least height of the line over surface and earth bulge, negative where it is blocked; null: nothing lies between. */
  readonly metres: number | null;
  readonly metresAt: number | null;
  /** Least clearance in radii of the first Fresnel zone, and how far from the first end; null: nothing lies between. */
  readonly fresnel: number | null;
  readonly fresnelAt: number | null;
  /** First distance whose height is not known; null where all are. What is known before and behind it is in the rest. */
  readonly unknownAt: number | null;
}

/**
 * Clearance of a path, in metres and in radii of the first Fresnel zone, over its points between the ends (each end is
 * its antenna's own place). The earth bulges by `earthFactor` (`earthBulgeMetres`). Blocked is below 0, marginal below
 * 0.6. A path with a height that is not known is blocked where what is known blocks it, else not known.
 */
export function pathClearance(
  profile: PathProfile,
  { frequencyGigahertz, earthFactor }: { readonly frequencyGigahertz: number; readonly earthFactor: number },
): PathClearance {
  const { distancesMetres, surfaceMetres, firstAntennaMetres, lastAntennaMetres } = profile;
  const length = pathLengthMetres(profile);
  const rise = lastAntennaMetres - firstAntennaMetres;
  // Both grow with the two distances alone: the bulge with their product, the zone with its root.
  const bulge = earthBulgeMetres(1, 1, earthFactor);
  const zone = (2 * fresnelRadiusMetres(frequencyGigahertz, length / 2, length / 2)) / length;
  let metres = Number.POSITIVE_INFINITY;
  let fresnel = Number.POSITIVE_INFINITY;
  let metresAt: number | null = null;
  let fresnelAt: number | null = null;
  for (let i = 1; i < distancesMetres.length - 1; i++) {
    const near = distancesMetres[i];
    const spread = near * (length - near);
    const line = firstAntennaMetres + rise * (near / length);
    const free = line - surfaceMetres[i] - bulge * spread;
    const share = free / (zone * Math.sqrt(spread));
    if (free < metres) [metres, metresAt] = [free, near];
    if (share < fresnel) [fresnel, fresnelAt] = [share, near];
  }
  const unknownAt = firstUnknownMetres(profile);
  return {
    class: classOf(metres, fresnel, unknownAt !== null),
    metres: metresAt === null ? null : metres,
    metresAt,
    fresnel: fresnelAt === null ? null : fresnel,
    fresnelAt,
    unknownAt,
  };
}

function classOf(metres: number, fresnel: number, hasUnknown: boolean): ClearanceClass {
  if (metres < 0) return 'blocked';
  if (hasUnknown) return 'not known';
  return fresnel < CLEAR_FRESNEL_SHARE ? 'marginal' : 'clear';
}
