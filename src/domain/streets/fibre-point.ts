/** Kinds of places that fibre can come from. */
export const FIBRE_POINT_KINDS = ['exchange', 'cabinet', 'spine chamber', 'existing route', 'other'] as const;

export type FibrePointKind = (typeof FIBRE_POINT_KINDS)[number];

/** A place that fibre can come from. */
export interface FibrePoint {
  /** Unique among those of a project; the same after reloading the same file. */
  readonly id: string;
  readonly name: string;
  readonly kind: FibrePointKind;
  /** Degrees, WGS84. */
  readonly lon: number;
  readonly lat: number;
  readonly owner: string | null;
}
