import type { HeightGrid } from '../terrain/height-grid.ts';
import { type Antenna, SightPath, type SightRule } from './sight-path.ts';

/** Whether one antenna sees another. Not known: nothing known is in the way, and something on the way is not known. */
export type Sight = 'visible' | 'blocked' | 'not known';

/** By code, as in arrays of answers. */
export const SIGHTS: readonly Sight[] = ['visible', 'blocked', 'not known'];
export const VISIBLE = 0;
export const BLOCKED = 1;
export const NOT_KNOWN = 2;

/**
 * Whether two antennas see each other over a grid: the plain march, sample by sample, that faster ways are held to. The
 * surface of a cell is flat; the path is sampled at most half a cell apart, and blocked where a sample's surface rises
 * above the line less the earth's bulge and the share of the Fresnel zone that is to be free.
 * @throws HeightsRefused for ends at one place, OutOfRange for a rule outside its range
 */
export function lineOfSight(grid: HeightGrid, ends: readonly [Antenna, Antenna], rule: SightRule): Sight {
  const [one, other] = ends;
  const path = new SightPath(grid, rule);
  path.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
  return SIGHTS[marchPath(grid, path)];
}

/** The plain march over a path that is laid, as a code of SIGHTS. */
export function marchPath({ heights }: HeightGrid, path: SightPath): number {
  let isKnown = true;
  for (let i = path.first; i <= path.last; i++) {
    const cell = path.cellAt(i);
    const height = cell < 0 ? Number.NaN : heights[cell];
    if (height > path.limit(i)) return BLOCKED;
    if (Number.isNaN(height)) isKnown = false;
  }
  return isKnown ? VISIBLE : NOT_KNOWN;
}
