import type { Source } from '../project/figure.ts';
import type { Range } from '../project/range.ts';
import type { BarrierKind } from './barrier.ts';

/** What removes a barrier (product.md). */
export type LeverKind =
  | 'council-roof access'
  | 'standard wayleave'
  | 'rates relief'
  | 'planning reform'
  | 'permit waiver'
  | 'dig-once'
  | 'spectrum sharing'
  | 'voucher'
  | 'top-up'
  | 'demand aggregation';

/** One lever, typed, dated, sourced and owned: which barriers it removes, and what pulling it costs its owner. */
export interface Lever {
  readonly id: string;
  readonly kind: LeverKind;
  readonly removes: readonly BarrierKind[];
  /** Ids of the roofs or streets that it is pulled for; null: for all. */
  readonly places: readonly string[] | null;
  readonly owner: string;
  readonly cost: Range | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly source: Source | null;
}
