import { scaleLinear, scaleUtc } from 'd3-scale';

/** An axis: where a value stands on it, 0 … 1, and the values that are marked. */
export interface ChartScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** An axis from zero to the next round number over the highest of `values`; to 1 where nothing is over zero. */
export function zeroBasedScale(values: readonly number[], tickCount: number, top?: number): ChartScale {
  const highest = top ?? values.reduce((most, value) => Math.max(most, value), 0);
  const scale = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .range([0, 1])
    .clamp(true);
  if (top === undefined) scale.nice(tickCount);
  const [low, high] = scale.domain();
  return { at: scale, ticks: scale.ticks(tickCount), low, high };
}

/** An axis of time over `times` (milliseconds since 1970, UTC); half a year to either side of a single one. */
export function timeScale(times: readonly number[], tickCount: number): ChartScale {
  const first = times.reduce((least, time) => Math.min(least, time), times[0] ?? 0);
  const last = times.reduce((most, time) => Math.max(most, time), times[0] ?? 0);
  const [low, high] = first < last ? [first, last] : [first - HALF_YEAR, last + HALF_YEAR];
  const scale = scaleUtc()
    .domain([new Date(low), new Date(high)])
    .range([0, 1])
    .clamp(true);
  return {
    at: (time) => scale(new Date(time)),
    ticks: first < last ? scale.ticks(tickCount).map((tick) => tick.getTime()) : times.slice(0, 1),
    low,
    high,
  };
}

/** "37.500%": a place on an axis for SVG and CSS. */
export function percentAcross(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

const HALF_YEAR = 15_778_800_000;
