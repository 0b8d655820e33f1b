import type { AreaTable } from '../geo/area-table.ts';
import type { TextColumn } from '../tables/text-column.ts';

/** A layer's columns, by shape. */
export type LayerData = PolygonCoverage | RecordCoverage | ShareCoverage;

/** A footprint: inside or on the edge is covered. */
export interface PolygonCoverage {
  readonly shape: 'polygons';
  readonly areas: AreaTable;
}

/** Per-premises records: 1 yes, 0 no, −1 not known. Ids joined as text; an id that stands twice with different values is not known. */
export interface RecordCoverage {
  readonly shape: 'records';
  readonly ids: TextColumn;
  readonly values: Int8Array;
}

/**
 * A share per area. `percent[a]` is 0–100, NaN where not known. `step` is the published rounding step in percentage
 * points (0.1 where the file prints one decimal): the true value lies within ± step / 2.
 */
export interface ShareCoverage {
  readonly shape: 'shares';
  /** Ascending, unique. */
  readonly codes: readonly string[];
  readonly percent: Float64Array;
  readonly step: number;
  /** exactly[n][a]: percent of area a covered by exactly n operators, NaN where not known. Absent: the file does not tell. */
  readonly exactly?: readonly Float64Array[];
  /** Shapes of the same codes, to place premises in; null where premises carry the code themselves. */
  readonly areas: AreaTable | null;
  /** Premises column that holds the code, when `areas` is null. */
  readonly joinColumn: string | null;
}
