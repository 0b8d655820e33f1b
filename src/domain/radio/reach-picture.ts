import { converterToDegrees } from '../geo/convert-coordinates.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightGrid } from '../terrain/height-grid.ts';
import type { Corner, ReachPicture } from './reach-answer.ts';
import type { Antenna } from './sight-path.ts';
import { type Viewshed, viewshed } from './viewshed.ts';

/** Most cells a side of a picture. */
const MOST_SIDE = 3001;

/**
 * What an antenna sees around it as a picture: the viewshed over the grid's own cells, of which every second, third … is
 * kept where there are more than 3,001 a side.
 */
export function* reachPicture(
  grid: HeightGrid,
  antenna: Antenna,
  view: { readonly radiusMetres: number; readonly targetMetres: number; readonly earthFactor: number },
): Generator<WorkStep, ReachPicture> {
  const seen = thinned(yield* viewshed(grid, antenna, view));
  const { west, north, columns, rows, cellWidthMetres, cellHeightMetres } = seen;
  const toDegrees = converterToDegrees(grid.system);
  const east = west + columns * cellWidthMetres;
  const south = north - rows * cellHeightMetres;
  const corner = (x: number, y: number): Corner => toDegrees(x, y);
  return {
    ...seen,
    corners: [corner(west, north), corner(east, north), corner(east, south), corner(west, south)],
    targetMetres: view.targetMetres,
  };
}

/** Every n-th cell, with the antenna's own among them; a cell then stands for its neighbourhood. */
function thinned(seen: Viewshed): Viewshed {
  const every = Math.ceil(Math.max(seen.columns, seen.rows) / MOST_SIDE);
  if (every === 1) return seen;
  const { columns, rows, cellWidthMetres, cellHeightMetres } = seen;
  // Sides are odd, the antenna in the middle: as many kept cells on either side of it.
  const [reachColumns, reachRows] = [Math.floor(columns / 2 / every), Math.floor(rows / 2 / every)];
  const [wide, high] = [2 * reachColumns + 1, 2 * reachRows + 1];
  const [left, top] = [(columns >> 1) - reachColumns * every, (rows >> 1) - reachRows * every];
  const views = new Uint8Array(wide * high);
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++)
      views[row * wide + column] = seen.views[(top + row * every) * columns + left + column * every];
  return {
    ...seen,
    west: seen.west + (left + 0.5 - every / 2) * cellWidthMetres,
    north: seen.north - (top + 0.5 - every / 2) * cellHeightMetres,
    cellWidthMetres: cellWidthMetres * every,
    cellHeightMetres: cellHeightMetres * every,
    columns: wide,
    rows: high,
    views,
  };
}
