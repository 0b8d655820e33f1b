import { trueBearingDegrees } from '../geo/true-bearing.ts';
import type { LinkEnd } from './link-end.ts';
import type { LinkAnswer, PlacedEnd } from './one-link.ts';
import type { EndOnGrid } from './place-end.ts';
import { tiltDegrees } from './tilt-degrees.ts';

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
