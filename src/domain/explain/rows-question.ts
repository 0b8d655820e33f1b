import type { CountSides } from '../before-after/count-side.ts';
import type { PremisesUse } from '../premises/premises-use.ts';
import type { FigureQuestion } from './figure-question.ts';

/** Rows named one by one, as somebody already counted them; the filters leave some of them out. */
export interface ListedRows {
  readonly kind: 'listed';
  /** Rows of the premises in tile order, ascending. */
  readonly rows: readonly number[];
  /** Only those of this place: a ward's GSS code, "outside" or "total". */
  readonly place: string;
  /** Only those used so. */
  readonly uses?: readonly PremisesUse[];
  /** Only those that this name of a recipe surely does not cover. */
  readonly without?: string;
  /** Of the rows, those that only may count. */
  readonly mayCount?: ReadonlySet<number>;
}

/**
 * Rows of two counts that were compared: the not-spots of one, or those that became one or ceased to be one. Their
 * answers stay in the worker, so the rows are found there.
 */
export interface ComparedRows {
  readonly kind: 'compared-rows';
  readonly which: readonly ('before' | 'after' | 'became' | 'ceased')[];
  readonly sides: CountSides;
  /** As in ListedRows. */
  readonly place: string;
  readonly uses?: readonly PremisesUse[];
}

/** Which rows of the premises are asked for. */
export type RowsQuestion = FigureQuestion | ListedRows | ComparedRows;
