import type { HeightGrid } from './height-grid.ts';

/** A place on a roof where an antenna may stand: the middle of a cell. */
export interface RoofPoint {
  readonly x: number;
  readonly y: number;
  /** The roof there, above the grid's datum. */
  readonly surfaceMetres: number;
  readonly kind: 'highest point' | 'corner';
}

/**
 * The places of a roof that see farthest: its highest known cell, and its corners, taken as the outermost known cells in
 * eight directions. Highest first, equals from the north-west; never the middle for being the middle. Empty where no
 * height of the roof is known. A cell belongs to the roof where its centre lies inside the footprint (even–odd); a footprint
 * that holds no centre has the cell of its first corner.
 * @param rings the footprint's rings as x, y pairs in the grid's metres
 */
export function roofPoints(grid: HeightGrid, rings: readonly Float64Array[]): RoofPoint[] {
  const cells = cellsInside(grid, rings).filter((cell) => !Number.isNaN(grid.heights[cell]));
  if (cells.length === 0) return [];
  const highest = cells.reduce((best, cell) => (grid.heights[cell] > grid.heights[best] ? cell : best));
  const corners = new Set(DIRECTIONS.map(([east, south]) => outermost(grid, cells, east, south)));
  corners.delete(highest);
  const point = (cell: number, kind: RoofPoint['kind']): RoofPoint => ({
    x: grid.west + ((cell % grid.columns) + 0.5) * grid.cellWidthMetres,
    y: grid.north - (Math.floor(cell / grid.columns) + 0.5) * grid.cellHeightMetres,
    surfaceMetres: grid.heights[cell],
    kind,
  });
  const sorted = [...corners].sort((one, other) => grid.heights[other] - grid.heights[one] || one - other);
  return [point(highest, 'highest point'), ...sorted.map((cell) => point(cell, 'corner'))];
}

/** East and south; a rectangle however turned has each corner foremost in two of them. */
const DIRECTIONS = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

function outermost(grid: HeightGrid, cells: readonly number[], east: number, south: number): number {
  let best = cells[0];
  let farthest = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    const along =
      east * (cell % grid.columns) * grid.cellWidthMetres +
      south * Math.floor(cell / grid.columns) * grid.cellHeightMetres;
    if (along > farthest) [best, farthest] = [cell, along];
  }
  return best;
}

/** Row by row: between every other crossing of a row's middle with the footprint lie its cells. */
function cellsInside(grid: HeightGrid, rings: readonly Float64Array[]): number[] {
  const { west, north, cellWidthMetres, cellHeightMetres, columns, rows } = grid;
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 2) {
      top = Math.min(top, (north - ring[i]) / cellHeightMetres);
      bottom = Math.max(bottom, (north - ring[i]) / cellHeightMetres);
    }
  const cells: number[] = [];
  for (let row = Math.max(0, Math.ceil(top - 0.5)); row <= Math.min(rows - 1, bottom - 0.5); row++) {
    const crossings = crossingsAt(rings, north - (row + 0.5) * cellHeightMetres);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair] - west) / cellWidthMetres - 0.5));
      const to = Math.min(columns, Math.ceil((crossings[pair + 1] - west) / cellWidthMetres - 0.5));
      for (let column = from; column < to; column++) cells.push(row * columns + column);
    }
  }
  if (cells.length > 0 || rings.length === 0 || rings[0].length === 0) return cells;
  const column = Math.floor((rings[0][0] - west) / cellWidthMetres);
  const row = Math.floor((north - rings[0][1]) / cellHeightMetres);
  return column >= 0 && column < columns && row >= 0 && row < rows ? [row * columns + column] : [];
}

/** Where the edges of rings cross a level line, ascending. */
function crossingsAt(rings: readonly Float64Array[], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[j], ring[j + 1], ring[i], ring[i + 1]];
      if (ay > y !== by > y) crossings.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
    }
  return crossings.sort((one, other) => one - other);
}
