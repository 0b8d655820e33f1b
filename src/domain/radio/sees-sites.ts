import { converterToDegrees } from '../geo/convert-coordinates.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { judgeLink } from './judge-link.ts';
import { leastLastAntennaMetres } from './least-mast.ts';
import type { LinkEnd } from './link-end.ts';
import type { LinkMeter } from './link-meter.ts';
import { OutOfRange } from './out-of-range.ts';
import { reversedProfile } from './path-profile.ts';
import { placeEnd } from './place-end.ts';
import { antennasOn, placeReach, slantMetres } from './place-reach.ts';
import { type PremisesPlace, premisesPlace, type RoofPlace } from './premises-places.ts';
import { REACH_QUALITIES } from './reach-answer.ts';
import type { RooftopSite } from './rooftop-site.ts';
import { MOST_MAST_METRES, type SeenSite, type SeesAnswer } from './sees-answer.ts';
import { airOf, layOutSight, SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** Who asks, and what it is reckoned on. */
export interface SeesInput {
  readonly from: { readonly name: string; readonly lon: number; readonly lat: number };
  readonly sites: readonly RooftopSite[];
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  readonly roofs: Roofs | null;
}

/**
 * Whether somebody can see each of some sites: from the best place of their roof, as the reach of a roof takes it, and how
 * long a mast would make each path clear. Best first. Needs `loadGrid`.
 * @throws HeightsRefused for a site above ground where no ground model is loaded
 */
export function* seesSites(input: SeesInput): Generator<WorkStep, SeesAnswer> {
  const { from, sites, model, meter, roofs } = input;
  yield* layOutSight(model.surface);
  const place = premisesPlace(from, model.surface, roofs);
  const seen: SeenSite[] = [];
  for (const [i, site] of sites.entries()) {
    yield { what: `Looking at ${site.name}`, fraction: i / sites.length };
    seen.push(seenSite(site, place, input));
  }
  return {
    ...from,
    isOnBuilding: place.building >= 0,
    mastMetres: meter.choices.premisesMastMetres.value,
    sites: seen.sort(
      (one, other) =>
        REACH_QUALITIES.indexOf(one.quality) - REACH_QUALITIES.indexOf(other.quality) ||
        one.link.distanceMetres - other.link.distanceMetres,
    ),
    notes: model.notes,
  };
}

function seenSite(site: RooftopSite, place: PremisesPlace, input: SeesInput): SeenSite {
  const { from, model, meter, roofs } = input;
  const hub: LinkEnd = pickEnd(site);
  const at = placeEnd(hub, model);
  const points = place.points.filter(({ x, y }) => x !== at.x || y !== at.y);
  const judged = (point: RoofPlace | undefined): Pick<SeenSite, 'siteId' | 'link' | 'place'> => {
    const mast = { antennaMetres: meter.choices.premisesMastMetres.value, above: 'surface' as const };
    const end: LinkEnd = { ...from, ...mast, ...(point ? placeOf(point, from, model) : {}) };
    const buildingAt = roofs && ((lon: number, lat: number) => roofs.at(lon, lat));
    const link = judgeLink({ from: hub, to: end }, { model, meter, buildingAt });
    return { siteId: site.id, link, place: point?.kind ?? 'own place' };
  };
  const isOwnBuilding = place.building >= 0 && roofs?.at(site.lon, site.lat) === place.building;
  if (isOwnBuilding)
    return { ...judged(place.points[0]), ...NO_LINK, reason: 'it is on the roof’s own building' };
  if (at.seaMetres === null)
    return { ...judged(points[0]), ...NOT_KNOWN, reason: 'the height of the site is not known' };
  if (place.points.length === 0)
    return { ...judged(undefined), ...NOT_KNOWN, reason: 'the height of its roof is not known' };
  if (points.length === 0)
    return { ...judged(place.points[0]), ...NO_LINK, reason: 'it is at the roof’s own place' };
  const antenna: Antenna = { x: at.x, y: at.y, metres: at.seaMetres };
  const judge = new SightJudge(model.surface, airOf(meter));
  const antennas = antennasOn(points, meter.choices.premisesMastMetres.value);
  const { point, quality, reason } = placeReach(antenna, antennas, { judge, meter });
  const fix = clearMast(antenna, points, judge);
  const clearMarginDecibels = clearMargin(antenna, fix?.antenna ?? antennas[point], meter);
  return {
    ...judged(points[point]),
    quality,
    reason,
    clearMastMetres: fix && fix.metres <= MOST_MAST_METRES ? fix.metres : null,
    clearMarginDecibels,
  };
}

const NONE = { clearMastMetres: null, clearMarginDecibels: null } as const;
const NO_LINK = { quality: 'no link', ...NONE } as const;
const NOT_KNOWN = { quality: 'not known', ...NONE } as const;

/** In degrees; somebody's own place stays as it was given. */
function placeOf(
  { x, y, kind }: RoofPlace,
  { lon, lat }: SeesInput['from'],
  { surface }: HeightModel,
): { lon: number; lat: number } {
  if (kind === 'own place') return { lon, lat };
  const [atLon, atLat] = converterToDegrees(surface.system)(x, y);
  return { lon: atLon, lat: atLat };
}

function pickEnd({ name, lon, lat, antennaMetres, above }: RooftopSite): LinkEnd {
  return { name, lon, lat, antennaMetres, above };
}

/** Of all points of the roof the mast that is shortest, up to the next tenth of a metre; null: none is known. */
function clearMast(
  site: Antenna,
  points: readonly RoofPlace[],
  judge: SightJudge,
): { metres: number; antenna: Antenna } | null {
  let least: { metres: number; top: Antenna } | null = null;
  for (const point of points) {
    const top = { x: point.x, y: point.y, metres: point.surfaceMetres };
    const profile = judge.profile(site, top);
    const isWestFirst = site.x < top.x || (site.x === top.x && site.y < top.y);
    const needed = leastLastAntennaMetres(isWestFirst ? profile : reversedProfile(profile), judge.air);
    if (needed === null) continue;
    const metres = Math.max(0, needed - point.surfaceMetres);
    if (least === null || metres < least.metres) least = { metres, top };
  }
  if (least === null) return null;
  const { metres, top } = least;
  // A hair more than a tenth is that tenth: what rounding adds is no metre of mast.
  const tenths = Math.max(0, Math.ceil(10 * metres - 1e-6)) / 10;
  return { metres: tenths, antenna: { ...top, metres: top.metres + tenths } };
}

/** What is left over a clear path in the rain reckoned with, of the weaker way. */
function clearMargin(site: Antenna, antenna: Antenna, meter: LinkMeter): number | null {
  try {
    return meter.marginDecibels(meter.clearSnrDecibels(slantMetres(site, antenna)));
  } catch (error) {
    if (error instanceof OutOfRange) return null;
    throw error;
  }
}
