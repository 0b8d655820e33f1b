import type { RoofPoint } from '../terrain/roof-points.ts';
import { leastDiffractionDecibels } from './diffraction-bounds.ts';
import { diffractionOver } from './diffraction-over.ts';
import type { LinkMeter } from './link-meter.ts';
import { OutOfRange } from './out-of-range.ts';
import type { ClearanceClass, PathClearance } from './path-clearance.ts';
import type { PathProfile } from './path-profile.ts';
import type { ReachQuality, ReachReason } from './reach-answer.ts';
import type { SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** How one place (a roof with its points, or a point alone) is reached from a site. */
export interface PlaceReach {
  /** Which of the place's points carries the antenna. */
  readonly point: number;
  readonly quality: ReachQuality;
  readonly reason: ReachReason;
  readonly distanceMetres: number;
  readonly clearance: PathClearance;
  /** To the premises, in the rain reckoned with; NaN: not reckoned. */
  readonly megabitsPerSecond: number;
  readonly marginDecibels: number;
  /** Why no budget was reckoned where a formula does not hold; else null. */
  readonly fault: string | null;
}

/** What a site's links are judged by. */
export interface ReachTools {
  readonly judge: SightJudge;
  readonly meter: LinkMeter;
}

/**
 * How a site reaches the best point of a place: the first whose path is clear, else marginal, else not known, else the first.
 * `points` are in the order in which they are preferred, the antennas on them; the site is at none of them.
 */
export function placeReach(site: Antenna, points: readonly Antenna[], tools: ReachTools): PlaceReach {
  const { point } = bestPoint(site, points, tools.judge);
  const antenna = points[point];
  const { profile, clearance } = tools.judge.look(site, antenna);
  const distanceMetres = Math.hypot(antenna.x - site.x, antenna.y - site.y);
  const slantMetres = Math.hypot(distanceMetres, antenna.metres - site.metres);
  const judged = { point, distanceMetres, clearance };
  if (clearance.class === 'not known') return { ...judged, ...WAY_NOT_KNOWN, fault: null };
  try {
    return { ...judged, ...weighedPath({ profile, clearance, slantMetres }, tools), fault: null };
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    return { ...judged, ...NO_FORMULA, fault: error.message };
  }
}

/** The point of a place that is preferred, and the class of the path to it. */
export function bestPoint(
  site: Antenna,
  points: readonly Antenna[],
  judge: SightJudge,
): { point: number; class: ClearanceClass } {
  let best: { point: number; class: ClearanceClass } | null = null;
  for (const [point, antenna] of points.entries()) {
    const found = judge.classOf(site, antenna);
    if (found === 'clear') return { point, class: found };
    if (best === null || PREFERENCE.indexOf(found) < PREFERENCE.indexOf(best.class))
      best = { point, class: found };
  }
  if (best === null) throw new RangeError('A place without points is not reached.');
  return best;
}

const PREFERENCE: readonly ClearanceClass[] = ['clear', 'marginal', 'not known', 'blocked'];

const NOT_RECKONED = {
  megabitsPerSecond: Number.NaN,
  marginDecibels: Number.NaN,
  quality: 'not known',
} as const;
const WAY_NOT_KNOWN = { ...NOT_RECKONED, reason: 'heights on the way are not known' } as const;
const NO_FORMULA = { ...NOT_RECKONED, reason: 'a formula does not hold for this link' } as const;

/** A path that has been looked along. */
export interface SeenPath {
  readonly profile: PathProfile;
  readonly clearance: PathClearance;
  readonly slantMetres: number;
}

/** What a path that is known delivers. Throws OutOfRange where a formula does not hold. */
export function weighedPath(
  seen: SeenPath,
  { judge, meter }: ReachTools,
): Pick<PlaceReach, 'quality' | 'reason' | 'megabitsPerSecond' | 'marginDecibels'> {
  const { profile, clearance, slantMetres } = seen;
  const clearSnr = meter.clearSnrDecibels(slantMetres);
  const isBlocked = clearance.class === 'blocked';
  // Where even the least that such an obstacle takes is too much, Bullington cannot help, and is spared.
  const least = clearSnr - leastDiffractionDecibels(clearance);
  if (isBlocked && meter.marginDecibels(least) < 0)
    return {
      quality: 'blocked',
      reason: 'something stands in the line',
      megabitsPerSecond: 0,
      marginDecibels: Number.NaN,
    };
  if (clearance.unknownAt !== null) return WAY_NOT_KNOWN;
  const diffraction = diffractionOver(profile, clearance, judge.air);
  const snr = clearSnr - diffraction.value;
  const marginDecibels = meter.marginDecibels(snr);
  const figures = { megabitsPerSecond: meter.megabitsPerSecond(snr), marginDecibels };
  if (isBlocked)
    return {
      ...figures,
      quality: marginDecibels >= 0 ? 'obstructed' : 'blocked',
      reason: 'something stands in the line',
    };
  if (marginDecibels >= 0)
    return { ...figures, quality: clearance.class === 'clear' ? 'clear' : 'marginal', reason: 'served' };
  const holds = meter.holdsWithoutRain(slantMetres, diffraction);
  return {
    ...figures,
    quality: 'too weak',
    reason: holds
      ? 'the signal is too weak in the rain reckoned with'
      : 'the signal is too weak even in clear air',
  };
}

/** The antennas on a roof's points, or over a place of its own. */
export function antennasOn(
  points: readonly Pick<RoofPoint, 'x' | 'y' | 'surfaceMetres'>[],
  mastMetres: number,
): Antenna[] {
  return points.map(({ x, y, surfaceMetres }) => ({ x, y, metres: surfaceMetres + mastMetres }));
}
