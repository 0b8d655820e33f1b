import type { Unit } from '../premises/premises-table.ts';
import type { LinkEnd } from './link-end.ts';
import type { Viewshed } from './viewshed.ts';

/** What a roof reaches: `site` carries the hub. */
export interface ReachQuestion {
  readonly site: LinkEnd;
  /** At most 5,000. */
  readonly radiusMetres: number;
  /** The mast curve goes from 0 to this many metres over the surface at the site; a whole number, at most 60. */
  readonly mostMastMetres: number;
}

/**
 * How a roof reaches a premises, by code of `ReachRows.quality`. Clear and marginal: the line is free, and the budget
 * holds some step for the share of the year asked; these are served. Obstructed: something stands in the line, yet the
 * budget holds behind it by Bullington, which errs by 6 to 8 dB (assumed): not counted as served. Too weak: the line is free
 * but the budget does not hold. Blocked: neither.
 */
export const REACH_QUALITIES = [
  'clear',
  'marginal',
  'obstructed',
  'too weak',
  'blocked',
  'not known',
  'no link',
] as const;
export type ReachQuality = (typeof REACH_QUALITIES)[number];

/** Why a premises is not served, by code of `ReachRows.reason`. */
export const REACH_REASONS = [
  'served',
  'something stands in the line',
  'the signal is too weak in the rain reckoned with',
  'the signal is too weak even in clear air',
  'the height of its roof is not known',
  'the height of the site is not known',
  'heights on the way are not known',
  'a formula does not hold for this link',
  'it is on the roof’s own building',
  'it is at the roof’s own place',
] as const;
export type ReachReason = (typeof REACH_REASONS)[number];

/** The premises within the radius, row by row as in the premises table, ascending. One entry each in every array. */
export interface ReachRows {
  readonly row: Uint32Array;
  /** 0-based row in the file. */
  readonly fileRow: Uint32Array;
  readonly quality: Uint8Array;
  readonly reason: Uint8Array;
  /** Where its antenna is: the best of highest point and corners of its building, else its own place. Degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** 1: of its building, 0: no footprint holds it, so its own place. */
  readonly isOnBuilding: Uint8Array;
  /** The antenna above the datum; NaN not known. */
  readonly seaMetres: Float32Array;
  /** From the site to the antenna; to the premises' own place where it has none. */
  readonly distanceMetres: Float32Array;
  /** Least clearance, and in radii of the first Fresnel zone; NaN where not known or nothing lies between. */
  readonly clearanceMetres: Float32Array;
  readonly clearanceFresnel: Float32Array;
  /** To the premises in the rain reckoned with; 0: no step is held; NaN: not reckoned. */
  readonly megabitsPerSecond: Float32Array;
  readonly marginDecibels: Float32Array;
  /**
   * Least whole metres of mast over the surface at the site at which it is served; −1: none up to the question’s most,
   * or not known.
   */
  readonly neededMastMetres: Int16Array;
  /** Units that stand at the row. */
  readonly units: Float64Array;
  /** ROW_… of the definition in force, and the chance in percent of ROW_SHARE rows. */
  readonly notSpot: Uint8Array;
  readonly notSpotChance: Uint8Array;
}

/** Units: all, how many of them are surely not-spots, and how many may be (their chances added up; not known ones apart). */
export interface ReachCount {
  readonly units: number;
  readonly notSpots: number;
  readonly expectedNotSpots: number;
  readonly notKnown: number;
}

/** By whole metres of mast over the surface at the site: index h is h metres. */
export interface MastCurve {
  /** Of the site as asked, over the surface below it; may be no whole number, and negative. */
  readonly askedMetres: number;
  readonly served: Float64Array;
  /** Of those, surely not-spots; and expected ones of shares. */
  readonly newlyServed: Float64Array;
  readonly expectedNewlyServed: Float64Array;
}

/** What is seen from a roof, as a picture of cells and its four corners. */
export interface ReachPicture extends Viewshed {
  /** North-west, north-east, south-east, south-west: [lon, lat] in degrees. */
  readonly corners: readonly [Corner, Corner, Corner, Corner];
  /** Antenna over each cell's surface that was looked at, metres. */
  readonly targetMetres: number;
}
export type Corner = readonly [number, number];

/** The reach of a roof. */
export interface ReachAnswer {
  readonly site: LinkEnd;
  /** The site's antenna above the datum. */
  readonly seaMetres: number;
  readonly radiusMetres: number;
  readonly picture: ReachPicture;
  readonly unit: Unit;
  readonly rows: ReachRows;
  /** What each row is called in its file: UPRN, postcode or code; empty where it has no name. */
  readonly names: readonly string[];
  /** By quality, in the order of REACH_QUALITIES; and all within the radius. */
  readonly byQuality: readonly ReachCount[];
  readonly all: ReachCount;
  /** Of the served (clear and marginal), and those of them whose rate counts as gigabit. Their not-spots are the newly served. */
  readonly served: ReachCount;
  readonly gigabit: ReachCount;
  /** The definition in words after "have"; null where nothing can be counted (no coverage loaded). */
  readonly recipeWords: string | null;
  readonly mast: MastCurve;
  /** Sectors times clients per sector of the device: more premises than that are not served at once. Said, not solved. */
  readonly mostClients: number;
  readonly notes: readonly string[];
}
