/** One thing to know about the loaded data before its numbers: how many, where, and what it does to the counts. */
export interface QualityNote {
  readonly kind: QualityKind;
  /** How many it concerns, and out of how many: rows, points, areas or shapes, as `text` says. */
  readonly count: number;
  readonly of: number;
  /** How many of what, in plain words. */
  readonly text: string;
  /** What it does to the counts, with the number. */
  readonly effect: string;
  /** Some of the places, MOST_PLACES at most, the most telling first. */
  readonly places: readonly QualityPlace[];
  /** Contents it was found in. */
  readonly contentIds: readonly string[];
}

export type QualityKind =
  | 'no-place'
  | 'far-away'
  | 'repeated-id'
  | 'id-at-two-places'
  | 'positions-disagree'
  | 'coverage-cut'
  | 'other-vintage'
  | 'in-two-wards'
  | 'between-wards'
  | 'outside-wards'
  | 'ward-slivers'
  | 'share-rounding'
  | 'use-blank'
  | 'terminated'
  | 'stacked';

/** A place on the map that a note speaks of. Degrees, WGS84. */
export interface QualityPlace {
  readonly lon: number;
  readonly lat: number;
  readonly label: string;
}

/** What was found, and the names of all that was looked for. */
export interface QualityReport {
  readonly notes: readonly QualityNote[];
  readonly checked: readonly string[];
}

/** Places kept of one note; all are counted. */
export const MOST_PLACES = 200;
