import { earthBulgeMetres } from './earth-bulge.ts';
import { fresnelRadiusMetres } from './fresnel-radius.ts';
import { CLEAR_FRESNEL_SHARE } from './path-clearance.ts';
import { firstUnknownMetres, type PathProfile, pathLengthMetres } from './path-profile.ts';

/**
 * The least height above the datum of the last antenna of a profile with which its path is clear: over every point between,
 * the line keeps 0.6 of the first Fresnel zone off the surface and the earth's bulge. −Infinity where nothing lies between;
 * null where a height between is not known.
 */
export function leastLastAntennaMetres(
  profile: PathProfile,
  { frequencyGigahertz, earthFactor }: { readonly frequencyGigahertz: number; readonly earthFactor: number },
): number | null {
  if (firstUnknownMetres(profile) !== null) return null;
  const length = pathLengthMetres(profile);
  const { distancesMetres, surfaceMetres, firstAntennaMetres: first } = profile;
  const bulge = earthBulgeMetres(1, 1, earthFactor);
  const zone =
    (CLEAR_FRESNEL_SHARE * 2 * fresnelRadiusMetres(frequencyGigahertz, length / 2, length / 2)) / length;
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < distancesMetres.length - 1; i++) {
    const near = distancesMetres[i];
    const spread = near * (length - near);
    const top = surfaceMetres[i] + bulge * spread + zone * Math.sqrt(spread);
    least = Math.max(least, first + (top - first) * (length / near));
  }
  return least;
}
