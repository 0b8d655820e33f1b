import type { ReactNode } from 'react';

export type PatternName =
  | 'solid'
  | 'hatch'
  | 'hatch-back'
  | 'dots'
  | 'cross'
  | 'rings'
  | 'lines'
  | 'columns'
  | 'line';

/** One 6 × 6 tile of a pattern in the current colour; null for those that are no tiling. */
export function patternTile(pattern: PatternName): ReactNode {
  return TILES[pattern] ?? null;
}

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };

const TILES: Partial<Record<PatternName, ReactNode>> = {
  hatch: <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" {...STROKE} strokeWidth={2} />,
  'hatch-back': <path d="M-1-1 7 7M5-1 7 1M-1 5 1 7" {...STROKE} />,
  dots: <circle cx="3" cy="3" r="1.3" fill="currentColor" />,
  cross: <path d="M3 0v6M0 3h6" {...STROKE} />,
  rings: <circle cx="3" cy="3" r="1.8" {...STROKE} strokeWidth={1.1} />,
  lines: <path d="M0 3h6" {...STROKE} />,
  columns: <path d="M3 0v6" {...STROKE} />,
};
