/** A value between bounds: low ≤ mid ≤ high; equal where it is exact. */
export interface Bounds {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** The place of one of several values; 1 is the worst. */
export interface RankRange {
  /** By the middle values; equal ones share a rank. */
  readonly rank: number;
  /** How many have this rank, itself included. */
  readonly sharing: number;
  /** What the bounds leave open: 1 + those certainly worse … n − those certainly better. */
  readonly best: number;
  readonly worst: number;
}

/**
 * Ranks of values of which the highest is the worst (`worst` 'highest') or the lowest. NaN values have no rank (null) and
 * count in nobody's. O(n log n).
 */
export function rankRanges(values: readonly Bounds[], worst: 'highest' | 'lowest'): (RankRange | null)[] {
  // Turned so that more is worse.
  const turned = values.map(({ low, mid, high }) =>
    worst === 'highest' ? { low, mid, high } : { low: -high, mid: -mid, high: -low },
  );
  const known = turned.filter(({ mid }) => !Number.isNaN(mid));
  const lows = Float64Array.from(known, ({ low }) => low).sort();
  const mids = Float64Array.from(known, ({ mid }) => mid).sort();
  const highs = Float64Array.from(known, ({ high }) => high).sort();
  return turned.map(({ low, mid, high }) => {
    if (Number.isNaN(mid)) return null;
    const above = known.length - firstOver(mids, mid + SAME);
    return {
      rank: 1 + above,
      sharing: known.length - above - firstOver(mids, mid - SAME),
      best: 1 + (known.length - firstOver(lows, high + SAME)),
      worst: known.length - firstOver(highs, low - SAME),
    };
  });
}

/** Shares are quotients of counts of at most 2^32: two that differ, differ by more. */
const SAME = 1e-12;

/** Place of the first of ascending values that is over `limit`. */
function firstOver(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
