import type { Bitset } from './bitset.ts';

/** A layer's answer for every premises. */
export type LayerAnswers = CrispAnswers | ShareAnswers;

/** covered = covered bit; not covered = known bit without covered bit; not known = no known bit. covered ⊆ known. */
export interface CrispAnswers {
  readonly kind: 'crisp';
  readonly covered: Bitset;
  readonly known: Bitset;
}

/**
 * Each premises lies in an area of which a share is covered: never yes or no, only an expected count with a band.
 * `area[i]` is −1 where the premises lies in no area of the layer, or in one whose share is not known.
 */
export interface ShareAnswers {
  readonly kind: 'share';
  readonly area: Int32Array;
  readonly codes: readonly string[];
  /** 0–100. */
  readonly percent: Float64Array;
  /** Published rounding step in percentage points; 0 where exact. */
  readonly step: number;
  /** exactly[n][a]: percent of area a that exactly n operators cover, where the file tells. `percent` is then 100 − exactly[0]. */
  readonly exactly?: readonly Float64Array[];
  /** Units of all loaded premises in the area, whatever their ward. */
  readonly unitsInArea: Float64Array;
}
