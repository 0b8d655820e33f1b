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
}

/** Which rows of the premises are asked for. */
export type RowsQuestion = FigureQuestion | ListedRows;
