import type { HeightGrid } from '../terrain/height-grid.ts';
import type { Antenna } from './sight-path.ts';

/** Why two sites are no link, whatever lies between them. */
export type InstantNegative = 'same place' | 'same building' | 'too far' | 'too steep' | 'excluded';

/** What a pair must meet before anything between it is looked at. */
export interface LinkLimits {
  readonly mostMetres: number;
  /** Greatest angle to the horizontal, in degrees. */
  readonly mostDegrees: number;
  /** Areas that no link may cross, as rings of [x, y] in the grid's metres. */
  readonly excluded: readonly (readonly (readonly [number, number])[])[];
}

/** One end, with the building it stands on where that is known. */
export interface LinkEnd extends Antenna {
  readonly building: string | null;
}

/**
 * The first reason for which a pair is no link, or null. The rules of Terragraph's planner (Meta, 2022): one place, one
 * building, too long, too steep, across an excluded area.
 */
export function instantNegative(one: LinkEnd, other: LinkEnd, limits: LinkLimits): InstantNegative | null {
  const across = Math.hypot(other.x - one.x, other.y - one.y);
  if (across === 0) return 'same place';
  if (one.building !== null && one.building === other.building) return 'same building';
  const rise = Math.abs(other.metres - one.metres);
  if (Math.hypot(across, rise) > limits.mostMetres) return 'too far';
  if (Math.atan2(rise, across) > (limits.mostDegrees * Math.PI) / 180) return 'too steep';
  return limits.excluded.some((ring) => crosses(one, other, ring)) ? 'excluded' : null;
}

/**
 * How much of a zone about the line between two antennas is free, 0 to 1: the least distance of the line to anything that
 * stands, as a share of `radiusMetres` at that place. Each cell is a post at its centre, as high as its surface; a post
 * through the line leaves 0. NaN where a cell within the zone is not known and nothing known leaves 0. No curvature and
 * no refraction: for some hundred metres (Terragraph's planner, Meta, 2022, whose links are taken from 0.8 on).
 * @param radiusMetres radius of the zone from the distances to both ends: a constant for a cylinder, the first Fresnel
 *   zone's for an ellipsoid
 * @param widestMetres greatest value that radiusMetres takes
 */
export function sightConfidence(
  grid: HeightGrid,
  ends: readonly [Antenna, Antenna],
  zone: {
    readonly radiusMetres: (nearMetres: number, farMetres: number) => number;
    readonly widestMetres: number;
  },
): number {
  const [one, other] = ends;
  const reach = zone.widestMetres;
  const { columns, rows, cellWidthMetres, cellHeightMetres } = grid;
  const from = {
    column: Math.floor((Math.min(one.x, other.x) - reach - grid.west) / cellWidthMetres),
    row: Math.floor((grid.north - Math.max(one.y, other.y) - reach) / cellHeightMetres),
  };
  const to = {
    column: Math.floor((Math.max(one.x, other.x) + reach - grid.west) / cellWidthMetres),
    row: Math.floor((grid.north - Math.min(one.y, other.y) + reach) / cellHeightMetres),
  };
  let confidence = 1;
  let isKnown = true;
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++) {
      const x = grid.west + (column + 0.5) * cellWidthMetres;
      const y = grid.north - (row + 0.5) * cellHeightMetres;
      const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
      const height = isInside ? grid.heights[row * columns + column] : Number.NaN;
      const free = freeShare([x, y, height], ends, zone.radiusMetres);
      if (Number.isNaN(free)) isKnown = false;
      else confidence = Math.min(confidence, free);
    }
  return isKnown || confidence === 0 ? confidence : Number.NaN;
}

/** Of one post; 1 where it lies outside the zone or beyond an end, NaN where its height is not known and would matter. */
function freeShare(
  [x, y, height]: readonly [number, number, number],
  [one, other]: readonly [Antenna, Antenna],
  radiusMetres: (nearMetres: number, farMetres: number) => number,
): number {
  const along = [other.x - one.x, other.y - one.y, other.metres - one.metres];
  const length = Math.hypot(...along);
  const across = Math.hypot(along[0], along[1]);
  // How far along the line, seen from above, the post stands: there the line's height tells whether it is cut.
  const share = ((x - one.x) * along[0] + (y - one.y) * along[1]) / (across * across);
  if (share <= 0 || share >= 1) return 1;
  const sideways = Math.abs((x - one.x) * along[1] - (y - one.y) * along[0]) / across;
  const radius = radiusMetres(share * length, (1 - share) * length);
  if (sideways >= radius) return 1;
  if (Number.isNaN(height)) return Number.NaN;
  // Below the line, the nearest point of the post is its top, at the slant of the line.
  const below = Math.max(0, one.metres + share * along[2] - height) * (across / length);
  return Math.min(1, Math.hypot(sideways, below) / radius);
}

/** Whether the line between two places meets a ring or its inside. */
function crosses(one: Antenna, other: Antenna, ring: readonly (readonly [number, number])[]): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j];
    const [bx, by] = ring[i];
    if (ay > one.y !== by > one.y && one.x < ((bx - ax) * (one.y - ay)) / (by - ay) + ax)
      isInside = !isInside;
    const side = (px: number, py: number) =>
      (other.x - one.x) * (py - one.y) - (other.y - one.y) * (px - one.x);
    const turn = (px: number, py: number) => (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    if (side(ax, ay) * side(bx, by) <= 0 && turn(one.x, one.y) * turn(other.x, other.y) <= 0) return true;
  }
  return isInside;
}
