import { useId } from 'react';
import { type PatternName, patternTile } from './pattern-tile.tsx';

export interface PatternSwatchProps {
  readonly pattern: PatternName;
  /** Custom property that holds the colour, with its dashes: '--tech-gigabit'. */
  readonly token: string;
  /** Draws the not-spots' hatch over it, this many pixels apart. */
  readonly hatchPixels?: number;
  /** Draws level lines over it: fewer not-spots than before. */
  readonly hasLines?: boolean;
}

/** How a class looks on the map: colour and pattern together. */
export function PatternSwatch({ pattern, token, hatchPixels, hasLines }: PatternSwatchProps) {
  const id = useId();
  const colour = `var(${token})`;
  const tile = patternTile(pattern);
  const box = { x: 0.75, y: 0.75, width: 26.5, height: 16.5 };
  return (
    <svg className="swatch" width="28" height="18" viewBox="0 0 28 18" aria-hidden="true" focusable="false">
      {pattern === 'solid' ? <rect {...box} style={{ fill: colour, stroke: 'var(--swatch-line)' }} /> : null}
      {hasLines ? (
        <path
          d="M1 5h26M1 9h26M1 13h26"
          fill="none"
          style={{ stroke: 'var(--change-line)', strokeWidth: 1 }}
        />
      ) : null}
      {hatchPixels ? <HatchOver id={id} spacing={hatchPixels} /> : null}
      {pattern === 'line' ? (
        <path d="M1 9h26" fill="none" style={{ stroke: colour, strokeWidth: 2.5 }} />
      ) : null}
      {tile ? (
        <>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" style={{ color: colour }}>
            {tile}
          </pattern>
          <rect {...box} style={{ fill: colour, fillOpacity: 0.14 }} />
          <rect {...box} style={{ fill: `url("#${id}")`, stroke: colour, strokeWidth: 1.5 }} />
        </>
      ) : null}
    </svg>
  );
}

function HatchOver({ id, spacing }: { readonly id: string; readonly spacing: number }) {
  const lines = `M-1 ${spacing + 1} ${spacing + 1}-1M-1 1 1-1M${spacing - 1} ${spacing + 1} ${spacing + 1} ${spacing - 1}`;
  return (
    <>
      <pattern id={`${id}hatch`} width={spacing} height={spacing} patternUnits="userSpaceOnUse">
        <path d={lines} fill="none" style={{ stroke: 'var(--not-spot)', strokeWidth: 1 }} />
      </pattern>
      <rect x="1" y="1" width="26" height="16" style={{ fill: `url("#${id}hatch")` }} />
    </>
  );
}
