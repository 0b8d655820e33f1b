import { orient2d } from 'robust-predicates';
import { boxOf, type Polygons, polygonBox, polygonCount } from './geometry.ts';

/**
 * A grid over polygons that answers "which owner holds this point?" without looking at most edges. A cell that no
 * edge enters is *uniform*: its lowest owner is stored. A *mixed* cell holds, per polygon, the edges inside it and
 * whether the polygon holds the cell's centre; a point's answer is that parity, changed by each edge between the
 * centre and the point. All arrays can be transferred. Answers equal `polygonHolds` exactly.
 */
export interface PolygonIndex extends Grid {
  /** Lowest owner whose polygon covers the whole cell without an edge in it, or NO_OWNER. */
  readonly full: Int32Array;
  /** 1 where two or more owners cover the whole cell. */
  readonly fullTwice: Uint8Array;
  /** Runs of cell c are runStarts[c] .. runStarts[c + 1); none for uniform cells. */
  readonly runStarts: Uint32Array;
  readonly runOwner: Int32Array;
  /** 1 where the run's polygon holds the cell's centre. */
  readonly runParity: Uint8Array;
  /** Edges of run r are edges[runEdges[r] .. runEdges[r + 1]): edge e goes from vertex e to vertex e + 1. */
  readonly runEdges: Uint32Array;
  readonly edges: Uint32Array;
  readonly coordinates: Float64Array;
}

export const NO_OWNER = -1;

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
  const grid = layOut(polygons, options.cells ?? cellsFor(polygons.coordinates.length / 2));
  const cells = grid.columns * grid.rows;
  const full = new Int32Array(cells).fill(NO_OWNER);
  const fullTwice = new Uint8Array(cells);
  const edgesInCell = new Uint32Array(cells);
  const firstTouched = new Uint32Array(cells);
  const pairCells = new Growing();
  const pairEdges = new Growing();
  const runs = { cell: new Growing(), owner: new Growing(), parity: new Growing(), count: new Growing() };
  const touched = new Growing();

  for (let polygon = 0; polygon < polygonCount(polygons); polygon++) {
    const box = polygonBox(polygons, polygon);
    if (!box) continue;
    const owner = options.owners ? options.owners[polygon] : 0;
    const stamp = polygon + 1;
    touched.length = 0;
    const from = polygons.ringStarts[polygons.polygonStarts[polygon]];
    const to = polygons.ringStarts[polygons.polygonStarts[polygon + 1]];
    const lasts = lastVertices(polygons, polygon);
    for (let vertex = from; vertex < to; vertex++) {
      if (lasts.has(vertex)) continue;
      visitCells(grid, polygons.coordinates, vertex, (cell) => {
        if (firstTouched[cell] !== stamp) {
          firstTouched[cell] = stamp;
          edgesInCell[cell] = 0;
          touched.push(cell);
        }
        edgesInCell[cell]++;
        pairCells.push(cell);
        pairEdges.push(vertex);
      });
    }
    const reach = reachOf(grid, box);
    const parity = centreParity(grid, reach, polygons.coordinates, from, to, lasts);
    for (let i = 0; i < touched.length; i++) {
      const cell = touched.at(i);
      runs.cell.push(cell);
      runs.owner.push(owner);
      runs.parity.push(parity[reachPlace(grid, reach, cell)]);
      runs.count.push(edgesInCell[cell]);
    }
    for (let row = reach.rowFrom; row <= reach.rowTo; row++) {
      let place = (row - reach.rowFrom) * reach.width;
      let cell = row * grid.columns + reach.columnFrom;
      for (let i = 0; i < reach.width; i++, place++, cell++) {
        if (parity[place] === 0 || firstTouched[cell] === stamp) continue;
        if (full[cell] === NO_OWNER) full[cell] = owner;
        else if (full[cell] !== owner) {
          fullTwice[cell] = 1;
          if (owner < full[cell]) full[cell] = owner;
        }
      }
    }
  }
  return {
    ...grid,
    full,
    fullTwice,
    ...sortByCell(cells, runs, pairCells, pairEdges),
    coordinates: polygons.coordinates,
  };
}

/** The owner found by the lowest number, and whether a second owner holds the point too. */
export interface Found {
  owner: number;
  twice: boolean;
}

/** Lowest owner whose polygon holds the point (edges included), written to `found`. */
export function findOwner(index: PolygonIndex, lon: number, lat: number, found: Found): void {
  found.owner = NO_OWNER;
  found.twice = false;
  const cell = cellOf(index, lon, lat);
  if (cell < 0) return;
  const from = index.runStarts[cell];
  const to = index.runStarts[cell + 1];
  let owner = index.full[cell];
  let twice = index.fullTwice[cell] === 1;
  for (let run = from; run < to; run++) {
    const candidate = index.runOwner[run];
    if (candidate === owner || !runHolds(index, cell, run, lon, lat)) continue;
    if (owner !== NO_OWNER) twice = true;
    if (owner === NO_OWNER || candidate < owner) owner = candidate;
  }
  found.owner = owner;
  found.twice = twice;
}

/** Whether any polygon holds the point (edges included). */
export function holdsPoint(index: PolygonIndex, lon: number, lat: number): boolean {
  const cell = cellOf(index, lon, lat);
  if (cell < 0) return false;
  if (index.full[cell] !== NO_OWNER) return true;
  for (let run = index.runStarts[cell]; run < index.runStarts[cell + 1]; run++) {
    if (runHolds(index, cell, run, lon, lat)) return true;
  }
  return false;
}

/** Where the cells lie, in degrees. */
interface Grid {
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

interface Reach {
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly columnFrom: number;
  readonly width: number;
}

/** Found by measurement on 700 wards of 1,000 vertices and footprints of 200,000: finer grids cost more to build than they save. */
function cellsFor(vertices: number): number {
  return Math.min(500_000, Math.max(1024, vertices * 3));
}

function layOut(polygons: Polygons, cells: number): Grid {
  const box = boxOf(polygons.coordinates) ?? [0, 0, 0, 0];
  const width = Math.max(box[2] - box[0], 1e-9);
  const height = Math.max(box[3] - box[1], 1e-9);
  const columns = Math.max(1, Math.min(4096, Math.round(Math.sqrt((cells * width) / height))));
  const rows = Math.max(1, Math.min(4096, Math.round(cells / columns)));
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

// Written so that a point left of the grid, or NaN, falls out, and the east and north edges fall in the last cell.
function cellOf(grid: Grid, lon: number, lat: number): number {
  const column = (lon - grid.west) * grid.columnsPerDegree;
  const row = (lat - grid.south) * grid.rowsPerDegree;
  if (!(column >= 0 && row >= 0 && column <= grid.columns + EDGE && row <= grid.rows + EDGE)) return -1;
  return Math.min(grid.rows - 1, row | 0) * grid.columns + Math.min(grid.columns - 1, column | 0);
}

/** Rounding in the product above may put the last edge a hair outside; a cell this close still answers exactly. */
const EDGE = 1e-6;

function columnOf(grid: Grid, lon: number): number {
  return Math.max(0, Math.min(grid.columns - 1, Math.floor((lon - grid.west) * grid.columnsPerDegree)));
}

function rowOf(grid: Grid, lat: number): number {
  return Math.max(0, Math.min(grid.rows - 1, Math.floor((lat - grid.south) * grid.rowsPerDegree)));
}

function centreLon(grid: Grid, column: number): number {
  return grid.west + (column + 0.5) * grid.cellWidth;
}

function centreLat(grid: Grid, row: number): number {
  return grid.south + (row + 0.5) * grid.cellHeight;
}

function reachOf(grid: Grid, box: readonly [number, number, number, number]): Reach {
  // One cell more on each side than the box: rounding may list an edge in the neighbour.
  const columnFrom = Math.max(0, columnOf(grid, box[0]) - 1);
  const columnTo = Math.min(grid.columns - 1, columnOf(grid, box[2]) + 1);
  const rowFrom = Math.max(0, rowOf(grid, box[1]) - 1);
  const rowTo = Math.min(grid.rows - 1, rowOf(grid, box[3]) + 1);
  return { rowFrom, rowTo, columnFrom, width: columnTo - columnFrom + 1 };
}

function reachPlace(grid: Grid, reach: Reach, cell: number): number {
  const row = Math.floor(cell / grid.columns);
  return (row - reach.rowFrom) * reach.width + (cell - row * grid.columns - reach.columnFrom);
}

function lastVertices(polygons: Polygons, polygon: number): Set<number> {
  const lasts = new Set<number>();
  for (let ring = polygons.polygonStarts[polygon]; ring < polygons.polygonStarts[polygon + 1]; ring++) {
    lasts.add(polygons.ringStarts[ring + 1] - 1);
  }
  return lasts;
}

/** Calls `visit` for every cell the edge may enter: never too few, at most a hair too many. */
function visitCells(
  grid: Grid,
  coordinates: Float64Array,
  vertex: number,
  visit: (cell: number) => void,
): void {
  const ax = coordinates[2 * vertex];
  const ay = coordinates[2 * vertex + 1];
  const bx = coordinates[2 * vertex + 2];
  const by = coordinates[2 * vertex + 3];
  const rowFrom = rowOf(grid, Math.min(ay, by));
  const rowTo = rowOf(grid, Math.max(ay, by));
  const west = Math.min(ax, bx);
  const east = Math.max(ax, bx);
  if (rowFrom === rowTo) {
    const columnTo = columnOf(grid, east);
    for (let column = columnOf(grid, west); column <= columnTo; column++)
      visit(rowFrom * grid.columns + column);
    return;
  }
  const slope = (bx - ax) / (by - ay);
  const pad = grid.cellWidth * 1e-6;
  for (let row = rowFrom; row <= rowTo; row++) {
    const x1 = ax + slope * (grid.south + row * grid.cellHeight - ay);
    const x2 = ax + slope * (grid.south + (row + 1) * grid.cellHeight - ay);
    const columnFrom = columnOf(
      grid,
      Math.max(west, Math.min(x1, x2) - Math.abs(slope) * grid.cellHeight * 1e-6 - pad),
    );
    const columnTo = columnOf(
      grid,
      Math.min(east, Math.max(x1, x2) + Math.abs(slope) * grid.cellHeight * 1e-6 + pad),
    );
    for (let column = columnFrom; column <= columnTo; column++) visit(row * grid.columns + column);
  }
}

/** For each cell within reach, 1 where the polygon holds the cell's centre: a toggle at each crossing, then a sum along the row. */
function centreParity(
  grid: Grid,
  reach: Reach,
  coordinates: Float64Array,
  from: number,
  to: number,
  lasts: Set<number>,
): Uint8Array {
  const height = reach.rowTo - reach.rowFrom + 1;
  const parity = new Uint8Array(reach.width * height);
  for (let vertex = from; vertex < to; vertex++) {
    if (lasts.has(vertex)) continue;
    const ax = coordinates[2 * vertex];
    const ay = coordinates[2 * vertex + 1];
    const bx = coordinates[2 * vertex + 2];
    const by = coordinates[2 * vertex + 3];
    if (ay === by) continue;
    const rowTo = Math.min(reach.rowTo, rowOf(grid, Math.max(ay, by)) + 1);
    for (let row = Math.max(reach.rowFrom, rowOf(grid, Math.min(ay, by)) - 1); row <= rowTo; row++) {
      const lat = centreLat(grid, row);
      if (ay > lat === by > lat) continue;
      const crossing = ax + ((bx - ax) * (lat - ay)) / (by - ay);
      // The first centre right of the crossing; the float only finds the neighbourhood, the exact side decides.
      let column = Math.floor((crossing - grid.west) / grid.cellWidth - 0.5);
      column = Math.max(reach.columnFrom, Math.min(reach.columnFrom + reach.width, column));
      while (column > reach.columnFrom && isRightOf(ax, ay, bx, by, centreLon(grid, column - 1), lat))
        column--;
      while (
        column < reach.columnFrom + reach.width &&
        !isRightOf(ax, ay, bx, by, centreLon(grid, column), lat)
      )
        column++;
      const place = column - reach.columnFrom;
      if (place < reach.width) parity[(row - reach.rowFrom) * reach.width + place] ^= 1;
    }
  }
  for (let row = 0; row < height; row++) {
    for (let i = 1; i < reach.width; i++) parity[row * reach.width + i] ^= parity[row * reach.width + i - 1];
  }
  return parity;
}

/** Whether the point lies right of the edge's line, looking up it. The edge is not level. */
function isRightOf(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const below = side(ax, ay, bx, by, px, py);
  return ay < by ? !below : below;
}

/**
 * Which side of the directed edge the point is on; true is left. A point on the line is taken as moved by an
 * infinitely small step up and a still smaller one right (simulation of simplicity, Edelsbrunner and Mücke 1990), the
 * same for every point on a path, so that parities along a path always agree.
 */
function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const turn = orient2d(ax, ay, bx, by, px, py);
  if (turn !== 0) return turn < 0;
  if (ax !== bx) return bx > ax;
  return by < ay;
}

function runHolds(index: PolygonIndex, cell: number, run: number, px: number, py: number): boolean {
  const row = (cell / index.columns) | 0;
  const cx = index.west + (cell - row * index.columns + 0.5) * index.cellWidth;
  const cy = index.south + (row + 0.5) * index.cellHeight;
  const west = cx < px ? cx : px;
  const east = cx < px ? px : cx;
  const south = cy < py ? cy : py;
  const north = cy < py ? py : cy;
  const { coordinates, edges } = index;
  let inside = index.runParity[run] === 1;
  for (let i = index.runEdges[run]; i < index.runEdges[run + 1]; i++) {
    const at = 2 * edges[i];
    const ax = coordinates[at];
    const ay = coordinates[at + 1];
    const bx = coordinates[at + 2];
    const by = coordinates[at + 3];
    // The path goes from the centre straight up or down to the point's height, then level to the point.
    if (
      (ax > east && bx > east) ||
      (ax < west && bx < west) ||
      (ay > north && by > north) ||
      (ay < south && by < south)
    )
      continue;
    if (
      px >= Math.min(ax, bx) &&
      px <= Math.max(ax, bx) &&
      py >= Math.min(ay, by) &&
      py <= Math.max(ay, by)
    ) {
      if (orient2d(ax, ay, bx, by, px, py) === 0) return true;
    }
    const upright = ax > cx !== bx > cx;
    const level = ay > py !== by > py;
    if (!upright && !level) continue;
    const corner = side(ax, ay, bx, by, cx, py);
    if (upright && side(ax, ay, bx, by, cx, cy) !== corner) inside = !inside;
    if (level && side(ax, ay, bx, by, px, py) !== corner) inside = !inside;
  }
  return inside;
}

function sortByCell(
  cells: number,
  runs: { cell: Growing; owner: Growing; parity: Growing; count: Growing },
  pairCells: Growing,
  pairEdges: Growing,
): Pick<PolygonIndex, 'runStarts' | 'runOwner' | 'runParity' | 'runEdges' | 'edges'> {
  // Runs and pairs were pushed polygon by polygon; a stable counting sort by cell keeps each run's edges together.
  const runStarts = countingStarts(cells, runs.cell);
  const runOwner = new Int32Array(runs.cell.length);
  const runParity = new Uint8Array(runs.cell.length);
  const runEdges = new Uint32Array(runs.cell.length + 1);
  const nextRun = runStarts.slice();
  for (let i = 0; i < runs.cell.length; i++) {
    const at = nextRun[runs.cell.at(i)]++;
    runOwner[at] = runs.owner.at(i);
    runParity[at] = runs.parity.at(i);
    runEdges[at + 1] = runs.count.at(i);
  }
  for (let run = 0; run < runs.cell.length; run++) runEdges[run + 1] += runEdges[run];
  const nextPair = countingStarts(cells, pairCells);
  const edges = new Uint32Array(pairCells.length);
  for (let i = 0; i < pairCells.length; i++) edges[nextPair[pairCells.at(i)]++] = pairEdges.at(i);
  return { runStarts, runOwner, runParity, runEdges, edges };
}

function countingStarts(cells: number, keys: Growing): Uint32Array {
  const starts = new Uint32Array(cells + 1);
  for (let i = 0; i < keys.length; i++) starts[keys.at(i) + 1]++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1] += starts[cell];
  return starts;
}

/** A growing list of whole numbers. */
class Growing {
  length = 0;
  private values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(i: number): number {
    return this.values[i];
  }
}
