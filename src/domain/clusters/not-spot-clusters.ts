import type { Polygons } from '../geo/geometry.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { ClusterQuestion } from './cluster-question.ts';

/**
 * Clusters of not-spot premises, most not-spots first. Arrays without other word have an entry per cluster; counts are in
 * units. All not-spots = those of the clusters + the scattered ones, exactly.
 */
export interface NotSpotClusters {
  readonly question: ClusterQuestion;
  readonly unit: Unit;
  readonly count: number;
  /** From the westernmost premises of the cluster: the same however the rest changes. Letters, digits and "-". */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** True where a street or place near by gave the name; else the ward did. */
  readonly namedByPlace: readonly boolean[];
  readonly size: UnitRanges;
  /** Rows of cluster c in the premises, ascending: rows[rowStarts[c] .. rowStarts[c + 1]). */
  readonly rowStarts: Uint32Array;
  readonly rows: Uint32Array;
  readonly scattered: NotSpotCount;
  readonly all: NotSpotCount;
  /** Wards of cluster c, most not-spots first: wards[wardStarts[c] .. wardStarts[c + 1]), −1 outside every ward. */
  readonly wardStarts: Uint32Array;
  readonly wards: Int32Array;
  /** Not-spots of the cluster in that ward. */
  readonly wardUnits: UnitRanges;
  readonly wardCodes: readonly string[];
  readonly wardNames: readonly string[];
  /** One polygon per cluster without holes that holds every premises of it. */
  readonly outlines: Polygons;
  readonly areaSquareMetres: Float64Array;
  /** The premises in its densest part. Degrees. */
  readonly centre: { readonly row: Uint32Array; readonly lon: Float64Array; readonly lat: Float64Array };
  /** By use of PREMISES_USES: units[c * uses + use], middle of the range. null where no column tells. */
  readonly uses: { readonly column: string; readonly units: Float64Array } | null;
  readonly technologies: readonly MissingTechnology[];
  readonly nearestCovered: NearestCovered;
  /** Weighted not-spots (middle), and the not-spots without a weight; null where no weights are loaded. */
  readonly need: { readonly weighted: Float64Array; readonly notKnown: Float64Array } | null;
}

/** low: surely not-spots; high: with those that may be, for a pair of confidences; mid: half of them (assumed). */
export interface UnitRanges {
  readonly low: Float64Array;
  readonly mid: Float64Array;
  readonly high: Float64Array;
}

export interface NotSpotCount {
  readonly rows: number;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * Of the premises of each cluster, by one name of the recipe: covered + perhaps + lacking + not known = all its units.
 * `perhaps`: predicted at high, but not at very high confidence.
 */
export interface MissingTechnology {
  /** As the recipe has it. */
  readonly name: string;
  readonly label: string;
  readonly covered: Float64Array;
  readonly perhaps: Float64Array;
  readonly lacking: Float64Array;
  readonly notKnown: Float64Array;
  /** Units that each operator surely covers; empty where the layers are of no company. */
  readonly operators: readonly { readonly label: string; readonly covered: Float64Array }[];
}

/** The premises nearest to any of a cluster that is surely no not-spot. row −1, distance NaN: there is none. */
export interface NearestCovered {
  readonly row: Int32Array;
  readonly ids: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly distanceMetres: Float64Array;
}
