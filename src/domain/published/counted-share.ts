import type { LayerRecord } from '../coverage/layer.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Source } from '../project/figure.ts';

/** What was counted of one technology in one authority: everything a published share can differ by. */
export interface CountedShare {
  readonly technology: string;
  readonly label: string;
  readonly unit: Unit;
  /** Rows of the premises in the authority. */
  readonly rows: number;
  /** All units of the authority: what the share is out of. */
  readonly units: number;
  /** Covered units: bounds and expectation; low = high where every row was asked. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Units for which no layer gives an answer; part of `units`, of none of the three. */
  readonly notKnown: number;
  /** Of `units`, those in no loaded ward, and how many of them are covered (expectation). */
  readonly outside: { readonly units: number; readonly covered: number };
  /** True where the count is an expectation from shares of areas. */
  readonly fromShares: boolean;
  readonly definition: string;
  /** Layers that answered. */
  readonly layers: readonly Pick<LayerRecord, 'name' | 'operator' | 'contentId' | 'source' | 'column'>[];
  readonly premisesSource: Source | null;
  /** Year of the wards' boundaries; null: nothing tells. */
  readonly wardVintage: string | null;
}

/** Covered units as a percentage of all, with its bounds. NaN where there are no units. */
export function countedPercent({ low, mid, high, units }: CountedShare): {
  low: number;
  mid: number;
  high: number;
} {
  const of = (value: number): number => (units === 0 ? Number.NaN : (100 * value) / units);
  return { low: of(low), mid: of(mid), high: of(high) };
}
