import type { HeightGrid, HeightPart } from '../terrain/height-grid.ts';
import { cellAt } from '../terrain/sample-height.ts';
import type { PathProfile } from './path-profile.ts';
import type { SightPath } from './sight-path.ts';

/**
 * What stands below a path that is laid, sample by sample as lines of sight take it; without the own roofs that its rule
 * leaves out, or the whole of it. West end first (`SightPath.lay`).
 */
export function profileOnPath(
  { heights }: HeightGrid,
  path: SightPath,
  isWhole: 'whole' | 'without own roofs',
): PathProfile {
  const { samples, lengthMetres, base, rise } = path;
  const first = isWhole === 'whole' ? 1 : path.first;
  const last = isWhole === 'whole' ? samples - 1 : path.last;
  const between = Math.max(0, last - first + 1);
  const distancesMetres = new Float64Array(between + 2);
  const surfaceMetres = new Float64Array(between + 2);
  const take = (at: number, sample: number): void => {
    const cell = path.cellAt(sample);
    distancesMetres[at] = lengthMetres * (sample * path.step);
    surfaceMetres[at] = cell < 0 ? Number.NaN : heights[cell];
  };
  take(0, 0);
  for (let i = 0; i < between; i++) take(i + 1, first + i);
  take(between + 1, samples);
  distancesMetres[between + 1] = lengthMetres;
  return { distancesMetres, surfaceMetres, firstAntennaMetres: base, lastAntennaMetres: base + rise };
}

/** Where the heights of a grid along a path come from, in the order first met from the west. */
export function partsOnPath({ heights, parts, partOf }: HeightGrid, path: SightPath): HeightPart[] {
  const found = new Set<HeightPart>();
  for (let sample = 0; sample <= path.samples; sample++) {
    const cell = path.cellAt(sample);
    if (cell >= 0 && !Number.isNaN(heights[cell])) found.add(parts[partOf?.[cell] ?? 0]);
  }
  return [...found];
}

/** The heights of another grid of the same system below the same line, and where they come from. */
export function heightsBelow(
  { distancesMetres }: Pick<PathProfile, 'distancesMetres'>,
  [from, to]: readonly [Place, Place],
  grid: HeightGrid,
): { heights: Float64Array; parts: HeightPart[] } {
  const length = distancesMetres[distancesMetres.length - 1];
  const parts = new Set<HeightPart>();
  const heights = distancesMetres.map((distance) => {
    const share = distance / length;
    const cell = cellAt(grid, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    const height = cell < 0 ? Number.NaN : grid.heights[cell];
    if (!Number.isNaN(height)) parts.add(grid.parts[grid.partOf?.[cell] ?? 0]);
    return height;
  });
  return { heights, parts: [...parts] };
}

interface Place {
  readonly x: number;
  readonly y: number;
}
