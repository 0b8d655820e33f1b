import type { Polygons } from './geometry.ts';

/**
 * The segments of one shape, and which of them may enter each cell of a uniform grid over it. Its arrays serve shape
 * after shape, so that a file of many small ones does not make six arrays for each.
 */
export class SegmentBuckets {
  count = 0;
  /** Segment i runs from vertex start[i] to start[i] + 1. */
  start = new Uint32Array(256);
  ring = new Uint32Array(256);
  polygon = new Uint32Array(256);
  cells = 0;
  /** Segments of cell c are items[starts[c] .. starts[c + 1]), ascending. */
  starts = new Uint32Array(256);
  items = new Uint32Array(256);
  private entries = 0;
  private entryCell = new Uint32Array(256);
  private entrySegment = new Uint32Array(256);

  /** Sorts the segments of polygons [from, to). False where that takes more than `mostEntries` entries. */
  fill(polygons: Polygons, from: number, to: number, mostEntries: number): boolean {
    this.takeSegments(polygons, from, to);
    if (!this.enterCells(polygons.coordinates, mostEntries)) return false;
    const { cells, entries, entryCell } = this;
    this.starts = cleared(this.starts, cells + 1);
    this.items = atLeast(this.items, entries);
    const { starts, items } = this;
    // Counted one place further on, each start is where its cell's next item goes, and ends as the next cell's start.
    for (let i = 0; i < entries; i++) starts[entryCell[i] + 1]++;
    for (let cell = 0; cell < cells; cell++) starts[cell + 1] += starts[cell];
    for (let i = entries - 1; i >= 0; i--) items[--starts[entryCell[i] + 1]] = this.entrySegment[i];
    starts.copyWithin(0, 1, cells + 1);
    starts[cells] = entries;
    return true;
  }

  private takeSegments({ ringStarts, polygonStarts, coordinates }: Polygons, from: number, to: number): void {
    const most = ringStarts[polygonStarts[to]] - ringStarts[polygonStarts[from]];
    this.start = atLeast(this.start, most);
    this.ring = atLeast(this.ring, most);
    this.polygon = atLeast(this.polygon, most);
    let count = 0;
    for (let p = from; p < to; p++) {
      for (let r = polygonStarts[p]; r < polygonStarts[p + 1]; r++) {
        for (let v = ringStarts[r]; v + 1 < ringStarts[r + 1]; v++) {
          // Repeated vertices are harmless: the zero-length edge between them is left out.
          if (
            coordinates[2 * v] === coordinates[2 * v + 2] &&
            coordinates[2 * v + 1] === coordinates[2 * v + 3]
          )
            continue;
          this.start[count] = v;
          this.ring[count] = r;
          this.polygon[count] = p;
          count++;
        }
      }
    }
    this.count = count;
  }

  /** Notes each segment in every cell of its box, column band by column band to follow slopes. */
  private enterCells(coordinates: Float64Array, mostEntries: number): boolean {
    const { count, start } = this;
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const x = coordinates[2 * start[i]];
      const y = coordinates[2 * start[i] + 1];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    const side = Math.max(1, Math.min(2048, Math.floor(Math.sqrt(count / 2))));
    const perColumn = side / (east - west || 1);
    const perRow = side / (north - south || 1);
    this.cells = side * side;
    this.entries = 0;
    for (let i = 0; i < count; i++) {
      const at = 2 * start[i];
      const ax = coordinates[at];
      const ay = coordinates[at + 1];
      const bx = coordinates[at + 2];
      const by = coordinates[at + 3];
      const left = cellAt((Math.min(ax, bx) - west) * perColumn, side);
      const right = cellAt((Math.max(ax, bx) - west) * perColumn, side);
      for (let column = left; column <= right; column++) {
        let low = Math.min(ay, by);
        let high = Math.max(ay, by);
        if (right > left) {
          const slope = (by - ay) / (bx - ax);
          // A hair of slack on both sides keeps rounding from losing a crossing at a cell's edge.
          const y0 = ay + slope * (west + (column - 0.01) / perColumn - ax);
          const y1 = ay + slope * (west + (column + 1.01) / perColumn - ax);
          low = Math.max(low, Math.min(y0, y1));
          high = Math.min(high, Math.max(y0, y1));
        }
        const bottom = cellAt((low - south) * (perRow - 1e-9 * perRow), side);
        const top = cellAt((high - south) * (perRow + 1e-9 * perRow), side);
        for (let row = bottom; row <= top; row++) this.note(row * side + column, i);
      }
      if (this.entries > mostEntries) return false;
    }
    return true;
  }

  private note(cell: number, segment: number): void {
    if (this.entries === this.entryCell.length) {
      this.entryCell = doubled(this.entryCell);
      this.entrySegment = doubled(this.entrySegment);
    }
    this.entryCell[this.entries] = cell;
    this.entrySegment[this.entries++] = segment;
  }
}

function cellAt(place: number, side: number): number {
  return Math.max(0, Math.min(side - 1, Math.floor(place)));
}

function atLeast(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  return list.length >= length ? list : new Uint32Array(Math.max(length, 2 * list.length));
}

function cleared(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  return list.length >= length ? list.fill(0, 0, length) : new Uint32Array(Math.max(length, 2 * list.length));
}

function doubled(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * list.length);
  larger.set(list);
  return larger;
}
