import type { HeightGrid } from './height-grid.ts';

/** The height of the cell that a place lies in, a cell holding its north and west edges; NaN where not known or outside. */
export function nearestHeight(grid: HeightGrid, x: number, y: number): number {
  const cell = cellAt(grid, x, y);
  return cell < 0 ? Number.NaN : grid.heights[cell];
}

/** The number of the cell that a place lies in; −1 outside the grid. */
export function cellAt(grid: HeightGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.west) / grid.cellWidthMetres);
  const row = Math.floor((grid.north - y) / grid.cellHeightMetres);
  const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
  return isInside ? row * grid.columns + column : -1;
}

/**
 * The height between the four nearest cell centres, each weighed by nearness. NaN where one that has weight is not known.
 * In the outer half of the outermost cells their own heights hold; outside them nothing is known.
 */
export function bilinearHeight(grid: HeightGrid, x: number, y: number): number {
  const across = (x - grid.west) / grid.cellWidthMetres;
  const down = (grid.north - y) / grid.cellHeightMetres;
  const { columns, rows, heights } = grid;
  if (!(across >= 0 && across <= columns && down >= 0 && down <= rows)) return Number.NaN;
  const column = Math.min(columns - 1, Math.max(0, across - 0.5));
  const row = Math.min(rows - 1, Math.max(0, down - 0.5));
  const left = Math.floor(column);
  const above = Math.floor(row);
  const toRight = column - left;
  const toBelow = row - above;
  let height = 0;
  for (const [i, j, weight] of [
    [0, 0, (1 - toRight) * (1 - toBelow)],
    [1, 0, toRight * (1 - toBelow)],
    [0, 1, (1 - toRight) * toBelow],
    [1, 1, toRight * toBelow],
  ])
    if (weight > 0) height += weight * heights[(above + j) * columns + left + i];
  return height;
}
