/** Where roofs are looked for. */
export type CandidateQuestion =
  | {
      /** The buildings whose outline comes within a distance of a place. */
      readonly kind: 'buildings';
      readonly lon: number;
      readonly lat: number;
      readonly withinMetres: number;
      readonly mastMetres: number;
      /** Premises counted as seen are at most so far away; at most 5,000. */
      readonly radiusMetres: number;
      readonly most: number;
    }
  | {
      /** The points of a loaded file: each asset's building where a footprint holds it, else its own place. */
      readonly kind: 'assets';
      readonly contentId: string;
      /** Column of their names; null: the file's own. */
      readonly nameColumn: string | null;
      readonly mastMetres: number;
      readonly radiusMetres: number;
      readonly most: number;
    };

/** A roof that could carry a hub, at the best of its points: never the middle of a building. */
export interface CandidateRoof {
  /** Best is 1. */
  readonly rank: number;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly point: 'highest point' | 'corner' | 'own place';
  /** The roof above the datum, and above the ground below it (null: not known). */
  readonly seaMetres: number;
  readonly aboveGroundMetres: number | null;
  /** Units of premises whose line to a mast there is clear, of those within the radius that are known. */
  readonly seenUnits: number;
  readonly ofUnits: number;
  /** Row of the footprint or asset in its file, 0-based. */
  readonly sourceRow: number;
  /** Content that the asset is a row of, else the footprints'. */
  readonly contentId: string;
}

export interface CandidatesAnswer {
  readonly roofs: readonly CandidateRoof[];
  /** Roofs compared, and those left out as their height is not known. */
  readonly looked: number;
  readonly notKnown: number;
  readonly notes: readonly string[];
}
