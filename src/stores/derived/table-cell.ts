import type { AskedAt } from '../../domain/explain/cell-question.ts';

/** A cell of any table, ready to print, and what its number is of. */
export interface TableCell {
  readonly text: string;
  /** Bounds of an expected value; null where it is exact. */
  readonly band: string | null;
  /** Draws a small bar before the number, 0 … 1. */
  readonly share?: number | null;
  /** Marks a difference as fewer (−1) or more (1). */
  readonly sign?: -1 | 0 | 1;
  /** What is read aloud instead of the text, where that is a mark. */
  readonly words?: string;
  /** What opens when it is pressed; null: it is no number, or there is nothing to explain. */
  readonly asks: AskedAt | null;
}
