import type { HeightGrid } from '../terrain/height-grid.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import { earthBulgeMetres } from './earth-bulge.ts';
import { fresnelRadiusMetres } from './fresnel-radius.ts';
import { requireRange } from './out-of-range.ts';

/** What a line must keep free. No member has a default. */
export interface SightRule {
  readonly frequencyGigahertz: number;
  /** The factor k of the earth's radius; Infinity for a flat earth. */
  readonly earthFactor: number;
  /** Share of the first Fresnel zone's radius that is to be free: 0.6 for clear, 0 for the line alone. */
  readonly fresnelShare: number;
  /** Metres from either antenna within which nothing blocks: their own roofs. */
  readonly ownRoofMetres: number;
}

/** A place in the grid's metres and an antenna's height in metres above the grid's datum. */
export interface Antenna {
  readonly x: number;
  readonly y: number;
  readonly metres: number;
}

/**
 * A straight path over a grid, cut into equal steps of at most half a cell. Sample i, from `first` to `last`, stands at
 * i / samples of the way; the surface there must not rise above `limit`. From which end it is laid makes no difference: the
 * end further west (then south) comes first. One path is laid again and again, as millions are asked.
 */
export class SightPath {
  samples = 1;
  /** 1 / samples. */
  step = 1;
  first = 1;
  last = 0;
  lengthMetres = 0;
  /** In cells from the grid's north-western corner. */
  column = 0;
  row = 0;
  columnsAlong = 0;
  rowsAlong = 0;
  base = 0;
  rise = 0;
  /** Four times the earth's bulge, and twice what is kept of the Fresnel radius, in the middle. */
  bulge = 0;
  zone = 0;

  private readonly grid: HeightGrid;
  private readonly rule: SightRule;
  private readonly finestMetres: number;
  /** Both in the middle of a path of one metre: they grow with the square of its length, and with its root. */
  private readonly bulgeOfOne: number;
  private readonly zoneOfOne: number;

  /** Throws OutOfRange for a rule outside its range. */
  constructor(grid: HeightGrid, rule: SightRule) {
    this.grid = grid;
    this.rule = rule;
    const isNatural = { high: Number.MAX_VALUE, low: 0, source: 'A line of sight' };
    requireRange({
      ...isNatural,
      quantity: 'share of the Fresnel zone',
      value: rule.fresnelShare,
      unit: '',
      remedy: 'Take 0.6 for a clear path, 0 for the line alone.',
    });
    requireRange({
      ...isNatural,
      quantity: 'distance of the own roof',
      value: rule.ownRoofMetres,
      unit: 'm',
      remedy: 'Give 0 where nothing is to be left out.',
    });
    this.finestMetres = Math.min(grid.cellWidthMetres, grid.cellHeightMetres);
    this.bulgeOfOne = 4 * earthBulgeMetres(0.5, 0.5, rule.earthFactor);
    this.zoneOfOne = 2 * rule.fresnelShare * fresnelRadiusMetres(rule.frequencyGigahertz, 0.5, 0.5);
  }

  /** Lays the path between two antennas, given as x, y and metres. Throws HeightsRefused where they share a place. */
  lay(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): void {
    if (x0 > x1 || (x0 === x1 && y0 > y1)) {
      this.lay(x1, y1, z1, x0, y0, z0);
      return;
    }
    const { grid } = this;
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (!(length > 0)) throw samePlace();
    this.lengthMetres = length;
    this.samples = Math.ceil((2 * length) / this.finestMetres);
    this.step = 1 / this.samples;
    const own = Math.floor((this.rule.ownRoofMetres / length) * this.samples);
    this.first = own + 1;
    this.last = this.samples - own - 1;
    this.column = (x0 - grid.west) / grid.cellWidthMetres;
    this.row = (grid.north - y0) / grid.cellHeightMetres;
    this.columnsAlong = (x1 - x0) / grid.cellWidthMetres;
    this.rowsAlong = (y0 - y1) / grid.cellHeightMetres;
    this.base = z0;
    this.rise = z1 - z0;
    this.bulge = this.bulgeOfOne * length * length;
    this.zone = this.zoneOfOne * Math.sqrt(length);
  }

  /** The number of the cell below sample i; −1 outside the grid. */
  cellAt(i: number): number {
    const share = i * this.step;
    const column = Math.floor(this.column + this.columnsAlong * share);
    const row = Math.floor(this.row + this.rowsAlong * share);
    const { columns, rows } = this.grid;
    return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
  }

  /** Metres above the grid's datum that the surface may reach at sample i: the line less bulge and zone. */
  limit(i: number): number {
    const share = i * this.step;
    const spread = share * (1 - share);
    return this.base + this.rise * share - this.bulge * spread - this.zone * Math.sqrt(spread);
  }

  /**
   * Metres that the limit does not fall below from `half` samples before sample i (no whole number) to as many behind it.
   * The limit is convex along the path, so it lies above its tangent.
   */
  leastLimit(i: number, half: number): number {
    const share = i * this.step;
    const root = Math.sqrt(share * (1 - share));
    const slope = this.rise - (1 - 2 * share) * (this.bulge + this.zone / (2 * root));
    return (
      this.base +
      this.rise * share -
      root * (this.bulge * root + this.zone) -
      Math.abs(slope) * half * this.step
    );
  }
}

function samePlace(): HeightsRefused {
  return new HeightsRefused(
    'SAME_PLACE',
    'Both ends of the link are at one place. Give two places that are apart.',
  );
}
