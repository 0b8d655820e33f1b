import { trueBearingDegrees } from '../geo/true-bearing.ts';
import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../units.ts';
import type { LinkEnd } from './link-end.ts';
import type { LinkAnswer, PlacedEnd } from './one-link.ts';
import type { EndOnGrid } from './place-end.ts';

/** Both ends with their heights, and where each antenna looks. */
export function placedEnds(
  [from, to]: readonly [LinkEnd, LinkEnd],
  [one, other]: readonly [EndOnGrid, EndOnGrid],
  earthFactor: number,
): Pick<LinkAnswer, 'from' | 'to' | 'slantMetres'> {
  const along = Math.hypot(other.x - one.x, other.y - one.y);
  const rise = one.seaMetres === null || other.seaMetres === null ? null : other.seaMetres - one.seaMetres;
  const looking = (end: LinkEnd, at: EndOnGrid, target: LinkEnd, up: number | null): PlacedEnd => ({
    ...end,
    seaMetres: at.seaMetres,
    surfaceMetres: at.surfaceMetres,
    groundMetres: at.groundMetres,
    azimuthDegrees: along > 0 ? trueBearingDegrees(end, target) : null,
    tiltDegrees: up === null || along === 0 ? null : tiltDegrees(up, along, earthFactor),
  });
  return {
    from: looking(from, one, to, rise),
    to: looking(to, other, from, rise === null ? null : -rise),
    slantMetres: rise === null ? null : Math.hypot(along, rise),
  };
}

/** The earth falls away below the horizontal by d²/(2 k Re) (P.530-18 §2.2.1), so both ends of a level link look down. */
function tiltDegrees(rise: number, along: number, earthFactor: number): number {
  const drop = along ** 2 / (2 * earthFactor * EARTH_RADIUS_METRES);
  return Math.atan2(rise - drop, along) / RADIANS_PER_DEGREE;
}
