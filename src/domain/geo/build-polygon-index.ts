import { type Grid, layOut } from './cell-grid.ts';
import { CellPieces } from './cell-pieces.ts';
import { CentreParity } from './centre-parity.ts';
import { type Polygons, polygonBox, polygonCount } from './geometry.ts';
import { mixedAt, NO_OWNER, type PolygonIndex, uniformOf } from './polygon-index.ts';

/** How a polygon index is laid out. */
export interface PolygonIndexOptions {
  /** Owner of each polygon (ward number …), or null where all belong to owner 0. */
  readonly owners: Uint32Array | null;
  /** Cells wanted; the grid comes close to it. */
  readonly cells?: number;
}

/**
 * Builds the grid. Polygons as in geometry.ts (closed rings, finite coordinates; a ring of fewer than four vertices
 * holds only its own edge). Time grows with edges plus the cells that polygons cover.
 */
export function buildPolygonIndex(polygons: Polygons, options: PolygonIndexOptions): PolygonIndex {
  const { coordinates, polygonStarts, ringStarts } = polygons;
  const grid = layOut(polygons, options.cells);
  const cells = new Int32Array(grid.columns * grid.rows).fill(NO_OWNER);
  const pieces = new CellPieces(grid, coordinates);
  const piecesOf = new Uint32Array(polygonCount(polygons) + 1);
  const enteredBy = new Uint32Array(cells.length);
  for (let polygon = 0; polygon < polygonCount(polygons); polygon++) {
    const box = polygonBox(polygons, polygon);
    if (box) {
      const centres = new CentreParity(grid, coordinates, box);
      for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
        pieces.addRing(ringStarts[ring], ringStarts[ring + 1] - 1);
        centres.addRing(ringStarts[ring], ringStarts[ring + 1] - 1);
      }
      centres.finish();
      for (let piece = piecesOf[polygon]; piece < pieces.length; piece++) {
        enteredBy[pieces.cell[piece]] = polygon + 1;
        pieces.centreHeld[piece] = centres.holds(pieces.cell[piece]) ? 1 : 0;
      }
      const owner = options.owners ? options.owners[polygon] : 0;
      fillWhole(cells, grid, { centres, enteredBy, polygon, owner });
    }
    piecesOf[polygon + 1] = pieces.length;
  }
  const mixed = writeMixed(cells, { pieces, piecesOf, owners: options.owners });
  return { grid, cells, mixed, coordinates };
}

/** Gives the cells that the polygon covers without entering them to its owner. */
function fillWhole(
  cells: Int32Array,
  grid: Grid,
  by: { centres: CentreParity; enteredBy: Uint32Array; polygon: number; owner: number },
): void {
  const { centres, enteredBy, polygon, owner } = by;
  const { held, width } = centres;
  const alone = uniformOf(owner, false);
  for (let row = 0; row < centres.height; row++) {
    let cell = (centres.rowFrom + row) * grid.columns + centres.columnFrom;
    for (let place = row * width; place < (row + 1) * width; place++, cell++) {
      if (held[place] === 0 || enteredBy[cell] === polygon + 1) continue;
      const known = cells[cell];
      if (known === NO_OWNER) cells[cell] = alone;
      else if (known >> 1 !== owner) cells[cell] = uniformOf(Math.min(known >> 1, owner), true);
    }
  }
}

/** Writes the words of the mixed cells, cell by cell, and where they stand into `cells`. */
function writeMixed(
  cells: Int32Array,
  given: { pieces: CellPieces; piecesOf: Uint32Array; owners: Uint32Array | null },
): Int32Array {
  const { pieces, piecesOf, owners } = given;
  const polygons = piecesOf.length - 1;
  /** Of each cell: words so far, then where the next goes. */
  const next = new Uint32Array(cells.length);
  const runOf = new Uint32Array(cells.length);
  // A polygon of the only owner there is says nothing of a cell that is wholly that owner's.
  const isSettled = (cell: number): boolean => owners === null && cells[cell] !== NO_OWNER;
  for (let polygon = 0; polygon < polygons; polygon++) {
    for (let piece = piecesOf[polygon]; piece < piecesOf[polygon + 1]; piece++) {
      const cell = pieces.cell[piece];
      if (isSettled(cell)) continue;
      if (runOf[cell] === 0) next[cell] = CELL_HEAD;
      if (runOf[cell] !== polygon + 1) next[cell] += RUN_HEAD;
      runOf[cell] = polygon + 1;
      next[cell] += PIECE;
    }
  }
  let words = 0;
  for (let cell = 0; cell < cells.length; cell++) words += next[cell];
  const mixed = new Int32Array(words);
  let at = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    const length = next[cell];
    if (length === 0) continue;
    mixed[at] = cells[cell];
    mixed[at + 1] = at + length;
    cells[cell] = mixedAt(at);
    next[cell] = at + CELL_HEAD;
    runOf[cell] = 0;
    at += length;
  }
  const headOf = new Uint32Array(cells.length);
  for (let polygon = 0; polygon < polygons; polygon++) {
    const owner = owners ? owners[polygon] : 0;
    for (let piece = piecesOf[polygon]; piece < piecesOf[polygon + 1]; piece++) {
      const cell = pieces.cell[piece];
      if (cells[cell] >= NO_OWNER) continue;
      let to = next[cell];
      if (runOf[cell] !== polygon + 1) {
        runOf[cell] = polygon + 1;
        headOf[cell] = to;
        mixed[to] = 2 * owner + pieces.centreHeld[piece];
        to += RUN_HEAD;
      }
      mixed[to] = pieces.first[piece];
      mixed[to + 1] = pieces.last[piece];
      next[cell] = to + PIECE;
      mixed[headOf[cell] + 1] = to + PIECE;
    }
  }
  return mixed;
}

/** Words of a cell's head, a run's head and a piece, as polygon-index.ts lays them out. */
const CELL_HEAD = 2;
const RUN_HEAD = 2;
const PIECE = 2;
