import type { HeightGrid, HeightPart } from '../terrain/height-grid.ts';
import { cellAt } from '../terrain/sample-height.ts';
import type { PathProfile } from './path-profile.ts';
import type { SightPath } from './sight-path.ts';

/**
 * What stands below a path that is laid, sample by sample as lines of sight take it; without the own roofs that its rule
 * leaves out, or the whole of it. West end first (`SightPath.lay`).
 * @param room arrays to write to, which the profile then is part of; null: its own
 */
export function profileOnPath(
  { heights, columns, rows }: HeightGrid,
  path: SightPath,
  extent: 'whole' | 'without own roofs',
  room: ProfileRoom | null = null,
): PathProfile {
  const { samples, step, lengthMetres, base, rise, column, row, columnsAlong, rowsAlong } = path;
  const first = extent === 'whole' ? 1 : path.first;
  const between = Math.max(0, (extent === 'whole' ? samples - 1 : path.last) - first + 1);
  const length = between + 2;
  const distancesMetres = room ? room.distances(length) : new Float64Array(length);
  const surfaceMetres = room ? room.surface(length) : new Float64Array(length);
  for (let at = 0; at < length; at++) {
    const sample = at === 0 ? 0 : at <= between ? first + at - 1 : samples;
    const share = sample * step;
    const across = Math.floor(column + columnsAlong * share);
    const down = Math.floor(row + rowsAlong * share);
    const isInside = across >= 0 && across < columns && down >= 0 && down < rows;
    distancesMetres[at] = lengthMetres * share;
    surfaceMetres[at] = isInside ? heights[down * columns + across] : Number.NaN;
  }
  distancesMetres[between + 1] = lengthMetres;
  return { distancesMetres, surfaceMetres, firstAntennaMetres: base, lastAntennaMetres: base + rise };
}

/** Room for one profile at a time, so that thousands need no memory of their own. */
export class ProfileRoom {
  private readonly kept = [new Float64Array(0), new Float64Array(0)];

  distances(length: number): Float64Array {
    return this.part(0, length);
  }

  surface(length: number): Float64Array {
    return this.part(1, length);
  }

  private part(which: 0 | 1, length: number): Float64Array {
    if (this.kept[which].length < length) this.kept[which] = new Float64Array(2 * length);
    return this.kept[which].subarray(0, length);
  }
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
