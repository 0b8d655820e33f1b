import type { LinkMeter } from './link-meter.ts';
import { antennasOn, type PlaceReach, placeReach } from './place-reach.ts';
import type { PremisesPlace } from './premises-places.ts';
import type { ReachQuality, ReachReason } from './reach-answer.ts';
import { servedByMast } from './served-by-mast.ts';
import type { SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** What became of a place. `reach` null: it is no link, or no height is known. */
export interface Reached {
  readonly reach: PlaceReach | null;
  readonly quality: ReachQuality;
  readonly reason: ReachReason;
  /** By metre of mast. */
  readonly served: Uint8Array;
  readonly points: PremisesPlace['points'];
  readonly antennas: readonly Antenna[];
}

/** How a place is reached from a site and from each mast on its `foot`, or why there is no link or nothing is known. */
export function reachedAt(
  place: PremisesPlace,
  isOwnBuilding: boolean,
  given: {
    readonly antenna: Antenna;
    readonly foot: Antenna;
    readonly tools: { readonly judge: SightJudge; readonly meter: LinkMeter };
    readonly mostMastMetres: number;
  },
): Reached {
  const { antenna, foot, tools, mostMastMetres } = given;
  const points = place.points.filter(({ x, y }) => x !== antenna.x || y !== antenna.y);
  const antennas = antennasOn(points, tools.meter.choices.premisesMastMetres.value);
  const served = new Uint8Array(mostMastMetres + 1);
  const without = { reach: null, served, points, antennas };
  if (isOwnBuilding) return { ...without, quality: 'no link', reason: 'it is on the roof’s own building' };
  if (place.points.length === 0)
    return { ...without, quality: 'not known', reason: 'the height of its roof is not known' };
  if (points.length === 0) return { ...without, quality: 'no link', reason: 'it is at the roof’s own place' };
  const reach = placeReach(antenna, antennas, tools);
  const { quality, reason } = reach;
  return { ...without, reach, quality, reason, served: servedByMast(foot, antennas, tools, mostMastMetres) };
}
