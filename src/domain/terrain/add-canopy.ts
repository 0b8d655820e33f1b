import type { WorkStep } from '../project/work-step.ts';
import type { GridFrame, HeightGrid, HeightPart } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';

/**
 * Trees put on a surface, or on ground with buildings: where the canopy stands above the ground, the surface is at least
 * ground and canopy, and `leafMarginMetres` more, as a winter flight sees through bare branches. Where the canopy is 0
 * or not known nothing changes. Cells of ground and canopy are taken at the middles of the surface's.
 * @param given.canopy metres above the ground
 * @param given.ground null or not known: the surface's own height is taken, which has the trees in it
 * @throws HeightsRefused for grids of several systems
 */
export function* addCanopy(given: {
  readonly surface: HeightGrid;
  readonly ground: HeightGrid | null;
  readonly canopy: HeightGrid;
  readonly leafMarginMetres: number;
}): Generator<WorkStep, HeightGrid> {
  const { surface, ground, canopy, leafMarginMetres } = given;
  if ([ground, canopy].some((grid) => grid !== null && grid.system.name !== surface.system.name))
    throw new HeightsRefused(
      'ELSEWHERE',
      'Surface, ground and canopy lie in different systems. Lay them out in one.',
    );
  const heights = surface.heights.slice();
  const partOf = surface.partOf?.slice() ?? new Uint8Array(heights.length);
  const part: HeightPart = {
    ...canopy.parts[0],
    kind: 'canopy',
    source: `${canopy.parts[0].source}, leaf margin ${leafMarginMetres} m`,
    verticalDatum: surface.parts[0].verticalDatum,
  };
  const canopyIn = lookedUp(surface, canopy);
  const groundIn = ground && lookedUp(surface, ground);
  const { columns, rows } = surface;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_STEP === 0) yield { what: 'Putting trees on the surface', fraction: row / rows };
    for (let column = 0; column < columns; column++) {
      const trees = canopyIn(column, row);
      if (!(trees > 0)) continue;
      const cell = row * columns + column;
      const top = groundIn ? groundIn(column, row) + trees : Number.NaN;
      // A surface that is not known stays so.
      heights[cell] = (top > heights[cell] ? top : heights[cell]) + leafMarginMetres;
      partOf[cell] = surface.parts.length;
    }
  }
  return { ...surface, heights, partOf, parts: [...surface.parts, part] };
}

const ROWS_A_STEP = 64;

/** The height of another grid of the same system at the middle of a frame's cell; NaN outside. */
function lookedUp(frame: GridFrame, grid: HeightGrid): (column: number, row: number) => number {
  const across = (frame.west - grid.west) / grid.cellWidthMetres;
  const down = (grid.north - frame.north) / grid.cellHeightMetres;
  const wide = frame.cellWidthMetres / grid.cellWidthMetres;
  const high = frame.cellHeightMetres / grid.cellHeightMetres;
  return (column, row) => {
    const left = Math.floor(across + (column + 0.5) * wide);
    const top = Math.floor(down + (row + 0.5) * high);
    const isInside = left >= 0 && left < grid.columns && top >= 0 && top < grid.rows;
    return isInside ? grid.heights[top * grid.columns + left] : Number.NaN;
  };
}
