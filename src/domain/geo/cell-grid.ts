import { boxOf, type Polygons } from './geometry.ts';

/** Where the cells lie, in degrees. */
export interface Grid {
  readonly west: number;
  readonly south: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Cells per degree: 1 / cellWidth and 1 / cellHeight. */
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly columns: number;
  readonly rows: number;
}

/** The grid over all of the polygons, of about `cells` cells, or as many as pay for themselves. */
export function layOut(polygons: Polygons, cells?: number): Grid {
  const wanted = cells ?? cellsFor(polygons.coordinates.length / 2);
  const box = boxOf(polygons.coordinates) ?? [0, 0, 0, 0];
  const width = Math.max(box[2] - box[0], 1e-9);
  const height = Math.max(box[3] - box[1], 1e-9);
  const columns = Math.max(1, Math.min(4096, Math.round(Math.sqrt((wanted * width) / height))));
  const rows = Math.max(1, Math.min(4096, Math.round(wanted / columns)));
  return {
    west: box[0],
    south: box[1],
    cellWidth: width / columns,
    cellHeight: height / rows,
    columnsPerDegree: columns / width,
    rowsPerDegree: rows / height,
    columns,
    rows,
  };
}

/**
 * Found by measurement on 700 and 8,000 wards of 1,000 vertices and footprints of 200,000: finer grids cost more to build
 * than they save, coarser ones leave too many edges in a cell.
 */
function cellsFor(vertices: number): number {
  return Math.max(1024, Math.min(vertices * 3, Math.max(500_000, vertices * 0.75)));
}

// Written so that a point left of the grid, or NaN, falls out, and the east and north edges fall in the last cell.
export function cellOf(grid: Grid, lon: number, lat: number): number {
  const column = (lon - grid.west) * grid.columnsPerDegree;
  const row = (lat - grid.south) * grid.rowsPerDegree;
  if (!(column >= 0 && row >= 0 && column <= grid.columns + EDGE && row <= grid.rows + EDGE)) return -1;
  return Math.min(grid.rows - 1, row | 0) * grid.columns + Math.min(grid.columns - 1, column | 0);
}

/** Rounding in the product above may put the last edge a hair outside; a cell this close still answers exactly. */
const EDGE = 1e-6;

/** Column of a longitude; outside the grid the nearest. Rises with the longitude. */
export function columnOf(grid: Grid, lon: number): number {
  return Math.max(0, Math.min(grid.columns - 1, Math.floor((lon - grid.west) * grid.columnsPerDegree)));
}

/** Row of a latitude; outside the grid the nearest. Rises with the latitude. */
export function rowOf(grid: Grid, lat: number): number {
  return Math.max(0, Math.min(grid.rows - 1, Math.floor((lat - grid.south) * grid.rowsPerDegree)));
}

/** Longitude of a column's middle. */
export function centreLon(grid: Grid, column: number): number {
  return grid.west + (column + 0.5) * grid.cellWidth;
}

/** Latitude of a row's middle. */
export function centreLat(grid: Grid, row: number): number {
  return grid.south + (row + 0.5) * grid.cellHeight;
}
