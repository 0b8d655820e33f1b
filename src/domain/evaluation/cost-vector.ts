import type { RadioPart } from '../cost/radio-prices.ts';
import type { Spread } from '../cost/rate-card.ts';
import type { CostPart } from '../cost/trench-piece.ts';
import { COST_CATEGORIES, categoryOf } from './cost-categories.ts';

/** Pence by category: low, mid, high of the first, then of the next. Not whole once it is shared. */
export type CostVector = Float64Array;

const LENGTH = 3 * COST_CATEGORIES.length;

/** Nothing of any category. */
export function noCosts(): CostVector {
  return new Float64Array(LENGTH);
}

/** Adds parts into a vector. */
export function addParts(
  sum: CostVector,
  parts: readonly { readonly what: CostPart['what'] | RadioPart; readonly pence: Spread }[],
): void {
  for (const { what, pence } of parts) {
    const at = 3 * categoryOf(what);
    sum[at] += pence.low;
    sum[at + 1] += pence.mid;
    sum[at + 2] += pence.high;
  }
}

/** Adds another vector, divided by `by`. */
export function addShare(sum: CostVector, other: CostVector, by: number): void {
  for (let at = 0; at < LENGTH; at++) sum[at] += other[at] / by;
}

/** All categories together, pence. */
export function spreadOf(costs: CostVector): Spread {
  let [low, mid, high] = [0, 0, 0];
  for (let at = 0; at < LENGTH; at += 3) {
    low += costs[at];
    mid += costs[at + 1];
    high += costs[at + 2];
  }
  return { low, mid, high };
}
