import type { Source } from '../project/figure.ts';
import type { Range } from '../project/range.ts';

/** What stands in an intervention's way (product.md). */
export type BarrierKind =
  | 'wayleave'
  | 'planning prior approval'
  | 'listed building or conservation area'
  | 'business rates'
  | 'road-works restriction'
  | 'lane rental'
  | 'permit'
  | 'traffic-sensitive street'
  | 'crossing'
  | 'no power'
  | 'spectrum'
  | 'missing demand';

/** One barrier, typed, dated, sourced and owned. It costs money, weeks, or forbids. */
export interface Barrier {
  readonly id: string;
  readonly kind: BarrierKind;
  /** Roof, street, site or area it lies on. */
  readonly place: string;
  /** Who can lift it. */
  readonly owner: string;
  readonly effect: { readonly pounds: Range | null; readonly weeks: Range | null; readonly forbids: boolean };
  /** ISO dates; null is open-ended or not known. */
  readonly from: string | null;
  readonly until: string | null;
  /** Hours of the day in which it holds, as its file says them; absent: not known, or all of them. */
  readonly hours?: string;
  /** Of a crossing, what is crossed: "railway", "bridge"; absent: not known, or no crossing. */
  readonly crosses?: string;
  readonly source: Source | null;
}
