/** Where a number comes from. */
export type Basis = 'measured' | 'published' | 'modelled' | 'assumed';

/** A number with its uncertainty: low ≤ mid ≤ high, in `unit`. An exact count has low = mid = high. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly unit: string;
  readonly basis: Basis;
}

/** A range checked for order and finiteness; throws RangeError otherwise. */
export function rangeOf(low: number, mid: number, high: number, unit: string, basis: Basis): Range {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= mid && mid <= high)) {
    throw new RangeError(`A range needs finite low ≤ mid ≤ high, not ${low}, ${mid}, ${high}.`);
  }
  return { low, mid, high, unit, basis };
}

/** True where the range has no width. */
export function isExact(range: Range): boolean {
  return range.low === range.high;
}
