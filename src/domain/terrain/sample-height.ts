import type { HeightGrid } from './height-grid.ts';

/**
 * The height at a place: that of the cell it lies in, flat to its edges, as everything that asks whether something stands
 * in the way takes it. NaN where it is not known or outside the grid.
 */
export function heightAt(grid: HeightGrid, x: number, y: number): number {
  const cell = cellAt(grid, x, y);
  return cell < 0 ? Number.NaN : grid.heights[cell];
}

/** The number of the cell that a place lies in, its north and west edges among it; −1 outside the grid. */
export function cellAt(grid: HeightGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.west) / grid.cellWidthMetres);
  const row = Math.floor((grid.north - y) / grid.cellHeightMetres);
  const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
  return isInside ? row * grid.columns + column : -1;
}
