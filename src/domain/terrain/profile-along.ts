import type { HeightGrid, HeightPart } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';
import { cellAt } from './sample-height.ts';

/** What lies along a straight line over a grid. */
export interface Profile {
  /** From 0 to the line's length, equally far apart, at most half a cell. */
  readonly distancesMetres: Float64Array;
  /** Metres above the grid's datum; NaN where not known, outside the grid too. */
  readonly surfaceMetres: Float64Array;
  /** Stretches whose height is not known, as first and last such distance. */
  readonly notKnown: readonly (readonly [number, number])[];
  /** Where the heights come from, in the order first met. */
  readonly parts: readonly HeightPart[];
}

/**
 * The heights along the line between two places in the grid's metres, each sample that of the cell it lies in, ends among
 * them. Throws HeightsRefused where the ends are one place.
 */
export function profileAlong(
  grid: HeightGrid,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Profile {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0))
    throw new HeightsRefused(
      'SAME_PLACE',
      'Both ends of the link are at one place. Give two places that are apart.',
    );
  const samples = Math.ceil((2 * length) / Math.min(grid.cellWidthMetres, grid.cellHeightMetres));
  const distancesMetres = new Float64Array(samples + 1);
  const surfaceMetres = new Float64Array(samples + 1);
  const notKnown: [number, number][] = [];
  const parts = new Set<HeightPart>();
  let isOpen = false;
  for (let i = 0; i <= samples; i++) {
    const share = i / samples;
    const cell = cellAt(grid, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    const distance = length * share;
    const height = cell < 0 ? Number.NaN : grid.heights[cell];
    distancesMetres[i] = distance;
    surfaceMetres[i] = height;
    const isKnown = !Number.isNaN(height);
    if (isKnown) parts.add(grid.parts[grid.partOf?.[cell] ?? 0]);
    else if (isOpen) notKnown[notKnown.length - 1][1] = distance;
    else notKnown.push([distance, distance]);
    isOpen = !isKnown;
  }
  return { distancesMetres, surfaceMetres, notKnown, parts: [...parts] };
}
