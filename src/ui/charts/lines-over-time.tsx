import type { ReactNode } from 'react';
import { chartTime, yearOrMonth } from './chart-date.ts';
import { ChartFrame } from './chart-frame.tsx';
import { chartNumber } from './chart-number.ts';
import { type ChartScale, percentAcross, timeScale, zeroBasedScale } from './chart-scale.ts';
import { type NumberIn, plainNumber } from './number-in.ts';
import { PointShape } from './point-shape.tsx';
import { spreadLabels } from './spread-labels.ts';
import { targetSteps } from './target-steps.ts';

/** One dated value. A null value is not known: the line has a gap there. */
export interface DatedValue {
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly date: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
}

export interface TimeSeries {
  readonly key: string;
  readonly label: string;
  readonly token: string;
  readonly points: readonly DatedValue[];
}

/** What is to be reached by a date. */
export interface DatedTarget {
  readonly key: string;
  readonly label: string;
  readonly date: string;
  readonly value: number;
}

export interface LinesOverTimeProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly series: readonly TimeSeries[];
  readonly targets?: readonly DatedTarget[];
  readonly format?: (value: number) => string;
  /** The top of the axis, 1 for shares; else the next round number over the highest. */
  readonly top?: number;
  readonly note?: string;
  /** In its table: rows are dates, columns the series’ keys. */
  readonly number?: NumberIn;
}

/** Dated values from zero, each line named at its end, bounds as whiskers, gaps left open, targets as dated steps. */
export function LinesOverTime(props: LinesOverTimeProps) {
  const { format = chartNumber, targets = [] } = props;
  const series = props.series.map((one) => ({ ...one, points: datedPoints(one.points) }));
  const known = series.flatMap((one) => one.points.filter((point) => point.value !== null));
  if (known.length === 0) return <p className="chart-empty">There are no dated values to draw.</p>;
  const steps = targetSteps(
    targets.map((target) => ({ ...target, time: chartTime(target.date) })),
    Math.min(...known.map((point) => point.time)),
  );
  const x = timeScale([...known.map((point) => point.time), ...steps.map((step) => step.time)], 3);
  const heights = [
    ...known.map((point) => point.high ?? point.value ?? 0),
    ...targets.map(({ value }) => value),
  ];
  const y = zeroBasedScale(heights, 4, props.top);
  const down = (value: number): number => HEAD + PLOT * (1 - y.at(value));
  const ends = series.flatMap((one) => {
    const last = one.points.findLast((point) => point.value !== null);
    return last ? [{ ...one, last, text: `${one.label} ${format(last.value ?? 0)}` }] : [];
  });
  const places = spreadLabels(
    ends.map(({ last }) => down(last.value ?? 0) - LABEL / 2),
    LABEL,
    HEAD + PLOT - LABEL / 2,
  );
  const summary = `${props.caption}. ${ends.map(({ text, last }) => `${text} in ${last.date}`).join('; ')}.${targets
    .map((target) => ` Target: ${target.label}.`)
    .join('')}`;
  return (
    <ChartFrame
      caption={props.caption}
      showCaption={props.showCaption}
      note={props.note}
      table={tableOf(props, format)}
    >
      <div className="lines" role="img" aria-label={summary}>
        <div className="lines-axis" style={{ width: `${longestOf(y.ticks.map(format))}ch` }}>
          {y.ticks.map((tick) => (
            <span key={tick} style={{ top: rem(down(tick) - LABEL / 2) }}>
              {format(tick)}
            </span>
          ))}
        </div>
        <svg
          className="chart-plot"
          width="100%"
          height={rem(HEAD + PLOT + FOOT)}
          aria-hidden="true"
          focusable="false"
        >
          {y.ticks.map((tick) => (
            <line
              key={tick}
              className={tick === 0 ? 'chart-base' : 'chart-grid'}
              x1="0"
              x2="100%"
              y1={rem(down(tick))}
              y2={rem(down(tick))}
            />
          ))}
          <svg x={`${INSET}%`} width={`${100 - 2 * INSET}%`} overflow="visible" aria-hidden="true">
            {x.ticks.map((tick) => (
              <text
                key={tick}
                className="chart-tick"
                x={percentAcross(x.at(tick))}
                y={rem(HEAD + PLOT + 1.25)}
                textAnchor={x.at(tick) < 0.1 ? 'start' : x.at(tick) > 0.9 ? 'end' : 'middle'}
              >
                {yearOrMonth(tick)}
              </text>
            ))}
            {steps.map((step) => (
              <g key={step.key} className="lines-target">
                <line
                  x1={percentAcross(x.at(step.from))}
                  x2={percentAcross(x.at(step.time))}
                  y1={rem(down(step.value))}
                  y2={rem(down(step.value))}
                />
                {step.before === null ? null : (
                  <line
                    x1={percentAcross(x.at(step.from))}
                    x2={percentAcross(x.at(step.from))}
                    y1={rem(down(step.before))}
                    y2={rem(down(step.value))}
                  />
                )}
                <text
                  x={percentAcross(x.at(step.time))}
                  y={rem(down(step.value) + (x.at(step.time) < 0.5 ? 1.1 : -0.3))}
                  dx={x.at(step.time) < 0.5 ? 5 : 0}
                  textAnchor={x.at(step.time) < 0.5 ? 'start' : 'end'}
                >
                  {step.label}
                </text>
              </g>
            ))}
            {series.map((one, i) => (
              <SeriesMarks key={one.key} series={one} shape={i} x={x} down={down} />
            ))}
          </svg>
        </svg>
        <div className="lines-ends">
          {ends.map(({ key, text, token }, i) => (
            <p key={key} style={{ top: rem(places[i]) }}>
              <svg
                width="1.75rem"
                height="1rem"
                aria-hidden="true"
                focusable="false"
                style={{ color: `var(${token})` }}
              >
                <line
                  className="lines-stroke"
                  x1="0"
                  x2="100%"
                  y1="50%"
                  y2="50%"
                  strokeDasharray={DASHES[series.findIndex((one) => one.key === key) % DASHES.length]}
                />
                <PointShape shape={series.findIndex((one) => one.key === key)} x="50%" y="50%" />
              </svg>
              <span>{text}</span>
            </p>
          ))}
          {steps.map((step) => (
            <p key={step.key} className="lines-target lines-target-key">
              <svg width="1.75rem" height="1rem" aria-hidden="true" focusable="false">
                <line x1="0" x2="100%" y1="50%" y2="50%" />
              </svg>
              <span>{step.label}</span>
            </p>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

/** Heights in rem: room for a target's words, the plot, the years below it, one label. */
const HEAD = 1.5;
const PLOT = 10;
const FOOT = 1.75;
const LABEL = 1.25;
/** Percent of the width kept free at either side, so that points are drawn whole. */
const INSET = 4;
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3'];

interface TimedPoint extends DatedValue {
  readonly time: number;
}

interface SeriesMarksProps {
  readonly series: { readonly token: string; readonly points: readonly TimedPoint[] };
  readonly shape: number;
  readonly x: ChartScale;
  readonly down: (value: number) => number;
}

function SeriesMarks({ series, shape, x, down }: SeriesMarksProps) {
  const { points } = series;
  return (
    <g style={{ color: `var(${series.token})` }}>
      {points.map((point, i) => {
        const before = points[i - 1];
        if (point.value === null || !before || before.value === null) return null;
        return (
          <line
            key={point.date}
            className="lines-stroke"
            strokeDasharray={DASHES[shape % DASHES.length]}
            x1={percentAcross(x.at(before.time))}
            y1={rem(down(before.value))}
            x2={percentAcross(x.at(point.time))}
            y2={rem(down(point.value))}
          />
        );
      })}
      {points.map(({ date, time, value, low, high }) => {
        if (value === null) return null;
        const across = percentAcross(x.at(time));
        return (
          <g key={date}>
            {low !== undefined && high !== undefined && low < high ? (
              <line
                className="lines-range"
                x1={across}
                x2={across}
                y1={rem(down(low))}
                y2={rem(down(high))}
              />
            ) : null}
            <PointShape shape={shape} x={across} y={rem(down(value))} />
          </g>
        );
      })}
    </g>
  );
}

function datedPoints(points: readonly DatedValue[]): TimedPoint[] {
  return points
    .map((point) => ({ ...point, time: chartTime(point.date) }))
    .filter((point) => !Number.isNaN(point.time))
    .sort((a, b) => a.time - b.time);
}

function longestOf(words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, word.length), 0);
}

function rem(height: number): string {
  return `${height.toFixed(3)}rem`;
}

function tableOf(
  { series, targets = [], number = plainNumber }: LinesOverTimeProps,
  format: (value: number) => string,
) {
  const dates = [
    ...new Set([
      ...series.flatMap((one) => one.points.map(({ date }) => date)),
      ...targets.map(({ date }) => date),
    ]),
  ];
  dates.sort((a, b) => chartTime(a) - chartTime(b));
  const cell = (one: TimeSeries, date: string): ReactNode => {
    const point = one.points.find((other) => other.date === date);
    if (!point) return '–';
    if (point.value === null) return 'not known';
    const { low, high, value } = point;
    const band =
      low !== undefined && high !== undefined && low < high ? ` (${format(low)}–${format(high)})` : '';
    return number({ row: date, column: one.key }, `${format(value)}${band}`);
  };
  const targetCell = (date: string): string =>
    targets
      .filter((target) => target.date === date)
      .map((target) => target.label)
      .join('; ') || '–';
  return {
    columns: ['Date', ...series.map((one) => one.label), ...(targets.length > 0 ? ['Target'] : [])],
    rows: dates.map((date) => ({
      key: date,
      cells: [
        date,
        ...series.map((one) => cell(one, date)),
        ...(targets.length > 0 ? [targetCell(date)] : []),
      ],
    })),
  };
}
