import type { HeightGrid } from '../terrain/height-grid.ts';
import { BLOCKED, NOT_KNOWN, VISIBLE } from './line-of-sight.ts';
import { blockAt, SIDES, type SightLevel, sightLevels } from './sight-levels.ts';
import { SightPath, type SightRule } from './sight-path.ts';

/** Samples of the longest stretches. */
const STRETCH = 2 * SIDES[0];

/** Metres by which a block must lie below a bound, so that rounding never proves what the plain march denies. */
const ROUNDING_METRES = 1e-6;

/** Samples of a stretch looked at first where its surroundings do not prove it free: a broad roof is met at once. */
const PROBES = 8;

/**
 * Lines of sight over one grid, with the decisions of the plain march (`marchPath`), faster: stretches of path whose
 * surroundings all lie below the line are proved free at once, by blocks of 64, 16 and 4 cells, and a block that stands
 * above it whole proves it blocked; only what is left is marched. Memory: an eighth of the grid's and a little.
 */
export class SightPyramid {
  private readonly grid: HeightGrid;
  /** By SIDES, coarse first. */
  readonly levels: readonly SightLevel[];
  /** First samples of the stretches that are to be looked at closely. */
  private left = new Int32Array(256);

  /** @param levels of the grid (`sightLevels`), where they are made already */
  constructor(grid: HeightGrid, levels: readonly SightLevel[] = atOnce(sightLevels(grid))) {
    this.grid = grid;
    this.levels = levels;
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

function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
