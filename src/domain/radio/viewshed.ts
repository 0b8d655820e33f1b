import type { WorkStep } from '../project/work-step.ts';
import type { GridFrame, HeightGrid } from '../terrain/height-grid.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import { cellAt } from '../terrain/sample-height.ts';
import { earthBulgeMetres } from './earth-bulge.ts';
import type { Antenna } from './sight-path.ts';

/** What is seen of the cells about an antenna. */
export interface Viewshed extends GridFrame {
  /** By cell, row by row from the north: VIEW_HIDDEN, VIEW_SEEN, VIEW_NOT_KNOWN or VIEW_BEYOND (the radius). */
  readonly views: Uint8Array;
}

export const VIEW_HIDDEN = 0;
export const VIEW_SEEN = 1;
export const VIEW_NOT_KNOWN = 2;
export const VIEW_BEYOND = 3;

/**
 * Which cells within a radius an antenna sees, each looked at from `targetMetres` above its own surface, at its centre.
 * The antenna stands over the centre of its cell. Reference planes (Wang, Robinson and White, "Generating viewsheds
 * without using sightlines", PE&RS 66, 2000): each cell's horizon comes from the two cells before it, so the cost grows
 * with the cells and not with their distance. Cells behind one that is not known are not known unless something known
 * hides them; so is all beyond the grid. The answer is a map to look at: a link is judged by `lineOfSight`.
 * @param view.earthFactor the factor k of the earth's radius; Infinity for a flat earth
 * @throws HeightsRefused where the antenna's own cell is not known or outside the grid
 */
export function* viewshed(
  grid: HeightGrid,
  antenna: Antenna,
  view: { readonly radiusMetres: number; readonly targetMetres: number; readonly earthFactor: number },
): Generator<WorkStep, Viewshed> {
  const own = cellAt(grid, antenna.x, antenna.y);
  if (own < 0 || Number.isNaN(grid.heights[own]))
    throw new HeightsRefused(
      'ELSEWHERE',
      'The surface is not known where the antenna stands. Load heights that cover it.',
    );
  const { cellWidthMetres, cellHeightMetres } = grid;
  const reachColumns = Math.floor(view.radiusMetres / cellWidthMetres);
  const reachRows = Math.floor(view.radiusMetres / cellHeightMetres);
  const ownColumn = own % grid.columns;
  const ownRow = Math.floor(own / grid.columns);
  const columns = 2 * reachColumns + 1;
  const rows = 2 * reachRows + 1;
  const frame: GridFrame = {
    system: grid.system,
    west: grid.west + (ownColumn - reachColumns) * cellWidthMetres,
    north: grid.north - (ownRow - reachRows) * cellHeightMetres,
    cellWidthMetres,
    cellHeightMetres,
    columns,
    rows,
  };
  const views = new Uint8Array(columns * rows).fill(VIEW_BEYOND);
  for (let row = 0; row < rows; row++) {
    const half = halfWidth(view.radiusMetres, (row - reachRows) * cellHeightMetres, cellWidthMetres);
    const middle = row * columns + reachColumns;
    views.fill(VIEW_NOT_KNOWN, middle - half, middle + half + 1);
  }
  const sweep: Sweep = {
    ...view,
    grid,
    views,
    ownColumn,
    ownRow,
    reachColumns,
    reachRows,
    zero: antenna.metres,
    bulge: earthBulgeMetres(1, 1, view.earthFactor),
  };
  for (const [index, [down, right]] of QUARTERS.entries())
    for (const rowsDone of sweepQuarter(sweep, down, right))
      yield { what: 'Looking around', fraction: (index + rowsDone / (reachRows + 1)) / QUARTERS.length };
  return { ...frame, views };
}

const QUARTERS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

/** Rows between two rests, of at most a few thousand cells each. */
const ROWS_A_STEP = 64;

interface Sweep {
  readonly grid: HeightGrid;
  readonly views: Uint8Array;
  readonly ownColumn: number;
  readonly ownRow: number;
  readonly reachColumns: number;
  readonly reachRows: number;
  readonly radiusMetres: number;
  readonly targetMetres: number;
  /** Height that all others are taken from: the antenna's. */
  readonly zero: number;
  /** Metres that the earth falls away at one metre. */
  readonly bulge: number;
}

/** Cells of a row, to either side of its middle, whose centres lie within the radius. */
function halfWidth(radius: number, offset: number, cell: number): number {
  return Math.floor(Math.sqrt(Math.max(0, radius * radius - offset * offset)) / cell);
}

/**
 * One quarter, row by row away from the antenna; i rows and j columns away. Both quarters beside an axis compute it, to
 * the same answers. `unsure` marks horizons that rest on a cell that is not known.
 */
function* sweepQuarter(sweep: Sweep, down: number, right: number): Generator<number> {
  const { grid, views, ownColumn, ownRow, reachColumns, reachRows, zero, bulge, targetMetres } = sweep;
  const { heights, cellWidthMetres, cellHeightMetres } = grid;
  const width = Math.min(reachColumns, right > 0 ? grid.columns - 1 - ownColumn : ownColumn) + 1;
  const depth = Math.min(reachRows, down > 0 ? grid.rows - 1 - ownRow : ownRow) + 1;
  let before = new Float64Array(width);
  let horizon = new Float64Array(width);
  let unsureBefore = new Uint8Array(width);
  let unsure = new Uint8Array(width);
  for (let i = 0; i < depth; i++) {
    const rowMetres = i * cellHeightMetres;
    const last = Math.min(width - 1, halfWidth(sweep.radiusMetres, rowMetres, cellWidthMetres));
    const from = (ownRow + down * i) * grid.columns + ownColumn;
    const to = (reachRows + down * i) * (2 * reachColumns + 1) + reachColumns;
    for (let j = 0; j <= last; j++) {
      const columnMetres = j * cellWidthMetres;
      const away = rowMetres * rowMetres + columnMetres * columnMetres;
      const height = heights[from + right * j] - zero - bulge * away;
      let hidden = Number.NEGATIVE_INFINITY;
      let isUnsure = 0;
      if (i > 1 || j > 1) {
        if (i === 0) {
          hidden = (horizon[j - 1] * j) / (j - 1);
          isUnsure = unsure[j - 1];
        } else if (j === 0) {
          hidden = (before[0] * i) / (i - 1);
          isUnsure = unsureBefore[0];
        } else if (i === j) {
          hidden = (before[j - 1] * i) / (i - 1);
          isUnsure = unsureBefore[j - 1];
        } else if (i < j) {
          hidden = (before[j - 1] * i + horizon[j - 1] * (j - i)) / (j - 1);
          isUnsure = unsureBefore[j - 1] | unsure[j - 1];
        } else {
          hidden = (before[j - 1] * j + before[j] * (i - j)) / (i - 1);
          isUnsure = unsureBefore[j - 1] | unsureBefore[j];
        }
      }
      if (i === 0 && j === 0) {
        horizon[0] = Number.NEGATIVE_INFINITY;
        views[to] = VIEW_SEEN;
        continue;
      }
      const isKnown = !Number.isNaN(height);
      views[to + right * j] = !isKnown
        ? VIEW_NOT_KNOWN
        : height + targetMetres < hidden
          ? VIEW_HIDDEN
          : isUnsure
            ? VIEW_NOT_KNOWN
            : VIEW_SEEN;
      horizon[j] = isKnown && height > hidden ? height : hidden;
      unsure[j] = isKnown ? isUnsure : 1;
    }
    [before, horizon] = [horizon, before];
    [unsureBefore, unsure] = [unsure, unsureBefore];
    if (i % ROWS_A_STEP === ROWS_A_STEP - 1) yield i;
  }
}
