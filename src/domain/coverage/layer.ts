import type { Source } from '../project/figure.ts';
import type { RowFilter } from '../tables/rows-where.ts';
import type { CodeMeaning } from './code-meaning.ts';

/** Name of a technology as recipes use it: lower case, no spaces ('gigabit', '5g', 'superfast', 'radio' …). Open set. */
export type Technology = string;

/** Ofcom's two grades of 5G prediction; null where the source grades nothing. */
export type Confidence = 'high' | 'very-high';

/** Where a layer speaks at all. Outside it the answer is *not known*, never *not covered*. */
export type Extent =
  /** The union of the loaded wards that touch the layer's bounding box. Nobody stated it: badged "assumed". */
  | { readonly kind: 'assumed' }
  /** The whole ward file, touched or not, as the user stated. */
  | { readonly kind: 'all-wards' }
  /** Areas of a loaded file. */
  | { readonly kind: 'areas'; readonly contentId: string }
  /** Everywhere, as the user stated. */
  | { readonly kind: 'everywhere' };

/** One layer's description: what a project keeps. Its columns lie in the content store under `contentId`. */
export interface LayerRecord {
  readonly id: string;
  /** Short unique name, usable in recipes and column names: letters, digits, '-' and '_'. */
  readonly key: string;
  readonly name: string;
  readonly technology: Technology;
  /** Operator or provider; null where the layer is of no one company. Data, never code. */
  readonly operator: string | null;
  readonly confidence: Confidence | null;
  readonly shape: 'polygons' | 'records' | 'shares';
  readonly contentId: string;
  /** Column of the content that the answers come from; null for polygons. */
  readonly column: string | null;
  /** shares: what `column` holds. */
  readonly measure: 'percent' | 'count' | null;
  /** records of speeds: covered from this value on, in the column's own unit. Absent or null: the column says yes or no. */
  readonly atLeast?: number | null;
  /** shares: the column says who is not covered, so the share is 100 − its value. */
  readonly inverted?: boolean;
  /** shares: a blank cell means 0, as in Ofcom's mobile tables and nowhere else. Absent: not known. */
  readonly blankIsZero?: boolean;
  /** shares by count: the column of all premises. Absent: found by Ofcom's names. */
  readonly totalColumn?: string;
  /** shares: columns of the share covered by exactly 0, 1, 2 … operators, in this order; they sum to 100. */
  readonly operatorColumns?: readonly string[];
  /** records: the column's numbers are codes with these meanings, never averaged; `atLeast` says which count as covered. */
  readonly codes?: readonly CodeMeaning[];
  /** polygons and records: only the rows that meet all of these are of this layer. Absent: all rows. */
  readonly where?: readonly RowFilter[];
  /** shares without geometry: the premises column holding the area code; null: found by looking. */
  readonly joinColumn: string | null;
  readonly definition: string;
  readonly source: Source;
  readonly extent: Extent;
  readonly confidential: boolean;
}
