/** One line of a comparison: what it is about, a number with its bounds, what it is out of, and its place. */
export interface ComparisonRow {
  /** "ward", "authority", "target", "trend" … */
  readonly section: string;
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly date: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** What a share is out of; null where that is not known. */
  readonly outOf: number | null;
  readonly rank: number | null;
  readonly bestRank: number | null;
  readonly worstRank: number | null;
  /** What else there is to say: a status, a difference, a move. */
  readonly remark: string;
  readonly source: string;
}
