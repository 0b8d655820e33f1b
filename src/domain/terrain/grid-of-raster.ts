import { converterToDegrees } from '../geo/convert-coordinates.ts';
import type { WorkStep } from '../project/work-step.ts';
import { type HeightGrid, type HeightPart, heightGrid } from './height-grid.ts';
import type { HeightRaster } from './height-raster.ts';
import { frameAbout, resampleHeights } from './resample-heights.ts';
import { isWorkingSystem, workingSystemAt } from './working-system.ts';

/**
 * A file's heights as a grid to work on: as they are where their system is one, else laid out anew in the working system of
 * their middle (`resampleHeights` states how). Needs `loadGrid` where they are laid out anew.
 */
export function* gridOfRaster(raster: HeightRaster, part: HeightPart): Generator<WorkStep, HeightGrid> {
  const { system, west, north, cellWidth, cellHeight, columns, rows, heights } = raster;
  if (isWorkingSystem(system)) {
    const frame = { system, west, north, columns, rows };
    return heightGrid({ ...frame, cellWidthMetres: cellWidth, cellHeightMetres: cellHeight }, heights, part);
  }
  const middle = converterToDegrees(system)(
    west + (columns * cellWidth) / 2,
    north - (rows * cellHeight) / 2,
  );
  const frame = frameAbout(raster, workingSystemAt(...middle));
  return heightGrid(frame, yield* resampleHeights(raster, frame), part);
}
