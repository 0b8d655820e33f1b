/** Real bounds and expectation of a count, before it is made whole. */
export interface CountInterval {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * K = s · n: how many of an area's `units` have what `percent` of them have, widened by half the published rounding
 * `step` (percentage points) to each side, within 0 … units.
 */
export function shareInterval(percent: number, step: number, units: number): CountInterval {
  return unitsOfPercent(percentInterval(percent, step), units);
}

/** A published percentage with half its rounding `step` to each side, within 0 … 100. */
export function percentInterval(percent: number, step: number): CountInterval {
  const at = (value: number): number => Math.max(0, Math.min(100, value));
  return { low: at(percent - step / 2), mid: at(percent), high: at(percent + step / 2) };
}

/** How many of `units` that percentage is. */
export function unitsOfPercent({ low, mid, high }: CountInterval, units: number): CountInterval {
  return { low: (low * units) / 100, mid: (mid * units) / 100, high: (high * units) / 100 };
}

/** The others: n − K. */
export function complement(interval: CountInterval, units: number): CountInterval {
  return { low: units - interval.high, mid: units - interval.mid, high: units - interval.low };
}

/**
 * Bounds of how many of `units` have at least `atLeast` of several properties of which only the marginal counts are
 * known: Fréchet's inequalities for any (1) and all (k), Rüger's (1978) between. Mid as if the properties were independent.
 */
export function atLeastOf(
  intervals: readonly CountInterval[],
  atLeast: number,
  units: number,
): CountInterval {
  if (atLeast <= 0) return { low: units, mid: units, high: units };
  if (atLeast > intervals.length) return { low: 0, mid: 0, high: 0 };
  const others = intervals.map((interval) => units - interval.low);
  return {
    low: units - upperBound(others, intervals.length - atLeast + 1, units),
    mid:
      units *
      independent(
        intervals.map((interval) => (units === 0 ? 0 : interval.mid / units)),
        atLeast,
      ),
    high: upperBound(
      intervals.map((interval) => interval.high),
      atLeast,
      units,
    ),
  };
}

/**
 * The whole-number band of a part of an area: `part` of its `units` lie in the place asked about. At worst all the
 * units without the property lie there, at best all those with it.
 */
export function bandOfPart(interval: CountInterval, units: number, part: number): CountInterval {
  return {
    low: Math.max(0, Math.floor(interval.low + GUARD) - (units - part)),
    mid: units === 0 ? 0 : (interval.mid * part) / units,
    high: Math.min(part, Math.ceil(interval.high - GUARD)),
  };
}

/** Published shares are decimal: K is a multiple of 1/200,000 at the finest, so this far from a whole number is rounding noise. */
const GUARD = 1e-7;

/** Rüger (1978): the largest number of units with at least r of the properties is min over j < r of (sum of the k − j smallest) / (r − j). */
function upperBound(counts: readonly number[], atLeast: number, units: number): number {
  const ascending = [...counts].sort((a, b) => a - b);
  let best = units;
  for (let j = 0; j < atLeast; j++) {
    let sum = 0;
    for (let i = 0; i < ascending.length - j; i++) sum += ascending[i];
    best = Math.min(best, sum / (atLeast - j));
  }
  return best;
}

/** Chance that at least `atLeast` of independent events happen. */
function independent(chances: readonly number[], atLeast: number): number {
  const exactly = [1];
  for (const chance of chances) {
    exactly.push(0);
    for (let k = exactly.length - 1; k > 0; k--)
      exactly[k] = exactly[k] * (1 - chance) + exactly[k - 1] * chance;
    exactly[0] *= 1 - chance;
  }
  return exactly.slice(atLeast).reduce((sum, p) => sum + p, 0);
}
