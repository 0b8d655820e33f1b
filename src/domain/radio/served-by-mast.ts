import { MOST_MARGINAL_DECIBELS } from './diffraction-bounds.ts';
import { diffractionOver } from './diffraction-over.ts';
import { OutOfRange } from './out-of-range.ts';
import type { ClearanceClass } from './path-clearance.ts';
import { type ReachTools, slantMetres } from './place-reach.ts';
import type { Antenna } from './sight-path.ts';

/**
 * Whether a place is served from a mast of 0, 1, … `mostMetres` at the site: an entry a metre, 1 where it is. The same as
 * `placeReach` at each height, with far fewer looks: a higher mast blocks no path that a lower one leaves free, so from
 * which metre a point's line and zone are free is found by halving.
 * @param foot the site at mast height 0
 */
export function servedByMast(
  foot: Antenna,
  points: readonly Antenna[],
  tools: ReachTools,
  mostMetres: number,
): Uint8Array {
  const served = new Uint8Array(mostMetres + 1);
  const mast = (metres: number): Antenna => ({ ...foot, metres: foot.metres + metres });
  const classes = points.map((point) => classesOf(point, mast, tools));
  const clearFrom: number[] = [];
  let leastClear = mostMetres + 1;
  for (const classAt of classes) {
    const from = firstMetre(leastClear, (metres) => classAt(metres) === 'clear');
    clearFrom.push(from);
    leastClear = Math.min(leastClear, from);
  }
  const clearPoint = (metres: number): number => clearFrom.findIndex((from) => from <= metres);
  fillClear(leastClear);
  let leastFree = leastClear;
  for (const [point, classAt] of classes.entries()) {
    const from = firstMetre(leastFree, (metres) => isFree(classAt(metres)));
    for (let metres = from; metres < leastFree; metres++)
      served[metres] = holdsMarginal(mast(metres), points[point], tools) ? 1 : 0;
    leastFree = Math.min(leastFree, from);
  }
  return served;

  /**
   * In stretches that one point serves. What is received falls with the distance, and that is convex in the mast: what holds
   * at both ends of a stretch holds between, and what does not hold at the mast nearest to the point's height holds nowhere.
   */
  function fillClear(least: number): void {
    for (let from = least; from <= mostMetres; ) {
      const point = clearPoint(from);
      let to = from;
      while (to < mostMetres && clearPoint(to + 1) === point) to++;
      const holds = (metres: number): boolean => holdsClear(mast(metres), points[point], tools);
      const level = Math.floor(points[point].metres - foot.metres);
      const nearest = [level, level + 1].map((metres) => Math.min(to, Math.max(from, metres)));
      if (holds(from) && holds(to)) served.fill(1, from, to + 1);
      else if (nearest.some(holds))
        for (let metres = from; metres <= to; metres++) served[metres] = holds(metres) ? 1 : 0;
      from = to + 1;
    }
  }
}

type ClassAt = (mastMetres: number) => ClearanceClass;

function classesOf(point: Antenna, mast: (metres: number) => Antenna, { judge }: ReachTools): ClassAt {
  const known = new Map<number, ClearanceClass>();
  return (metres) => {
    let found = known.get(metres);
    if (found === undefined) {
      found = judge.classOf(mast(metres), point);
      known.set(metres, found);
    }
    return found;
  };
}

/** The least whole metre below `end` from which on it holds; `end` where it does not hold one below. */
function firstMetre(end: number, holds: (metres: number) => boolean): number {
  if (end === 0 || !holds(end - 1)) return end;
  let [low, high] = [0, end - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isFree(found: ClearanceClass): boolean {
  return found === 'clear' || found === 'marginal';
}

function holdsClear(site: Antenna, point: Antenna, { meter }: ReachTools): boolean {
  return withinRange(() => meter.marginDecibels(meter.clearSnrDecibels(slantMetres(site, point))) >= 0);
}

function holdsMarginal(site: Antenna, point: Antenna, tools: ReachTools): boolean {
  const { meter, judge } = tools;
  return withinRange(() => {
    const slant = slantMetres(site, point);
    const clearSnr = meter.clearSnrDecibels(slant);
    if (meter.marginDecibels(clearSnr) < 0) return false;
    if (meter.marginDecibels(clearSnr - MOST_MARGINAL_DECIBELS) >= 0) return true;
    const diffraction = diffractionOver('marginal', () => judge.profile(site, point), judge.air);
    return meter.marginDecibels(clearSnr - diffraction.value) >= 0;
  });
}

function withinRange(holds: () => boolean): boolean {
  try {
    return holds();
  } catch (error) {
    if (error instanceof OutOfRange) return false;
    throw error;
  }
}
