/** What the height of an antenna is measured from: the ground, the surface (roof or treetop) below it, or the sea. */
export type HeightAbove = 'ground' | 'surface' | 'sea';

/** What a person says against a consent hint. */
export interface ConsentOverride {
  /** Id of the hint's rule. */
  readonly rule: string;
  /** Whether that consent stands in the way. */
  readonly applies: boolean;
  readonly reason: string;
}

/** A place that carries an antenna or could: a roof, a mast, a column. */
export interface RooftopSite {
  readonly id: string;
  readonly name: string;
  /** Degrees, WGS84. */
  readonly lon: number;
  readonly lat: number;
  /** Height of the antenna over what `above` names, metres. */
  readonly antennaMetres: number;
  readonly above: HeightAbove;
  /** Content that it is a row of; null: a person placed it. */
  readonly fromContentId: string | null;
  /** Who lets the roof; null: not known. */
  readonly owner: string | null;
  /** At most one a rule. */
  readonly overrides: readonly ConsentOverride[];
}
