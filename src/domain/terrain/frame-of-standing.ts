import { checkFrame, type GridFrame, type HeightGrid } from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';
import type { Building } from './raise-buildings.ts';
import type { Tree } from './raise-trees.ts';

/**
 * The finest cells that fit into memory over what stands on the ground, and a little beside. Throws HeightsRefused where the
 * ground lies nowhere under it.
 */
export function frameOfStanding(
  ground: HeightGrid,
  {
    buildings,
    trees,
    canopies,
  }: {
    readonly buildings: readonly Building[];
    readonly trees: readonly Tree[];
    readonly canopies: readonly HeightGrid[];
  },
): GridFrame {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  const take = (x: number, y: number): void => {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.bottom) box.bottom = y;
    if (y > box.top) box.top = y;
  };
  for (const { footprint } of buildings)
    for (const rings of footprint) for (const [x, y] of rings[0] ?? []) take(x, y);
  // Where there are buildings, trees far from them hide nothing that is asked for.
  if (buildings.length === 0) for (const { x, y } of trees) take(x, y);
  for (const canopy of buildings.length === 0 ? canopies : []) {
    take(canopy.west, canopy.north);
    take(
      canopy.west + canopy.columns * canopy.cellWidthMetres,
      canopy.north - canopy.rows * canopy.cellHeightMetres,
    );
  }
  const east = ground.west + ground.columns * ground.cellWidthMetres;
  const south = ground.north - ground.rows * ground.cellHeightMetres;
  const left = Math.max(ground.west, box.left - BESIDE_METRES);
  const right = Math.min(east, box.right + BESIDE_METRES);
  const bottom = Math.max(south, box.bottom - BESIDE_METRES);
  const top = Math.min(ground.north, box.top + BESIDE_METRES);
  if (!(right > left && top > bottom))
    throw new HeightsRefused(
      'ELSEWHERE',
      'The ground model lies nowhere under the buildings and trees. Load one of the same area.',
    );
  const finest = Math.min(BUILDING_CELL_METRES, ground.cellWidthMetres, ground.cellHeightMetres);
  const least = Math.sqrt(((right - left) * (top - bottom)) / MOST_RAISED_CELLS);
  const cell = least > finest ? Math.ceil(least / CELL_STEP_METRES) * CELL_STEP_METRES : finest;
  const frame = {
    system: ground.system,
    // On the ground's own corners where its cells are as fine, so that its heights stay as they are.
    west: ground.west + Math.floor((left - ground.west) / cell) * cell,
    north: ground.north - Math.floor((ground.north - top) / cell) * cell,
    cellWidthMetres: cell,
    cellHeightMetres: cell,
    columns: Math.max(1, Math.floor((right - left) / cell + ROUNDING)),
    rows: Math.max(1, Math.floor((top - bottom) / cell + ROUNDING)),
  };
  checkFrame(frame);
  return frame;
}

/** Ground about the buildings and trees that is looked over with them. Beyond it nobody says what stands there. */
export const BESIDE_METRES = 200;

/** Cells of buildings raised on a coarser ground, at least this fine where memory allows. */
const BUILDING_CELL_METRES = 2;
/** Cells of such a surface at most; beyond, they are made larger. */
const MOST_RAISED_CELLS = 28_000_000;
/** Larger cells go up by this. */
const CELL_STEP_METRES = 0.5;
const ROUNDING = 1e-6;
