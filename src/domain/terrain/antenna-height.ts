import type { HeightGrid } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';
import { heightAt } from './sample-height.ts';

/** What heights of antennas are counted from: asked once per import. */
export type HeightsAbove = 'ground' | 'surface' | 'sea';

/**
 * An antenna's height in metres above the datum of the surface, which stands for the sea; null where what it is counted
 * from is not known at its place. Throws HeightsRefused for heights above ground without a ground model.
 * @param antenna its place in the grids' metres and its height in metres above `above`
 */
export function antennaHeight(
  antenna: { readonly x: number; readonly y: number; readonly metres: number },
  above: HeightsAbove,
  heights: { readonly surface: HeightGrid; readonly ground: HeightGrid | null },
): number | null {
  if (above === 'sea') return antenna.metres;
  const below = above === 'surface' ? heights.surface : heights.ground;
  if (below === null)
    throw new HeightsRefused(
      'NO_GROUND',
      'Heights above ground need a ground model. Load one, or give heights above the surface or sea.',
    );
  const height = heightAt(below, antenna.x, antenna.y) + antenna.metres;
  return Number.isNaN(height) ? null : height;
}
