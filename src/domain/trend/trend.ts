import type { Source } from '../project/figure.ts';

/** One value of a series; null where that release says nothing of the subject: a gap, never 0. */
export interface TrendPoint {
  /** ISO date or the part of one that is told. */
  readonly date: string;
  readonly value: number | null;
  /** Bounds in the same unit, where the value has some. */
  readonly low: number | null;
  readonly high: number | null;
  readonly fileName: string;
  /** Of the file that the value is of. */
  readonly contentId: string;
  readonly source: Source;
}

/**
 * One measure of one subject over the releases that measure it alike, ascending by date. Different measures are
 * different series and are never joined.
 */
export interface TrendSeries {
  readonly id: string;
  readonly kind: 'published' | 'speed' | 'counted';
  /** Of published shares of premises. */
  readonly technology?: string;
  readonly subject: { readonly code: string; readonly name: string };
  /** "Gigabit, share of premises" */
  readonly measure: string;
  /** "%", "Mbit/s" … */
  readonly unit: string;
  readonly definition: string;
  readonly points: readonly TrendPoint[];
}

/** A file that would belong to a series but tells too little. */
export interface TrendLeftOut {
  readonly fileName: string;
  readonly why: string;
}

/** Why a file without a date is left out, and what to do. */
export const UNDATED = 'nothing tells its date: give it under “Source” on the Data page';
