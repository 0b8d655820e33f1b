import type { HeightGrid, HeightPart } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';

/**
 * Trees put on a surface, or on ground with buildings: where the canopy stands above the ground, the surface is at least
 * ground and canopy, and `leafMarginMetres` more, as a winter flight sees through bare branches. Where the canopy is 0
 * or not given nothing changes. All three grids have one frame (`mosaicHeights` lays them on it).
 * @param given.canopy metres above the ground
 * @throws HeightsRefused for grids of different frames
 */
export function addCanopy(given: {
  readonly surface: HeightGrid;
  readonly ground: HeightGrid;
  readonly canopy: HeightGrid;
  readonly leafMarginMetres: number;
}): HeightGrid {
  const { surface, ground, canopy, leafMarginMetres } = given;
  for (const grid of [ground, canopy])
    if (
      grid.heights.length !== surface.heights.length ||
      grid.west !== surface.west ||
      grid.north !== surface.north
    )
      throw new HeightsRefused(
        'ELSEWHERE',
        'Surface, ground and canopy lie on different cells. Join them on one frame.',
      );
  const heights = surface.heights.slice();
  const partOf = surface.partOf?.slice() ?? new Uint8Array(heights.length);
  const part: HeightPart = {
    ...canopy.parts[0],
    kind: 'canopy',
    source: `${canopy.parts[0].source}, leaf margin ${leafMarginMetres} m`,
    verticalDatum: surface.parts[0].verticalDatum,
  };
  for (let cell = 0; cell < heights.length; cell++) {
    if (!(canopy.heights[cell] > 0)) continue;
    // NaN where either is not known.
    heights[cell] = Math.max(heights[cell], ground.heights[cell] + canopy.heights[cell]) + leafMarginMetres;
    partOf[cell] = surface.parts.length;
  }
  return { ...surface, heights, partOf, parts: [...surface.parts, part] };
}
