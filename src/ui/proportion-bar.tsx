import { useId } from 'react';
import { type PatternName, patternTile } from './pattern-tile.tsx';

/** A part of the whole, from its left end. */
export interface Proportion {
  readonly key: string;
  /** 0 … 1 of the whole. */
  readonly share: number;
  readonly pattern: PatternName;
  readonly token: string;
}

export interface ProportionBarProps {
  readonly parts: readonly Proportion[];
  /** Bounds of the first part, 0 … 1, drawn as a whisker. */
  readonly range?: { readonly low: number; readonly high: number } | null;
  /** Pixels. */
  readonly height?: number;
  /** Says the same in words; leave out where the words stand beside it. */
  readonly label?: string;
}

/** Parts of a whole on one line, starting at zero. What no part names stays empty. */
export function ProportionBar({ parts, range, height = 12, label }: ProportionBarProps) {
  const id = useId();
  const placed = parts.map((part, i) => ({
    ...part,
    from: parts.slice(0, i).reduce((sum, before) => sum + before.share, 0),
  }));
  return (
    <svg
      className="proportion"
      width="100%"
      height={height}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <rect className="proportion-whole" width="100%" height={height} />
      {placed.map(({ key, share, from, pattern, token }) => {
        const tile = patternTile(pattern);
        const colour = `var(${token})`;
        return (
          <g key={key} style={{ color: colour }}>
            {tile ? (
              <pattern id={`${id}${key}`} width="6" height="6" patternUnits="userSpaceOnUse">
                {tile}
              </pattern>
            ) : null}
            <rect
              x={across(from)}
              width={across(share)}
              height={height}
              style={{ fill: colour, fillOpacity: tile ? 0.22 : 1 }}
            />
            {tile ? (
              <rect
                x={across(from)}
                width={across(share)}
                height={height}
                style={{ fill: `url("#${id}${key}")` }}
              />
            ) : null}
            {share > 0 ? (
              <rect x={across(from + share)} width="1.5" height={height} style={{ fill: colour }} />
            ) : null}
          </g>
        );
      })}
      {range && range.high > range.low ? (
        <g className="proportion-range">
          <line x1={across(range.low)} x2={across(range.high)} y1={height / 2} y2={height / 2} />
          <line x1={across(range.low)} x2={across(range.low)} y1={height * 0.2} y2={height * 0.8} />
          <line x1={across(range.high)} x2={across(range.high)} y1={height * 0.2} y2={height * 0.8} />
        </g>
      ) : null}
    </svg>
  );
}

function across(share: number): string {
  return `${(Math.max(0, Math.min(1, share)) * 100).toFixed(3)}%`;
}
