import type { Source } from '../project/figure.ts';

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
  /** shares without geometry: the premises column holding the area code; null: found by looking. */
  readonly joinColumn: string | null;
  readonly definition: string;
  readonly source: Source;
  readonly extent: Extent;
  readonly confidential: boolean;
}
