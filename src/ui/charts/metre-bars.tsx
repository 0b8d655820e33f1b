import { useId } from 'react';
import { patternTile } from '../pattern-tile.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartNumber } from './chart-number.ts';
import { percentAcross, zeroBasedScale } from './chart-scale.ts';
import './metre-bars.css';

/** A metre and what it adds; `part` is a part of `value`. */
export interface MetreBar {
  readonly metres: number;
  readonly value: number;
  readonly part: number;
  /** Further columns of the table. */
  readonly cells: readonly number[];
}

export interface MetreBarsProps {
  readonly caption: string;
  readonly bars: readonly MetreBar[];
  /** The metre at hand. */
  readonly at: number;
  /** "more served" and "of them not-spots" */
  readonly valueName: string;
  readonly partName: string;
  readonly cellHeaders: readonly string[];
}

/** A bar a metre, one metre after the other; its hatched foot is a part of it. The metres up to the one at hand are drawn full, the others pale. */
export function MetreBars({ caption, bars, at, valueName, partName, cellHeaders }: MetreBarsProps) {
  const id = useId();
  const scale = zeroBasedScale(
    bars.map(({ value }) => value),
    2,
  );
  const best = bars.reduce((most, bar) => (bar.value > most.value ? bar : most), bars[0]);
  const first = bars[0]?.metres ?? 0;
  const across = (index: number): number => index / Math.max(1, bars.length);
  const summary =
    !best || best.value === 0
      ? `${caption}: no metre adds any.`
      : `${caption}: most by metre ${best.metres}, ${chartNumber(best.value)} ${valueName}.`;
  return (
    <ChartFrame
      caption={caption}
      table={{
        columns: ['Metre', valueName, partName, ...cellHeaders],
        rows: bars.map(({ metres, value, part, cells }) => ({
          key: String(metres),
          cells: [metres, value, part, ...cells].map(chartNumber),
        })),
      }}
    >
      <div role="img" aria-label={summary} className="metre-bars">
        <svg className="chart-plot" width="100%" height={`${HEIGHT}rem`} aria-hidden="true" focusable="false">
          <pattern
            id={id}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            style={{ color: 'var(--not-spot)' }}
          >
            {patternTile('hatch')}
          </pattern>
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <line
                className={tick === 0 ? 'chart-base' : 'chart-grid'}
                x1="0"
                x2="100%"
                y1={`${yOf(scale.at(tick))}rem`}
                y2={`${yOf(scale.at(tick))}rem`}
              />
              {tick === 0 ? null : (
                <text className="chart-tick" x="0" y={`${yOf(scale.at(tick)) - 0.2}rem`}>
                  {chartNumber(tick)}
                </text>
              )}
            </g>
          ))}
          {bars.map(({ metres, value, part }, index) => {
            const box = {
              x: percentAcross(across(index + 0.12)),
              width: percentAcross(0.76 / Math.max(1, bars.length)),
            };
            return (
              <g key={metres} className={metres <= at ? 'metre-bar' : 'metre-bar metre-bar-above'}>
                <rect
                  {...box}
                  y={`${yOf(scale.at(value))}rem`}
                  height={`${PLOT * scale.at(value)}rem`}
                  style={{ fill: 'var(--tech-radio)' }}
                />
                <rect
                  {...box}
                  y={`${yOf(scale.at(part))}rem`}
                  height={`${PLOT * scale.at(part)}rem`}
                  style={{ fill: 'var(--paper)' }}
                />
                <rect
                  {...box}
                  y={`${yOf(scale.at(part))}rem`}
                  height={`${PLOT * scale.at(part)}rem`}
                  style={{ fill: `url("#${id}")`, stroke: 'var(--not-spot)', strokeWidth: 1 }}
                />
              </g>
            );
          })}
          {at >= first && at < first + bars.length ? (
            <line
              className="metre-bars-at"
              x1={percentAcross(across(at - first + 1))}
              x2={percentAcross(across(at - first + 1))}
              y1="0"
              y2={`${HEAD + PLOT}rem`}
            />
          ) : null}
          {bars
            .map(({ metres }, index) => ({ metres, index, isLast: index === bars.length - 1 }))
            .filter(({ metres, index }) => index === 0 || (metres % 10 === 0 && index > 2))
            .map(({ metres, index, isLast }) => (
              <text
                key={metres}
                className="chart-tick"
                textAnchor={index === 0 ? 'start' : isLast ? 'end' : 'middle'}
                x={percentAcross(across(index + (index === 0 ? 0 : isLast ? 1 : 0.5)))}
                y={`${HEIGHT - 0.25}rem`}
              >
                {metres} m
              </text>
            ))}
        </svg>
        <p className="metre-bars-key small soft">
          <span className="metre-bars-mark metre-bars-value" aria-hidden="true" /> {valueName}
          <span className="metre-bars-mark metre-bars-part" aria-hidden="true" /> {partName}
        </p>
      </div>
    </ChartFrame>
  );
}

const HEAD = 1;
const PLOT = 5;
const HEIGHT = HEAD + PLOT + 1.25;

function yOf(share: number): number {
  return HEAD + PLOT * (1 - share);
}
