/**
 * What the cells of a file measure: the surface (whatever a flight saw first), the bare ground, metres of trees above it,
 * or a surface that nobody measured.
 */
export type MeasuredBy = 'surface' | 'ground' | 'canopy' | 'assumed';

/** What a person says of a file of heights; no file tells it surely. */
export interface HeightsSaid {
  readonly kind: MeasuredBy;
  /** When it was measured, in any words: "winter 2022". Null is not known. */
  readonly vintage: string | null;
}
