import type { ShareAnswers } from '../coverage/layer-answers.ts';
import type { CountInterval } from './share-band.ts';

/**
 * A question about how many operators cover: true for the numbers n with wanted[n]. The shares by exact number come from
 * one layer, or lie between two of them (very high and high confidence).
 */
export interface OperatorCounts {
  readonly id: string;
  readonly veryHigh: ShareAnswers;
  readonly high: ShareAnswers;
  readonly wanted: readonly boolean[];
}

/** Percent of an area for which the question is true, where the shares by exact number are one layer's. */
export function exactPercent(
  shares: Pick<ShareAnswers, 'exactly' | 'step'>,
  area: number,
  wanted: readonly boolean[],
): CountInterval {
  const { exactly = [], step } = shares;
  let inside = 0;
  let outside = 0;
  let columns = 0;
  exactly.forEach((percent, n) => {
    if (wanted[n]) {
      inside += percent[area];
      columns++;
    } else outside += percent[area];
  });
  const viaOthers = columns > exactly.length - columns;
  const mid = viaOthers ? 100 - outside : inside;
  const slack = ((viaOthers ? exactly.length - columns : columns) * step) / 2;
  return { low: clamp(mid - slack), mid: clamp(mid), high: clamp(mid + slack) };
}

/**
 * The same between two confidences: "at least k" lies between its two shares, and a run of numbers a … b is "at least
 * a" without "at least b + 1". The middle is half-way: assumed.
 */
export function countsPercent(
  counts: OperatorCounts,
  areaOf: (shares: ShareAnswers) => number,
): CountInterval {
  const { veryHigh, high, wanted } = counts;
  if (veryHigh === high) return exactPercent(high, areaOf(high), wanted);
  const atLeast = (k: number): CountInterval => {
    const from = wanted.map((_, n) => n >= k);
    const one = exactPercent(veryHigh, areaOf(veryHigh), from);
    const other = exactPercent(high, areaOf(high), from);
    return between(one, other);
  };
  const total = { low: 0, mid: 0, high: 0 };
  for (let n = 0; n < wanted.length; n++) {
    if (!wanted[n] || (n > 0 && wanted[n - 1])) continue;
    let end = n;
    while (wanted[end + 1]) end++;
    const start = atLeast(n);
    const beyond = atLeast(end + 1);
    total.low += Math.max(0, start.low - beyond.high);
    total.mid += Math.max(0, start.mid - beyond.mid);
    total.high += Math.max(0, start.high - beyond.low);
  }
  return { low: clamp(total.low), mid: clamp(total.mid), high: clamp(total.high) };
}

/** The interval that holds both, with its middle half-way between theirs. */
export function between(one: CountInterval, other: CountInterval): CountInterval {
  return {
    low: Math.min(one.low, other.low),
    mid: (one.mid + other.mid) / 2,
    high: Math.max(one.high, other.high),
  };
}

function clamp(percent: number): number {
  return Math.max(0, Math.min(100, percent));
}
