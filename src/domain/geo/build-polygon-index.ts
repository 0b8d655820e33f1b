import { centreLat, centreLon, columnOf, type Grid, layOut, rowOf } from './cell-grid.ts';
import { isRightOf } from './edge-side.ts';
import { type Polygons, polygonBox, polygonCount } from './geometry.ts';
import { NO_OWNER, type PolygonIndex } from './polygon-index.ts';

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
  const grid = layOut(polygons, options.cells);
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

interface Reach {
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly columnFrom: number;
  readonly width: number;
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
