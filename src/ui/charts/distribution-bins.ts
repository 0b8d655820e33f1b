import { scaleLinear } from 'd3-scale';

/** How many of the values lie from `from` up to `to`; the last bin holds its upper edge too. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The values in about `wanted` bins with round edges over low … high of the values, zero included where `fromZero`. */
export function distributionBins(values: readonly number[], wanted: number, fromZero = true): Bin[] {
  if (values.length === 0) return [];
  const least = values.reduce((low, value) => Math.min(low, value), fromZero ? 0 : values[0]);
  const most = values.reduce((high, value) => Math.max(high, value), values[0]);
  const scale = scaleLinear()
    .domain(least < most ? [least, most] : [least, least + 1])
    .nice(wanted);
  const ticks = scale.ticks(wanted);
  const edges = ticks.length > 1 ? ticks : scale.domain();
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) {
    const over = edges.findIndex((edge) => value < edge);
    counts[over < 0 ? counts.length - 1 : Math.max(0, over - 1)]++;
  }
  return counts.map((count, i) => ({ from: edges[i], to: edges[i + 1], count }));
}

/**
 * Lower quartile, median and upper quartile by linear interpolation between the sorted values (the seventh of Hyndman and
 * Fan 1996, what spreadsheets call QUARTILE.INC); null for no values.
 */
export function quartiles(values: readonly number[]): readonly [number, number, number] | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const below = Math.floor(place);
    const above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  };
  return [at(0.25), at(0.5), at(0.75)];
}
