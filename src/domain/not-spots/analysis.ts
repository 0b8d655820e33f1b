import type { Unit } from '../premises/premises-table.ts';
import type { LiveList } from '../project/project.ts';
import type { UseCounts } from './count-by-use.ts';
import type { Tally } from './tally.ts';

/** Everything counted for a project and a recipe. Places: wards in code order, "outside every ward", total. */
export interface Analysis {
  readonly recipeText: string;
  /** The recipe as words after "have". */
  readonly recipeWords: string;
  readonly unit: Unit;
  readonly wardCodes: readonly string[];
  readonly wardNames: readonly string[];
  readonly units: Float64Array;
  /** Rows of the premises file per place. */
  readonly rowsAt: Float64Array;
  readonly layers: readonly LayerTally[];
  /** Per technology of two or more operators: units with at least k of them, k = 1 … all. */
  readonly operators: readonly OperatorTally[];
  readonly notSpots: Tally;
  /** The answer per premises row, in tile order (ROW_… of count-shares.ts), and the chance in percent of ROW_SHARE rows. */
  readonly rowState: Uint8Array;
  readonly rowChance: Uint8Array;
  /** Rows of premises counted. */
  readonly rows: number;
  readonly notes: readonly AnalysisNote[];
  /** False where a share layer that the recipe uses is coarser than the wards: then the recipe ranks no wards. */
  readonly ranksWards: boolean;
  /** Per layer that is joined by ids: what met and what did not. */
  readonly joins: readonly JoinReport[];
  /** Counts by what the premises are used for; null where no column tells. */
  readonly byUse: UseCounts | null;
}

/** How a layer's file was joined to the premises by ids. */
export interface JoinReport {
  readonly layerId: string;
  readonly layer: string;
  /** The way in words: `"oa" → lookup.csv ("oa21cd" to "lad22cd")`; '' where no way was found. */
  readonly by: string;
  /** Premises rows that met an id of the layer's file, and those that did not. */
  readonly matched: number;
  readonly unmatched: number;
  readonly unmatchedExamples: readonly string[];
  /** Ids of the layer's file that no premises row meets. */
  readonly unused: number;
  readonly unusedExamples: readonly string[];
  /** Ids that stand for several things, on the way or at its end: joined to none of them. */
  readonly ambiguous: number;
  readonly ambiguousExamples: readonly string[];
  /** Ids that a spreadsheet rounded ("1.00023E+11"): joined to none. */
  readonly rounded: number;
  /** Ids that met only without padding zeros or a ".0". */
  readonly repaired: number;
}

/** One layer's counts of covered units. not covered = units − mid − not known. */
export interface LayerTally {
  readonly layerId: string;
  readonly key: string;
  readonly covered: Tally;
  /** True where the answers are expected counts from shares. */
  readonly fromShares: boolean;
}

export interface OperatorTally {
  readonly technology: string;
  readonly operators: readonly string[];
  readonly atLeast: readonly Tally[];
}

/** Something the reader of the counts must know, with how many it concerns. */
export interface AnalysisNote {
  readonly kind:
    | 'ward-overlap'
    | 'outside-wards'
    | 'extent-assumed'
    | 'coarse-shares'
    | 'no-area'
    | 'records-unmatched'
    | 'records-missing'
    | 'records-ambiguous'
    | 'shares-combined'
    | 'layer-aside'
    | 'share-unit'
    | 'confidence-range'
    | 'placed-by-areas'
    | 'no-shape'
    | 'ids-rounded'
    | 'ids-repaired'
    | 'lookup-ambiguous'
    | 'terminated-postcodes'
    | 'vintage';
  readonly text: string;
  readonly count: number;
  readonly layerId: string | null;
  /** The first few of what it concerns: codes or ids. Absent: none to show. */
  readonly examples?: readonly string[];
  /** What a person can do about it in one step; absent where there is nothing. */
  readonly remedy?: NoteRemedy;
}

/** Leaves the postcodes of a content out that `liveList` does not hold; null: counts them all again. */
export interface NoteRemedy {
  readonly label: string;
  readonly contentId: string;
  readonly liveList: LiveList | null;
}
