import type { HeightGrid } from '../terrain/height-grid.ts';
import { BLOCKED, NOT_KNOWN, VISIBLE } from './line-of-sight.ts';
import { SightPath, type SightRule } from './sight-path.ts';

/** Cells a side of a block at each level, coarse first. */
export const SIDES = [64, 16, 4] as const;

/** Samples of the longest stretches. */
const STRETCH = 2 * SIDES[0];

/** Metres by which a block must lie below a bound, so that rounding never proves what the plain march denies. */
const ROUNDING_METRES = 1e-6;

/** Samples of a stretch looked at first where its surroundings do not prove it free: a broad roof is met at once. */
const PROBES = 8;

/** Heights of square blocks of cells. */
export interface Level {
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Greatest height in the block widened by half its side and a cell, so that one look covers a stretch of path. */
  readonly maxima: Float32Array;
  /** Least height in the block itself. */
  readonly minima: Float32Array;
}

/**
 * Lines of sight over one grid, with the decisions of the plain march (`marchPath`), faster: stretches of path whose
 * surroundings all lie below the line are proved free at once, by blocks of 64, 16 and 4 cells, and a block that stands
 * above it whole proves it blocked; only what is left is marched. Memory: an eighth of the grid's and a little.
 */
export class SightPyramid {
  private readonly grid: HeightGrid;
  /** By SIDES, coarse first. */
  readonly levels: readonly Level[];
  /** First samples of the stretches that are to be looked at closely. */
  private left = new Int32Array(256);

  constructor(grid: HeightGrid) {
    this.grid = grid;
    this.levels = SIDES.map((side) => levelOf(grid, side));
  }

  /**
   * The answers for many pairs of antennas, as codes of SIGHTS.
   * @param ends six numbers a pair: x, y (the grid's metres) and metres above the grid's datum of one, then of the other
   * @throws HeightsRefused for ends at one place, OutOfRange for a rule outside its range
   */
  sights(ends: Float64Array, rule: SightRule): Uint8Array {
    const path = new SightPath(this.grid, rule);
    const answers = new Uint8Array(ends.length / 6);
    for (let pair = 0, at = 0; pair < answers.length; pair++, at += 6) {
      path.lay(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], ends[at + 4], ends[at + 5]);
      answers[pair] = this.sight(path);
    }
    return answers;
  }

  /**
   * The answer for a path that is laid over the pyramid's grid, as a code of SIGHTS. Stretch by stretch from the middle
   * outwards, where the zone is widest and the earth highest: most are free or blocked by a broad roof. What is left is
   * looked at closely.
   */
  sight(path: SightPath): number {
    const { first, last } = path;
    const stretches = Math.ceil((last - first + 1) / STRETCH);
    const middle = (stretches - 1) >> 1;
    if (stretches > this.left.length) this.left = new Int32Array(2 * stretches);
    let left = 0;
    for (let turn = 0; turn < stretches; turn++) {
      const at = middle + (turn & 1 ? (turn + 1) >> 1 : -(turn >> 1));
      const from = first + at * STRETCH;
      const to = Math.min(last, from + STRETCH - 1);
      if (this.isFree(path, 0, from, to)) continue;
      if (this.isUnderRoof(path, from, to)) return BLOCKED;
      this.left[left++] = from;
    }
    let isKnown = true;
    for (let i = 0; i < left; i++) {
      const answer = this.within(path, 0, this.left[i], Math.min(last, this.left[i] + STRETCH - 1));
      if (answer === BLOCKED) return BLOCKED;
      if (answer === NOT_KNOWN) isKnown = false;
    }
    return isKnown ? VISIBLE : NOT_KNOWN;
  }

  /** Whether all that lies about samples `from` to `to`, at most two a cell of the level's side, lies below the line. */
  private isFree(path: SightPath, depth: number, from: number, to: number): boolean {
    const level = this.levels[depth];
    const middle = (from + to) / 2;
    const block = blockAt(path, middle, level);
    return block >= 0 && level.maxima[block] <= path.leastLimit(middle, (to - from) / 2) - ROUNDING_METRES;
  }

  /** Whether one of a few samples lies in a block that stands above the line whole. */
  private isUnderRoof(path: SightPath, from: number, to: number): boolean {
    const level = this.levels[SIDES.length - 1];
    const step = (to - from) / PROBES;
    for (let probe = 0; probe < PROBES; probe++) {
      const i = from + Math.floor(step * (probe + 0.5));
      const block = blockAt(path, i, level);
      if (block >= 0 && level.minima[block] > path.limit(i)) return true;
    }
    return false;
  }

  /** A stretch that is not free as a whole, in the stretches of the next level. */
  private within(path: SightPath, depth: number, from: number, to: number): number {
    if (depth === SIDES.length - 1) return marchAbove(this.grid, path, from, to);
    const stretch = 2 * SIDES[depth + 1];
    let isKnown = true;
    for (let start = from; start <= to; start += stretch) {
      const end = Math.min(to, start + stretch - 1);
      if (this.isFree(path, depth + 1, start, end)) continue;
      const answer = this.within(path, depth + 1, start, end);
      if (answer === BLOCKED) return BLOCKED;
      if (answer === NOT_KNOWN) isKnown = false;
    }
    return isKnown ? VISIBLE : NOT_KNOWN;
  }
}

/** The plain march over samples `from` to `to`: what lies below all of their limits is not held to each. */
function marchAbove(
  { heights, columns, rows }: HeightGrid,
  path: SightPath,
  from: number,
  to: number,
): number {
  const least = path.leastLimit((from + to) / 2, (to - from) / 2) - ROUNDING_METRES;
  const { column, row, columnsAlong, rowsAlong, step } = path;
  let isKnown = true;
  for (let i = from; i <= to; i++) {
    const share = i * step;
    const across = Math.floor(column + columnsAlong * share);
    const down = Math.floor(row + rowsAlong * share);
    const isInside = across >= 0 && across < columns && down >= 0 && down < rows;
    const height = isInside ? heights[down * columns + across] : Number.NaN;
    if (height <= least) continue;
    if (height > path.limit(i)) return BLOCKED;
    if (Number.isNaN(height)) isKnown = false;
  }
  return isKnown ? VISIBLE : NOT_KNOWN;
}

/** The block of a level that sample i lies in; −1 outside the grid. */
export function blockAt(path: SightPath, i: number, level: Level): number {
  const share = i * path.step;
  const column = Math.floor((path.column + path.columnsAlong * share) / level.side);
  const row = Math.floor((path.row + path.rowsAlong * share) / level.side);
  return column >= 0 && column < level.columns && row >= 0 && row < level.rows
    ? row * level.columns + column
    : -1;
}

/** First along the rows, then along the columns: a maximum over a square is one over lines of lines. */
function levelOf({ heights, columns, rows }: HeightGrid, side: number): Level {
  const wide = Math.ceil(columns / side);
  const high = Math.ceil(rows / side);
  const reach = side / 2 + 1;
  const rowMaxima = new Float32Array(wide * rows);
  const rowMinima = new Float32Array(wide * rows);
  for (let row = 0; row < rows; row++)
    for (let block = 0; block < wide; block++) {
      const from = block * side;
      const to = from + side;
      // A place beyond the edge is not known, whatever lies inside.
      let most =
        from - reach < 0 || to + reach > columns ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      let least = to > columns ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      for (let column = Math.max(0, from - reach); column < Math.min(columns, to + reach); column++) {
        const height = heights[row * columns + column];
        if (!(height <= most)) most = Number.isNaN(height) ? Number.POSITIVE_INFINITY : height;
        if (column >= from && column < to && !(height >= least))
          least = Number.isNaN(height) ? Number.NEGATIVE_INFINITY : height;
      }
      rowMaxima[row * wide + block] = most;
      rowMinima[row * wide + block] = least;
    }
  const maxima = new Float32Array(wide * high);
  const minima = new Float32Array(wide * high);
  for (let block = 0; block < high; block++) {
    const from = block * side;
    const to = from + side;
    const edge = from - reach < 0 || to + reach > rows ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (let column = 0; column < wide; column++) {
      let most = edge;
      let least = to > rows ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      for (let row = Math.max(0, from - reach); row < Math.min(rows, to + reach); row++)
        most = Math.max(most, rowMaxima[row * wide + column]);
      for (let row = from; row < Math.min(rows, to); row++)
        least = Math.min(least, rowMinima[row * wide + column]);
      maxima[block * wide + column] = most;
      minima[block * wide + column] = least;
    }
  }
  return { side, columns: wide, rows: high, maxima, minima };
}
