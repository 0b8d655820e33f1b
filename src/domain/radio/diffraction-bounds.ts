import { knifeEdgeLossDecibels } from './knife-edge.ts';
import type { PathClearance } from './path-clearance.ts';

/**
 * What Bullington's edge over a blocked path takes at least, in decibels, by the path's worst point alone: its horizons lie
 * over that point, and along a horizon ν grows towards the edge, so the edge's ν is no less than the point's, which is −√2
 * of its clearance in first Fresnel radii. 0 where nothing lies between the ends.
 */
export function leastDiffractionDecibels({ fresnel }: Pick<PathClearance, 'fresnel'>): number {
  return fresnel === null ? 0 : behindEdge(-Math.SQRT2 * ROUNDED_ZONE * fresnel, 0);
}

/** P.530-18 equation 3 rounds 17.3145 to 17.3, so its radii are up to 0.09 % too short. */
const ROUNDED_ZONE = 0.999;

/** What Bullington takes at most over a path whose line is free: that of a grazing edge (ν = 0), over 5 km. */
export const MOST_MARGINAL_DECIBELS = behindEdge(0, 5) + 1e-9;

/** Rec. ITU-R P.526-15 §4.5.1, as in `bullingtonLossDecibels`. */
function behindEdge(nu: number, kilometres: number): number {
  const edge = knifeEdgeLossDecibels(nu);
  return edge + (1 - Math.exp(-edge / 6)) * (10 + 0.02 * kilometres);
}
