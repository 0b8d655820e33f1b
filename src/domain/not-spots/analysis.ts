import type { Unit } from '../premises/premises-table.ts';
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
    | 'share-unit';
  readonly text: string;
  readonly count: number;
  readonly layerId: string | null;
}
