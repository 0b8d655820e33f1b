import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import { patternTile } from '../pattern-tile.tsx';
import { percentAcross } from './chart-scale.ts';
import type { ProfileChartProps, ProfileDrawing } from './profile-drawing.ts';
import { ProfileShapes } from './profile-shapes.tsx';

import './charts.css';
import './profile-chart.css';

/**
 * A path from the side: ground, what stands on it, the line between two masts with its Fresnel zone, and a cursor that
 * pointer and arrow keys move. Heights are stretched; the axis says by how much they reach.
 */
export function ProfileChart(props: ProfileChartProps) {
  const { drawing, worst, cursor, onCursor, heightText, distanceText, words } = props;
  const { length, low, high } = drawing;
  const id = useId();
  const across = (distance: number): string => percentAcross(distance / length);
  const down = (height: number): string => percentAcross((high - height) / (high - low));
  const heights = scaleLinear().domain([low, high]).ticks(4);
  const distances = scaleLinear().domain([0, length]).ticks(5);
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width > 0) onCursor(clamp((event.clientX - box.left) / box.width) * length);
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = steppedTo(event.key, cursor?.distance ?? null, length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onCursor(next);
  };
  return (
    <figure className="chart profile">
      <figcaption className="unseen">{props.caption}</figcaption>
      <div className="profile-body">
        <div className="profile-frame">
          <div className="profile-axis" aria-hidden="true">
            {heights.map((height) => (
              <span key={height} style={{ top: down(height) }}>
                {heightText(height)}
              </span>
            ))}
          </div>
          <div
            className="profile-plot"
            role="slider"
            tabIndex={0}
            aria-label={`Place on the path from ${props.ends[0]} to ${props.ends[1]}`}
            aria-valuemin={0}
            aria-valuemax={Math.round(length)}
            aria-valuenow={Math.round(cursor?.distance ?? 0)}
            aria-valuetext={props.cursorText}
            onPointerMove={onPointer}
            onPointerDown={onPointer}
            onPointerLeave={(event) => {
              if (document.activeElement !== event.currentTarget) onCursor(null);
            }}
            onKeyDown={onKey}
            onBlur={() => onCursor(null)}
          >
            <svg className="chart-plot profile-sheet" aria-hidden="true" focusable="false">
              <defs>
                <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
                  {patternTile('dots')}
                </pattern>
              </defs>
              {heights.map((height) => (
                <line
                  key={height}
                  className="chart-grid"
                  x1="0"
                  x2="100%"
                  y1={down(height)}
                  y2={down(height)}
                />
              ))}
              <ProfileShapes drawing={drawing} look={props.look} />
              {drawing.notKnown.map(([from, to]) => (
                <rect
                  key={from}
                  className="profile-not-known"
                  fill={`url(#${id}-dots)`}
                  x={across(from)}
                  width={across(Math.max(to - from, length / 200))}
                  y="0"
                  height="100%"
                />
              ))}
              <Masts drawing={drawing} across={across} down={down} />
              {worst && worst.surface !== null && worst.line !== null ? (
                <g className={worst.line < worst.surface ? 'profile-worst is-blocked' : 'profile-worst'}>
                  <line
                    x1={across(worst.distance)}
                    x2={across(worst.distance)}
                    y1={down(worst.line)}
                    y2={down(worst.surface)}
                  />
                  <circle cx={across(worst.distance)} cy={down(worst.surface)} r="5" />
                  <text
                    x={across(worst.distance)}
                    y={down(Math.max(worst.surface, worst.line))}
                    dy={-10}
                    textAnchor={anchorOf(worst.distance / length)}
                  >
                    {worst.label}
                  </text>
                </g>
              ) : null}
              {cursor ? (
                <g className="profile-cursor">
                  <line x1={across(cursor.distance)} x2={across(cursor.distance)} y1="0" y2="100%" />
                  {cursor.line === null ? null : (
                    <circle cx={across(cursor.distance)} cy={down(cursor.line)} r="4" />
                  )}
                  {cursor.surface === null ? null : (
                    <circle cx={across(cursor.distance)} cy={down(cursor.surface)} r="4" />
                  )}
                </g>
              ) : null}
            </svg>
          </div>
          <div className="profile-distances" aria-hidden="true">
            {distances.map((distance) => (
              <span
                key={distance}
                className={edgeClass(distance / length)}
                style={{ left: across(distance) }}
              >
                {distanceText(distance)}
              </span>
            ))}
          </div>
        </div>
        <ul className="profile-key">
          <KeyItem kind="line" look={props.look} words={words.line} />
          <KeyItem kind="zone" words={words.zone} />
          <KeyItem kind="inner" words={words.innerZone} />
          <KeyItem kind="surface" words={words.surface} />
          {drawing.ground ? <KeyItem kind="ground" words={words.ground} /> : null}
          <KeyItem kind="earth" words={words.earth} />
          {drawing.ownRoofs.length > 0 ? <KeyItem kind="roof" words={words.ownRoof} /> : null}
          {drawing.notKnown.length > 0 ? <KeyItem kind="unknown" words={words.notKnown} dots={id} /> : null}
        </ul>
      </div>
    </figure>
  );
}

interface MastsProps {
  readonly drawing: ProfileDrawing;
  readonly across: (distance: number) => string;
  readonly down: (height: number) => string;
}

/** Both antennas on their masts, and the stretches that are their own roofs. */
function Masts({ drawing, across, down }: MastsProps) {
  const { line, surface, low, length } = drawing;
  const feet = [surface[0], surface[surface.length - 1]];
  return (
    <g className="profile-masts">
      {drawing.ownRoofs.map(([from, to]) => (
        <line key={from} className="profile-roof" x1={across(from)} x2={across(to)} y1="100%" y2="100%" />
      ))}
      {line
        ? [line.first, line.last].map((antenna, i) => {
            const x = across(i * length);
            return (
              <g key={x}>
                <line x1={x} x2={x} y1={down(antenna)} y2={down(Number.isNaN(feet[i]) ? low : feet[i])} />
                <circle cx={x} cy={down(antenna)} r="4.5" />
              </g>
            );
          })
        : null}
    </g>
  );
}

interface KeyItemProps {
  readonly kind: 'line' | 'zone' | 'inner' | 'surface' | 'ground' | 'earth' | 'roof' | 'unknown';
  readonly words: string;
  readonly look?: ProfileChartProps['look'];
  readonly dots?: string;
}

function KeyItem({ kind, words, look, dots }: KeyItemProps) {
  return (
    <li>
      <svg className={`profile-swatch profile-swatch-${kind}`} aria-hidden="true" focusable="false">
        {kind === 'line' || kind === 'earth' || kind === 'roof' ? (
          <line
            className={`profile-${kind}`}
            x1="0"
            x2="100%"
            y1="50%"
            y2="50%"
            style={look ? { color: `var(${look.token})` } : undefined}
            strokeDasharray={look && dashes(look.dashes)}
          />
        ) : (
          <rect
            className={`profile-${kind === 'unknown' ? 'not-known' : kind}`}
            fill={dots && `url(#${dots}-dots)`}
            x="0.5"
            y="0.5"
            width="100%"
            height="100%"
          />
        )}
      </svg>
      <span>{words}</span>
    </li>
  );
}

function dashes(of: readonly number[]): string | undefined {
  return of.length > 0 ? of.map((length) => length * 2).join(' ') : undefined;
}

/** Where a key puts the cursor; undefined for keys that are not the chart's. */
function steppedTo(key: string, from: number | null, length: number): number | null | undefined {
  if (key === 'Escape') return from === null ? undefined : null;
  if (key === 'Home') return 0;
  if (key === 'End') return length;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return clamp((from ?? (step > 0 ? 0 : length)) / length + step) * length;
}

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowLeft: -0.005,
  ArrowDown: -0.005,
  ArrowRight: 0.005,
  ArrowUp: 0.005,
  PageDown: -0.05,
  PageUp: 0.05,
};

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.15) return 'start';
  return share > 0.85 ? 'end' : 'middle';
}

function edgeClass(share: number): string | undefined {
  if (share < 0.03) return 'is-first';
  return share > 0.95 ? 'is-last' : undefined;
}
