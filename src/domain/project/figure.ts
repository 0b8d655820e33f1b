import type { Lacking } from './lacks.ts';
import type { Range } from './range.ts';

/** Where something was published or who stated it. Dates are ISO (YYYY, YYYY-MM or YYYY-MM-DD); null is not known. */
export interface Source {
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly licence: string | null;
  readonly url: string | null;
  /** The words its licence asks to be shown with it; absent where none are known. */
  readonly attribution?: string;
}

/** Something taken for granted. `source` null: nobody sourced it, and the screen says "assumed". */
export interface Assumption {
  readonly text: string;
  readonly source: Source | null;
}

/** Everything a printed number carries with it. Panels and exports print nothing else. */
export interface Figure {
  readonly value: Lacking<Range>;
  /** What `value` is out of, in the same unit; null for figures that are no part of anything. */
  readonly denominator: number | null;
  /** In words, complete enough to recompute it. */
  readonly definition: string;
  readonly sources: readonly Source[];
  readonly assumptions: readonly Assumption[];
  readonly rowsUsed: number;
  /** Of the denominator, how many are neither covered nor not covered. */
  readonly notKnown: number;
}
