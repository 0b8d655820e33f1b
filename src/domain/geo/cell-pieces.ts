import { columnOf, type Grid, rowOf } from './cell-grid.ts';

/**
 * The edges of polygons, cut where they change cells. A piece is a stretch of one ring, from vertex `first` to vertex
 * `last`, whose edges all may enter one cell; an edge that enters several cells is in a piece of each.
 */
export class CellPieces {
  length = 0;
  cell = new Uint32Array(1024);
  first = new Uint32Array(1024);
  last = new Uint32Array(1024);
  /** 1 where the piece's polygon holds the cell's centre: for the builder to fill in. */
  centreHeld = new Uint8Array(1024);
  private readonly grid: Grid;
  private readonly coordinates: Float64Array;
  /** The piece that ends at the vertex reached, in that vertex's cell: the next edge makes it longer. */
  private open = NONE;

  constructor(grid: Grid, coordinates: Float64Array) {
    this.grid = grid;
    this.coordinates = coordinates;
  }

  /** Adds the ring of vertices from … to, both named, `to` the repeated first. No cell that an edge enters is left out. */
  addRing(from: number, to: number): void {
    const { grid, coordinates } = this;
    let column = columnOf(grid, coordinates[2 * from]);
    let row = rowOf(grid, coordinates[2 * from + 1]);
    this.open = NONE;
    for (let vertex = from; vertex < to; vertex++) {
      const toColumn = columnOf(grid, coordinates[2 * vertex + 2]);
      const toRow = rowOf(grid, coordinates[2 * vertex + 3]);
      if (toColumn === column && toRow === row && this.open !== NONE) this.last[this.open] = vertex + 1;
      else {
        const end = toRow * grid.columns + toColumn;
        if (toRow === row) this.enterSpan(vertex, row, column, toColumn, end);
        else this.enterRows(vertex, row, toRow, end);
        column = toColumn;
        row = toRow;
      }
    }
  }

  private enterSpan(vertex: number, row: number, column: number, toColumn: number, end: number): void {
    const east = Math.max(column, toColumn);
    let next = NONE;
    for (let c = Math.min(column, toColumn); c <= east; c++) {
      const cell = row * this.grid.columns + c;
      const piece = this.enter(cell, vertex);
      if (cell === end) next = piece;
    }
    this.open = next;
  }

  /** An edge over several rows: in each, the columns between its crossings of the row's borders, and a hair more. */
  private enterRows(vertex: number, row: number, toRow: number, end: number): void {
    const { grid, coordinates } = this;
    const ax = coordinates[2 * vertex];
    const ay = coordinates[2 * vertex + 1];
    const bx = coordinates[2 * vertex + 2];
    const by = coordinates[2 * vertex + 3];
    const west = Math.min(ax, bx);
    const east = Math.max(ax, bx);
    const slope = (bx - ax) / (by - ay);
    const pad = HAIR * (grid.cellWidth + Math.abs(slope) * grid.cellHeight);
    const north = Math.max(row, toRow);
    let next = NONE;
    for (let r = Math.min(row, toRow); r <= north; r++) {
      const x1 = ax + slope * (grid.south + r * grid.cellHeight - ay);
      const x2 = ax + slope * (grid.south + (r + 1) * grid.cellHeight - ay);
      const columnTo = columnOf(grid, Math.min(east, Math.max(x1, x2) + pad));
      for (let c = columnOf(grid, Math.max(west, Math.min(x1, x2) - pad)); c <= columnTo; c++) {
        const cell = r * grid.columns + c;
        const piece = this.enter(cell, vertex);
        if (cell === end) next = piece;
      }
    }
    this.open = next;
  }

  /** The piece of `cell` that holds the edge from `vertex`: the open one made longer, or a new one. */
  private enter(cell: number, vertex: number): number {
    if (this.open !== NONE && this.cell[this.open] === cell) {
      this.last[this.open] = vertex + 1;
      return this.open;
    }
    if (this.length === this.cell.length) this.grow();
    this.cell[this.length] = cell;
    this.first[this.length] = vertex;
    this.last[this.length] = vertex + 1;
    return this.length++;
  }

  private grow(): void {
    const length = 2 * this.cell.length;
    const grown = (list: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(length);
      larger.set(list);
      return larger;
    };
    this.cell = grown(this.cell);
    this.first = grown(this.first);
    this.last = grown(this.last);
    const held = new Uint8Array(length);
    held.set(this.centreHeld);
    this.centreHeld = held;
  }
}

const NONE = -1;
/** Of a cell: rounding may put a crossing this much beside its place. */
const HAIR = 1e-6;
