import type { WorkStep } from '../project/work-step.ts';
import type { HeightGrid } from '../terrain/height-grid.ts';
import type { SightPath } from './sight-path.ts';

/** Cells a side of a block at each level, coarse first. */
export const SIDES = [64, 16, 4] as const;

/** Heights of square blocks of cells. */
export interface SightLevel {
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Greatest height in the block widened by half its side and a cell, so that one look covers a stretch of path. */
  readonly maxima: Float32Array;
  /** Least height in the block itself. */
  readonly minima: Float32Array;
}

/** The blocks of a grid by SIDES, coarse first: a pass over the cells for each. */
export function* sightLevels(grid: HeightGrid): Generator<WorkStep, SightLevel[]> {
  const levels: SightLevel[] = [];
  for (const [i, side] of SIDES.entries()) {
    const steps = levelOf(grid, side);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        levels.push(step.value);
        break;
      }
      yield { what: 'Looking over the heights', fraction: (i + step.value) / SIDES.length };
    }
  }
  return levels;
}

/** Cells between two rests. */
const CELLS_A_STEP = 1_000_000;

/** The block of a level that sample i lies in; −1 outside the grid. */
export function blockAt(path: SightPath, i: number, level: SightLevel): number {
  const share = i * path.step;
  const column = Math.floor((path.column + path.columnsAlong * share) / level.side);
  const row = Math.floor((path.row + path.rowsAlong * share) / level.side);
  return column >= 0 && column < level.columns && row >= 0 && row < level.rows
    ? row * level.columns + column
    : -1;
}

/** Yields the share done. First along the rows, then along the columns: a maximum over a square is one over lines of lines. */
function* levelOf({ heights, columns, rows }: HeightGrid, side: number): Generator<number, SightLevel> {
  const wide = Math.ceil(columns / side);
  const high = Math.ceil(rows / side);
  const reach = side / 2 + 1;
  const rowMaxima = new Float32Array(wide * rows);
  const rowMinima = new Float32Array(wide * rows);
  const rowsAStep = Math.ceil(CELLS_A_STEP / columns);
  for (let row = 0; row < rows; row++) {
    if (row % rowsAStep === rowsAStep - 1) yield row / rows;
    for (let block = 0; block < wide; block++) {
      const from = block * side;
      const to = from + side;
      // A place beyond the edge is not known, whatever lies inside.
      let most =
        from - reach < 0 || to + reach > columns ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      let least = to > columns ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      for (let column = Math.max(0, from - reach); column < Math.min(columns, to + reach); column++) {
        const height = heights[row * columns + column];
        if (!(height <= most)) most = Number.isNaN(height) ? Number.POSITIVE_INFINITY : height;
        if (column >= from && column < to && !(height >= least))
          least = Number.isNaN(height) ? Number.NEGATIVE_INFINITY : height;
      }
      rowMaxima[row * wide + block] = most;
      rowMinima[row * wide + block] = least;
    }
  }
  const maxima = new Float32Array(wide * high);
  const minima = new Float32Array(wide * high);
  for (let block = 0; block < high; block++) {
    const from = block * side;
    const to = from + side;
    const edge = from - reach < 0 || to + reach > rows ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (let column = 0; column < wide; column++) {
      let most = edge;
      let least = to > rows ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      for (let row = Math.max(0, from - reach); row < Math.min(rows, to + reach); row++)
        most = Math.max(most, rowMaxima[row * wide + column]);
      for (let row = from; row < Math.min(rows, to); row++)
        least = Math.min(least, rowMinima[row * wide + column]);
      maxima[block * wide + column] = most;
      minima[block * wide + column] = least;
    }
  }
  return { side, columns: wide, rows: high, maxima, minima };
}
