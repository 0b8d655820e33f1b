import { earthBulgeMetres } from '../../domain/radio/earth-bulge.ts';
import { fresnelRadiusMetres } from '../../domain/radio/fresnel-radius.ts';
import type { LinkAnswer } from '../../domain/radio/one-link.ts';
import { CLEAR_FRESNEL_SHARE } from '../../domain/radio/path-clearance.ts';
import { rememberLast } from './remember-last.ts';

/** One place on a link. Heights are above the datum of the surface; null is not known. */
export interface LinkPlace {
  readonly distanceMetres: number;
  readonly surfaceMetres: number | null;
  readonly groundMetres: number | null;
  /** The ray, bent with the Earth: the straight line less the bulge. */
  readonly rayMetres: number | null;
  /** Ray less surface. */
  readonly clearanceMetres: number | null;
  readonly zoneMetres: number;
  /** Clearance in radii of the first Fresnel zone; null also at the antennas, where the zone has no width. */
  readonly fresnelShare: number | null;
  /** Within the own roof of an antenna, where nothing blocks. */
  readonly isOwnRoof: boolean;
}

/**
 * A link as it is drawn: the line between the antennas straight, and whatever stands on the Earth raised by its bulge, so
 * that what is read off between the two is the clearance. Arrays go with `distancesMetres`; NaN is not known.
 */
export interface LinkDrawing {
  readonly lengthMetres: number;
  /** Lowest and highest of what is drawn, with room. */
  readonly lowMetres: number;
  readonly highMetres: number;
  readonly distancesMetres: Float64Array;
  readonly surfaceMetres: Float64Array;
  readonly groundMetres: Float64Array | null;
  /** A sea-level line through the lowest place, raised by the bulge alone. */
  readonly earthMetres: Float64Array;
  /** Most that the Earth rises between the ends. */
  readonly bulgeMetres: number;
  /** Null where an antenna's height is not known: no line is drawn then, and no zone. */
  readonly line: { readonly firstMetres: number; readonly lastMetres: number } | null;
  /** Half widths of the first Fresnel zone, whole, and of the share of it that a clear path leaves free. */
  readonly zoneMetres: Float64Array;
  readonly clearZoneMetres: Float64Array;
  readonly notKnown: readonly (readonly [number, number])[];
  readonly ownRoofs: readonly (readonly [number, number])[];
  /** Where least is free: in metres where the path is blocked, else in shares of the zone. */
  readonly worst: LinkPlace | null;
}

/** A link to draw; null where there is nothing between its ends. Thinned to what a wide screen shows, peaks kept. */
export const linkDrawing = rememberLast((answer: LinkAnswer): LinkDrawing | null => {
  const { profile, frequencyGigahertz, earthFactor } = answer;
  if (!profile || profile.distancesMetres.length < 2) return null;
  const lengthMetres = profile.distancesMetres[profile.distancesMetres.length - 1];
  const worst = worstPlace(answer);
  const rows = thinned(answer, worst);
  const bulge = rows.map((i) => bulgeAt(answer, profile.distancesMetres[i]));
  const distancesMetres = Float64Array.from(rows, (i) => profile.distancesMetres[i]);
  const surfaceMetres = Float64Array.from(rows, (i, n) => profile.surfaceMetres[i] + bulge[n]);
  const ground = profile.groundMetres;
  const groundMetres = ground && Float64Array.from(rows, (i, n) => ground[i] + bulge[n]);
  const zoneMetres = distancesMetres.map((near) =>
    fresnelRadiusMetres(frequencyGigahertz, near, lengthMetres - near),
  );
  const line = lineOf(answer);
  const lowest = Math.min(least(profile.surfaceMetres), least(ground ?? []));
  const base = Number.isFinite(lowest) ? lowest : Math.min(line?.firstMetres ?? 0, line?.lastMetres ?? 0);
  const zoneTops = line
    ? Array.from(zoneMetres, (radius, n) => lineAt(line, distancesMetres[n] / lengthMetres) + radius)
    : [];
  const zoneFeet = line
    ? Array.from(zoneMetres, (radius, n) => lineAt(line, distancesMetres[n] / lengthMetres) - radius)
    : [];
  const top = Math.max(base + 1, ...zoneTops, most(surfaceMetres));
  const foot = Math.min(base, ...zoneFeet);
  const height = top - foot;
  return {
    lengthMetres,
    lowMetres: foot - height * 0.06,
    // Words stand over the worst place.
    highMetres: top + height * 0.2,
    distancesMetres,
    surfaceMetres,
    groundMetres,
    earthMetres: Float64Array.from(bulge, (rise) => base + rise),
    bulgeMetres: earthBulgeMetres(lengthMetres / 2, lengthMetres / 2, earthFactor),
    line,
    zoneMetres,
    clearZoneMetres: zoneMetres.map((radius) => radius * CLEAR_FRESNEL_SHARE),
    notKnown: profile.notKnown,
    ownRoofs: ownRoofs(answer, lengthMetres),
    worst,
  };
});

/** The place of the profile nearest to a distance from the first end; null where there is no profile. */
export function linkPlace(answer: LinkAnswer, distanceMetres: number): LinkPlace | null {
  const distances = answer.profile?.distancesMetres;
  if (!distances || distances.length < 2) return null;
  return placeAt(answer, nearestRow(distances, distanceMetres));
}

/** A place as it is drawn: what stands on the Earth raised by its bulge, the line straight. */
export function drawnPlace(
  answer: LinkAnswer,
  place: LinkPlace,
): { readonly distance: number; readonly surface: number | null; readonly line: number | null } {
  const bulge = bulgeAt(answer, place.distanceMetres);
  return {
    distance: place.distanceMetres,
    surface: place.surfaceMetres === null ? null : place.surfaceMetres + bulge,
    line: place.rayMetres === null ? null : place.rayMetres + bulge,
  };
}

/** At most so many places of the link, evenly along it, and the worst among them, first end first. */
export function linkPlaces(answer: LinkAnswer, atMost: number): LinkPlace[] {
  const distances = answer.profile?.distancesMetres;
  if (!distances || distances.length < 2) return [];
  const last = distances.length - 1;
  const steps = Math.min(last, atMost - 1);
  const rows = new Set(Array.from({ length: steps + 1 }, (_, n) => Math.round((n * last) / steps)));
  const worst = worstPlace(answer);
  if (worst) rows.add(nearestRow(distances, worst.distanceMetres));
  return [...rows].sort((a, b) => a - b).map((row) => placeAt(answer, row));
}

/** Where least is free; null where that is nowhere known. */
export function worstPlace(answer: LinkAnswer): LinkPlace | null {
  const { clearance } = answer;
  if (!clearance) return null;
  const at = clearance.class === 'blocked' ? clearance.metresAt : clearance.fresnelAt;
  return at === null ? null : linkPlace(answer, at);
}

function placeAt(answer: LinkAnswer, row: number): LinkPlace {
  const { profile, frequencyGigahertz, ownRoofMetres } = answer;
  if (!profile) throw new Error('A link without a profile has no places.');
  const { distancesMetres, surfaceMetres, groundMetres } = profile;
  const near = distancesMetres[row];
  const far = distancesMetres[distancesMetres.length - 1] - near;
  const line = lineOf(answer);
  const surface = known(surfaceMetres[row]);
  const ray = line && lineAt(line, near / (near + far)) - bulgeAt(answer, near);
  const clearance = ray === null || surface === null ? null : ray - surface;
  const zone = fresnelRadiusMetres(frequencyGigahertz, near, far);
  return {
    distanceMetres: near,
    surfaceMetres: surface,
    groundMetres: groundMetres ? known(groundMetres[row]) : null,
    rayMetres: ray,
    clearanceMetres: clearance,
    zoneMetres: zone,
    fresnelShare: clearance === null || zone === 0 ? null : clearance / zone,
    isOwnRoof: near <= ownRoofMetres || far <= ownRoofMetres,
  };
}

function lineOf({ from, to }: LinkAnswer): LinkDrawing['line'] {
  if (from.seaMetres === null || to.seaMetres === null) return null;
  return { firstMetres: from.seaMetres, lastMetres: to.seaMetres };
}

function lineAt({ firstMetres, lastMetres }: NonNullable<LinkDrawing['line']>, share: number): number {
  return firstMetres + (lastMetres - firstMetres) * share;
}

function bulgeAt({ profile, earthFactor }: LinkAnswer, near: number): number {
  const distances = profile?.distancesMetres;
  const length = distances ? distances[distances.length - 1] : near;
  return earthBulgeMetres(near, Math.max(0, length - near), earthFactor);
}

function ownRoofs({ ownRoofMetres }: LinkAnswer, length: number): readonly (readonly [number, number])[] {
  if (ownRoofMetres <= 0) return [];
  const roof = Math.min(ownRoofMetres, length);
  return [
    [0, roof],
    [length - roof, length],
  ];
}

/** Rows to draw: of each of `COLUMNS` stretches the lowest, the highest and one not known; both ends, and the worst. */
function thinned(answer: LinkAnswer, worst: LinkPlace | null): number[] {
  const { distancesMetres, surfaceMetres } = answer.profile ?? NOTHING;
  const last = distancesMetres.length - 1;
  if (last < 2 * COLUMNS) return Array.from(distancesMetres, (_, i) => i);
  const rows = new Set([0, last]);
  if (worst) rows.add(nearestRow(distancesMetres, worst.distanceMetres));
  for (let column = 0; column < COLUMNS; column++) {
    const from = Math.floor((column * last) / COLUMNS);
    const until = Math.floor(((column + 1) * last) / COLUMNS);
    let [low, high, unknown] = [-1, -1, -1];
    for (let i = from; i < until; i++) {
      const height = surfaceMetres[i];
      if (Number.isNaN(height)) unknown = i;
      else {
        if (low < 0 || height < surfaceMetres[low]) low = i;
        if (high < 0 || height > surfaceMetres[high]) high = i;
      }
    }
    for (const row of [low, high, unknown]) if (row >= 0) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

function nearestRow(distances: Float64Array, distance: number): number {
  let [low, high] = [0, distances.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (distances[middle] <= distance) low = middle;
    else high = middle;
  }
  return distance - distances[low] <= distances[high] - distance ? low : high;
}

function known(height: number): number | null {
  return Number.isNaN(height) ? null : height;
}

function least(heights: Iterable<number>): number {
  let low = Number.POSITIVE_INFINITY;
  for (const height of heights) if (height < low) low = height;
  return low;
}

function most(heights: Iterable<number>): number {
  let high = Number.NEGATIVE_INFINITY;
  for (const height of heights) if (height > high) high = height;
  return high;
}

const COLUMNS = 400;
const NOTHING = { distancesMetres: new Float64Array(), surfaceMetres: new Float64Array() };
