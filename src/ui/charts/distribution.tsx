import type { CSSProperties, ReactNode } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { chartNumber } from './chart-number.ts';
import { percentAcross, zeroBasedScale } from './chart-scale.ts';
import { type Bin, distributionBins, quartiles } from './distribution-bins.ts';
import { type NumberIn, plainNumber } from './number-in.ts';

export interface DistributionValue {
  readonly key: string;
  readonly label: string;
  /** Null: not known; counted beside the chart, never drawn as zero. */
  readonly value: number | null;
}

export interface DistributionProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly values: readonly DistributionValue[];
  /** The one at hand. */
  readonly at?: string | null;
  /** What the values are of: "wards", "authorities". */
  readonly many: string;
  readonly valueHeader: string;
  readonly format?: (value: number) => string;
  /** A colour token of the bars. */
  readonly token?: string;
  /** The value at hand in its table, column 'value'. */
  readonly number?: NumberIn;
}

/** How many values lie where, with every single one as a stroke below, quartiles named, and the one at hand marked. */
export function Distribution(props: DistributionProps) {
  const { many, format = chartNumber, token = '--tech-other' } = props;
  const known = props.values.flatMap(({ key, label, value }) =>
    value === null ? [] : [{ key, label, value }],
  );
  const values = known.map((one) => one.value);
  const parts = quartiles(values);
  if (!parts) return <p className="chart-empty">There are no values to draw.</p>;
  const bins = distributionBins(values, BINS);
  const [low, high] = [bins[0].from, bins[bins.length - 1].to];
  const across = (value: number): number => (value - low) / (high - low);
  const most = zeroBasedScale(
    bins.map((bin) => bin.count),
    3,
  );
  const one = known.find((value) => value.key === props.at);
  const [lower, median, upper] = parts;
  const missing = props.values.length - known.length;
  const mine = one ? `${one.label}: ${format(one.value)}, ${placeWords(values, one.value, many)}` : '';
  const words = `Half of ${chartNumber(known.length)} ${many} lie between ${format(lower)} and ${format(upper)}; the median is ${format(median)}.`;
  const summary = `${props.caption}. ${mine ? `${mine}. ` : ''}${words}`;
  return (
    <ChartFrame
      caption={props.caption}
      showCaption={props.showCaption}
      note={`${words}${missing > 0 ? ` For ${chartNumber(missing)} it is not known.` : ''}`}
      table={tableOf(props, bins, parts, one ?? null, format)}
    >
      <div className="distribution" role="img" aria-label={summary}>
        {one ? (
          <p className="distribution-mine anywhere" style={besideStroke(across(one.value))}>
            {mine}
          </p>
        ) : null}
        <svg
          className="chart-plot"
          width="100%"
          height={`${PLOT + RUG}rem`}
          aria-hidden="true"
          focusable="false"
        >
          {bins.map((bin) => (
            <rect
              key={bin.from}
              x={percentAcross(across(bin.from))}
              width={percentAcross(across(bin.to) - across(bin.from))}
              y={`${HEAD + (PLOT - HEAD) * (1 - most.at(bin.count))}rem`}
              height={`${(PLOT - HEAD) * most.at(bin.count)}rem`}
              className="distribution-bin"
              style={{ fill: `var(${token})` }}
            />
          ))}
          {bins.map((bin) =>
            bin.count > 0 ? (
              <text
                key={bin.from}
                className="chart-tick"
                textAnchor="middle"
                x={percentAcross(across((bin.from + bin.to) / 2))}
                y={`${HEAD + (PLOT - HEAD) * (1 - most.at(bin.count)) - 0.25}rem`}
              >
                {chartNumber(bin.count)}
              </text>
            ) : null,
          )}
          <line className="chart-base" x1="0" x2="100%" y1={`${PLOT}rem`} y2={`${PLOT}rem`} />
          <rect
            className="distribution-half"
            x={percentAcross(across(lower))}
            width={percentAcross(Math.max(0.002, across(upper) - across(lower)))}
            y={`${PLOT + RUG * 0.15}rem`}
            height={`${RUG * 0.7}rem`}
          />
          {known.map(({ key, value }) => (
            <line
              key={key}
              className="distribution-stroke"
              x1={percentAcross(across(value))}
              x2={percentAcross(across(value))}
              y1={`${PLOT + RUG * 0.3}rem`}
              y2={`${PLOT + RUG * 0.7}rem`}
            />
          ))}
          <line
            className="distribution-median"
            x1={percentAcross(across(median))}
            x2={percentAcross(across(median))}
            y1={`${PLOT + RUG * 0.15}rem`}
            y2={`${PLOT + RUG * 0.85}rem`}
          />
          {one ? (
            <line
              className="distribution-at"
              x1={percentAcross(across(one.value))}
              x2={percentAcross(across(one.value))}
              y1="0"
              y2={`${PLOT + RUG}rem`}
            />
          ) : null}
        </svg>
        <p className="chart-ticks" aria-hidden="true">
          <span>{format(low)}</span>
          <span>{props.valueHeader}</span>
          <span>{format(high)}</span>
        </p>
      </div>
    </ChartFrame>
  );
}

/** Heights in rem, so that they grow with the reader's text: the plot with room for a count over its bars, the strokes below. */
const PLOT = 6.75;
const RUG = 1.5;
const HEAD = 1.25;
const BINS = 12;

/** The label starts (left half) or ends (right half) at its stroke. */
function besideStroke(share: number): CSSProperties {
  return share > 0.5
    ? { paddingInlineEnd: percentAcross(1 - share), textAlign: 'end' }
    : { paddingInlineStart: percentAcross(share) };
}

function placeWords(values: readonly number[], value: number, many: string): string {
  const higher = values.filter((other) => other > value).length;
  const same = values.filter((other) => other === value).length;
  const among = `${chartNumber(values.length)} ${many}`;
  if (same === values.length) return `the same for all ${among}`;
  return `${chartNumber(higher)} of ${among} are higher`;
}

function tableOf(
  { many, valueHeader, number = plainNumber }: DistributionProps,
  bins: readonly Bin[],
  [lower, median, upper]: readonly [number, number, number],
  one: { readonly key: string; readonly label: string; readonly value: number } | null,
  format: (value: number) => string,
) {
  const lines: readonly (readonly [string, ReactNode])[] = [
    ...(one ? [[one.label, number({ row: one.key, column: 'value' }, format(one.value))] as const] : []),
    ['Lower quartile', format(lower)],
    ['Median', format(median)],
    ['Upper quartile', format(upper)],
    ...bins.map(
      ({ from, to, count }, i) =>
        [
          `${format(from)} to ${i === bins.length - 1 ? '' : 'under '}${format(to)}`,
          `${chartNumber(count)} ${many}`,
        ] as const,
    ),
  ];
  return {
    columns: [valueHeader, 'Value'],
    rows: lines.map(([name, value]) => ({ key: name, cells: [name, value] })),
  };
}
