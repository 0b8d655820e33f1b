import type { HeightGrid } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';
import { heightAt } from './sample-height.ts';

/** Places compared, at most. */
const MOST_PLACES = 20_000;
/** In towns a tenth of the surface is streets and open ground, where both measure the same. */
const OPEN_SHARE = 0.1;
/** Above what survey, sampling and bushes explain; below the 45 to 57 m by which the ellipsoid lies off Newlyn in Britain. */
const MOST_METRES = 10;

/**
 * Throws HeightsRefused where a ground model cannot be what a surface stands on: they do not lie over each other, or their
 * lowest tenth of differences is more than 10 m, which is another datum or unit. Both grids are in one system.
 */
export function checkSurfaceOnGround(surface: HeightGrid, ground: HeightGrid): void {
  const [over, under] = [surface.parts[0].verticalDatum, ground.parts[0].verticalDatum];
  if (over !== null && under !== null && over !== under)
    throw new HeightsRefused(
      'OTHER_DATUM',
      `The surface is above ${over}, the ground above ${under}. Convert one of them first.`,
    );
  const stride = Math.max(1, Math.floor(surface.heights.length / MOST_PLACES));
  const differences: number[] = [];
  for (let cell = 0; cell < surface.heights.length; cell += stride) {
    const x = surface.west + ((cell % surface.columns) + 0.5) * surface.cellWidthMetres;
    const y = surface.north - (Math.floor(cell / surface.columns) + 0.5) * surface.cellHeightMetres;
    const difference = surface.heights[cell] - heightAt(ground, x, y);
    if (!Number.isNaN(difference)) differences.push(difference);
  }
  if (differences.length === 0)
    throw new HeightsRefused(
      'ELSEWHERE',
      'The ground model lies nowhere under the surface. Load one of the same area and system.',
    );
  differences.sort((one, other) => one - other);
  const open = differences[Math.floor(OPEN_SHARE * differences.length)];
  if (Math.abs(open) > MOST_METRES)
    throw new HeightsRefused(
      'OTHER_DATUM',
      `The surface lies ${open.toFixed(1)} m above the ground even in the open: another datum or unit. Convert one of them.`,
    );
}
