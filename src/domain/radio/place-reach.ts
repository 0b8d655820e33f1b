import type { RoofPoint } from '../terrain/roof-points.ts';
import { leastDiffractionDecibels } from './diffraction-bounds.ts';
import { diffractionOver } from './diffraction-over.ts';
import type { LeastClearance } from './least-clearance.ts';
import type { LinkMeter } from './link-meter.ts';
import { OutOfRange } from './out-of-range.ts';
import type { ClearanceClass } from './path-clearance.ts';
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
  readonly clearance: LeastClearance;
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
  const best = bestPoint(site, points, tools.judge);
  const { point } = best;
  const antenna = points[point];
  const clearance = tools.judge.leastClearance(site, antenna);
  const distanceMetres = Math.hypot(antenna.x - site.x, antenna.y - site.y);
  const judged = { point, distanceMetres, clearance };
  if (best.class === 'not known') return { ...judged, ...WAY_NOT_KNOWN, fault: null };
  try {
    const path = { class: best.class, clearance, ends: [site, antenna] } as const;
    return { ...judged, ...weighedPath(path, tools), fault: null };
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    return { ...judged, ...NO_FORMULA, fault: error.message };
  }
}

/** How long the way is from antenna to antenna. */
export function slantMetres(one: Antenna, other: Antenna): number {
  return Math.hypot(Math.hypot(other.x - one.x, other.y - one.y), other.metres - one.metres);
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

/** A path that has been judged, though not known throughout perhaps. */
export interface JudgedPath {
  readonly class: Exclude<ClearanceClass, 'not known'>;
  readonly clearance: LeastClearance;
  readonly ends: readonly [Antenna, Antenna];
}

/** What a path delivers. Throws OutOfRange where a formula does not hold. */
export function weighedPath(
  { class: found, clearance, ends }: JudgedPath,
  { judge, meter }: ReachTools,
): Pick<PlaceReach, 'quality' | 'reason' | 'megabitsPerSecond' | 'marginDecibels'> {
  const slant = slantMetres(...ends);
  const clearSnr = meter.clearSnrDecibels(slant);
  const isBlocked = found === 'blocked';
  // Where even the least that such an obstacle takes is too much, Bullington cannot help, and is spared.
  if (isBlocked && meter.marginDecibels(clearSnr - leastDiffractionDecibels(clearance)) < 0)
    return {
      quality: 'blocked',
      reason: 'something stands in the line',
      megabitsPerSecond: 0,
      marginDecibels: Number.NaN,
    };
  if (clearance.hasUnknown) return WAY_NOT_KNOWN;
  const diffraction = diffractionOver(found, () => judge.profile(...ends), judge.air);
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
    return { ...figures, quality: found === 'clear' ? 'clear' : 'marginal', reason: 'served' };
  const holds = meter.holdsWithoutRain(slant, diffraction);
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
