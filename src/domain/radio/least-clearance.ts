import type { HeightGrid } from '../terrain/height-grid.ts';
import { fresnelRadiusMetres } from './fresnel-radius.ts';
import { blockAt, SIDES, type SightLevel } from './sight-levels.ts';
import type { SightPath } from './sight-path.ts';

/** The least clearance of a path, as `pathClearance` has it; Infinity where nothing known lies between the ends. */
export interface LeastClearance {
  readonly metres: number;
  /** In radii of the first Fresnel zone. */
  readonly fresnel: number;
  /** Whether some height between is not known. */
  readonly hasUnknown: boolean;
}

/**
 * Finds the least clearance of many paths over one grid without looking at every sample: a stretch whose surroundings all
 * lie deeper below the line than what has been found is passed over, by blocks of the sight pyramid, the most promising
 * stretch first.
 */
export class ClearanceFinder {
  private readonly grid: HeightGrid;
  private readonly levels: readonly SightLevel[];
  /** Radius of the first Fresnel zone in the middle of a path of one metre, twice. */
  private readonly zoneOfOne: number;
  private metres = 0;
  private fresnel = 0;
  private hasUnknown = false;
  private zone = 0;
  private bounds = new Float64Array(64);

  constructor(grid: HeightGrid, levels: readonly SightLevel[], frequencyGigahertz: number) {
    this.grid = grid;
    this.levels = levels;
    this.zoneOfOne = 2 * fresnelRadiusMetres(frequencyGigahertz, 0.5, 0.5);
  }

  /** @param line a path that is laid by a rule that keeps nothing of the zone free: its limit is the line less the bulge */
  find(line: SightPath): LeastClearance {
    this.metres = Number.POSITIVE_INFINITY;
    this.fresnel = Number.POSITIVE_INFINITY;
    this.hasUnknown = false;
    this.zone = this.zoneOfOne * Math.sqrt(line.lengthMetres);
    const { first, last } = line;
    const stretch = 2 * SIDES[0];
    const stretches = Math.max(0, Math.ceil((last - first + 1) / stretch));
    if (stretches > this.bounds.length) this.bounds = new Float64Array(2 * stretches);
    let deepest = 0;
    for (let at = 0; at < stretches; at++) {
      const from = first + at * stretch;
      this.bounds[at] = this.leastFree(line, 0, from, Math.min(last, from + stretch - 1));
      if (this.bounds[at] < this.bounds[deepest]) deepest = at;
    }
    for (let turn = 0; turn < stretches; turn++) {
      // The most promising first, in whose place comes the first.
      const at = turn === 0 ? deepest : turn === deepest ? 0 : turn;
      const from = first + at * stretch;
      const to = Math.min(last, from + stretch - 1);
      if (this.mayBeLess(line, this.bounds[at], from, to)) this.within(line, 0, from, to);
    }
    const { metres, fresnel, hasUnknown } = this;
    return { metres, fresnel, hasUnknown };
  }

  /** What the clearance of samples `from` to `to` does not fall below; −Infinity where something may not be known. */
  private leastFree(line: SightPath, depth: number, from: number, to: number): number {
    const level = this.levels[depth];
    const middle = (from + to) / 2;
    const block = blockAt(line, middle, level);
    if (block < 0) return Number.NEGATIVE_INFINITY;
    return line.leastLimit(middle, (to - from) / 2) - level.maxima[block];
  }

  /** Whether a stretch of such a bound may hold less than what has been found, in metres or in zones. */
  private mayBeLess(line: SightPath, bound: number, from: number, to: number): boolean {
    if (bound < this.metres) return true;
    const [low, high] = [from * line.step, to * line.step];
    const atLow = low * (1 - low);
    const atHigh = high * (1 - high);
    const widest = low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(atLow, atHigh);
    const spread = bound < 0 ? Math.min(atLow, atHigh) : widest;
    return bound < this.fresnel * this.zone * Math.sqrt(spread);
  }

  private within(line: SightPath, depth: number, from: number, to: number): void {
    if (depth === SIDES.length - 1) {
      this.march(line, from, to);
      return;
    }
    const stretch = 2 * SIDES[depth + 1];
    for (let start = from; start <= to; start += stretch) {
      const end = Math.min(to, start + stretch - 1);
      const bound = this.leastFree(line, depth + 1, start, end);
      if (this.mayBeLess(line, bound, start, end)) this.within(line, depth + 1, start, end);
    }
  }

  private march(line: SightPath, from: number, to: number): void {
    const { heights, columns, rows } = this.grid;
    const { column, row, columnsAlong, rowsAlong, step, base, rise, bulge } = line;
    for (let i = from; i <= to; i++) {
      const share = i * step;
      const across = Math.floor(column + columnsAlong * share);
      const down = Math.floor(row + rowsAlong * share);
      const isInside = across >= 0 && across < columns && down >= 0 && down < rows;
      const height = isInside ? heights[down * columns + across] : Number.NaN;
      const spread = share * (1 - share);
      const free = base + rise * share - bulge * spread - height;
      if (free < this.metres) this.metres = free;
      const zone = this.zone * Math.sqrt(spread);
      if (free < this.fresnel * zone) this.fresnel = free / zone;
      if (Number.isNaN(free)) this.hasUnknown = true;
    }
  }
}
