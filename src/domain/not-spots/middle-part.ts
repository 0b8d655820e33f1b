/**
 * The part of what may or may not be so that the middle of a range counts, for premises as for areas: half is assumed, as
 * nothing published says which of two confidences errs, or by how much.
 */
export const MIDDLE_PART = 0.5;
