import { centreLat, centreLon, columnOf, type Grid, rowOf } from './cell-grid.ts';
import { isRightOf } from './edge-side.ts';
import type { Box } from './geometry.ts';

/** The cells about a polygon, and for each whether the polygon holds the cell's centre. */
export class CentreParity {
  readonly rowFrom: number;
  readonly columnFrom: number;
  readonly width: number;
  readonly height: number;
  /** Row by row; 1 where the centre is held. Right once `finish` has run. */
  readonly held: Uint8Array;
  private readonly grid: Grid;
  private readonly coordinates: Float64Array;

  constructor(grid: Grid, coordinates: Float64Array, box: Box) {
    this.grid = grid;
    this.coordinates = coordinates;
    // One cell more on each side than the box: rounding may list an edge in the neighbour.
    this.columnFrom = Math.max(0, columnOf(grid, box[0]) - 1);
    this.rowFrom = Math.max(0, rowOf(grid, box[1]) - 1);
    this.width = Math.min(grid.columns - 1, columnOf(grid, box[2]) + 1) - this.columnFrom + 1;
    this.height = Math.min(grid.rows - 1, rowOf(grid, box[3]) + 1) - this.rowFrom + 1;
    this.held = new Uint8Array(this.width * this.height);
  }

  /** Toggles, for each edge of the ring of vertices from … to, the first centre right of it in each row it crosses. */
  addRing(from: number, to: number): void {
    const { grid, coordinates } = this;
    let below = centresBelow(grid, coordinates[2 * from + 1]);
    for (let vertex = from; vertex < to; vertex++) {
      const belowNext = centresBelow(grid, coordinates[2 * vertex + 3]);
      if (belowNext === below) continue;
      const rowTo = Math.max(below, belowNext);
      for (let row = Math.min(below, belowNext); row < rowTo; row++) this.toggle(vertex, row);
      below = belowNext;
    }
  }

  /** Sums the toggles along each row. */
  finish(): void {
    const { held, width } = this;
    for (let start = 0; start < held.length; start += width) {
      for (let i = start + 1; i < start + width; i++) held[i] ^= held[i - 1];
    }
  }

  /** Whether the centre of `cell`, which is one of the cells about, is held. */
  holds(cell: number): boolean {
    const row = (cell / this.grid.columns) | 0;
    const column = cell - row * this.grid.columns;
    return this.held[(row - this.rowFrom) * this.width + column - this.columnFrom] === 1;
  }

  private toggle(vertex: number, row: number): void {
    const { grid, coordinates, columnFrom, width } = this;
    const ax = coordinates[2 * vertex];
    const ay = coordinates[2 * vertex + 1];
    const bx = coordinates[2 * vertex + 2];
    const by = coordinates[2 * vertex + 3];
    const lat = centreLat(grid, row);
    const crossing = ax + ((bx - ax) * (lat - ay)) / (by - ay);
    // The float only finds the neighbourhood, the exact side decides.
    let column = Math.floor((crossing - grid.west) / grid.cellWidth - 0.5);
    column = Math.max(columnFrom, Math.min(columnFrom + width, column));
    while (column > columnFrom && isRightOf(ax, ay, bx, by, centreLon(grid, column - 1), lat)) column--;
    while (column < columnFrom + width && !isRightOf(ax, ay, bx, by, centreLon(grid, column), lat)) column++;
    const place = column - columnFrom;
    if (place < width) this.held[(row - this.rowFrom) * width + place] ^= 1;
  }
}

/** How many rows have their centre below the latitude. */
function centresBelow(grid: Grid, lat: number): number {
  let rows = Math.max(0, Math.min(grid.rows, Math.floor((lat - grid.south) * grid.rowsPerDegree + 0.5)));
  while (rows > 0 && centreLat(grid, rows - 1) >= lat) rows--;
  while (rows < grid.rows && centreLat(grid, rows) < lat) rows++;
  return rows;
}
