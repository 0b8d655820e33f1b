import type { LinkAnswer } from '../../domain/radio/one-link.ts';
import { placeAlong } from './link-lines.ts';

/** A short piece of a link's line, and how high over the ground its middle hangs. */
export interface LiftedPart {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly overGroundMetres: number;
}

/**
 * A link's straight line over the ground below it, in pieces; null where an antenna's height is not known. Where the
 * ground is not known it is taken as that of the ends, straight between them, or the lowest surface on the way.
 */
export function liftedLink({ from, to, distanceMetres, profile }: LinkAnswer): readonly LiftedPart[] | null {
  if (from.seaMetres === null || to.seaMetres === null || !profile || distanceMetres <= 0) return null;
  const { distancesMetres, surfaceMetres, groundMetres } = profile;
  const heights = groundMetres ?? surfaceMetres;
  const known = heights.filter((height) => !Number.isNaN(height));
  const lowest = known.reduce((least, height) => Math.min(least, height), Number.POSITIVE_INFINITY);
  if (known.length === 0) return null;
  const line = { from: [from.lon, from.lat] as const, to: [to.lon, to.lat] as const };
  const rise = to.seaMetres - from.seaMetres;
  const start = from.seaMetres;
  return Array.from({ length: PIECES }, (_, i) => {
    const share = (i + 0.5) / PIECES;
    const at = Math.round(share * (distancesMetres.length - 1));
    const ground = groundMetres && !Number.isNaN(groundMetres[at]) ? groundMetres[at] : lowest;
    return {
      from: placeAlong(line, i, PIECES),
      to: placeAlong(line, i + 1, PIECES),
      overGroundMetres: Math.max(0, start + rise * share - ground),
    };
  });
}

/** Pieces of a line: fine enough to look straight. */
const PIECES = 60;
