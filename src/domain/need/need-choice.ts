import type { RowFilter } from '../tables/rows-where.ts';

/** The column that says how much need there is where, and how it is read. Part of the project: it changes numbers. */
export interface NeedChoice {
  readonly contentId: string;
  /** Column of the codes or ids that its rows are of. */
  readonly codeColumn: string;
  readonly column: string;
  /** Only these rows of the table: one of its several rows per code. */
  readonly where: readonly RowFilter[];
  /** False where a low value means much need (income). */
  readonly higherMeansMore: boolean;
}
