import type { Assumption } from '../project/figure.ts';
import type { ComputedIn } from './computed-in.ts';
import type { FigureSource } from './explanation.ts';
import type { FigureQuestion } from './figure-question.ts';
import type { RowsQuestion } from './rows-question.ts';

/** A line of arithmetic with its own numbers: `result` = `working`. */
export interface Working {
  readonly result: string;
  readonly working: string;
  readonly note: string;
}

/** Everything that a sceptic may ask of one number of a topic. Its value is printed as it stands in its cell. */
export interface CellExplanation {
  /** "Homes of Mill Lane" */
  readonly title: string;
  /** The words after the number: "of 212 not-spots of the cluster". */
  readonly of: string;
  readonly definition: string;
  readonly workings: readonly Working[];
  /** How many rows stand behind it, as a sentence. */
  readonly counted: string;
  /** The rows that can be listed; null where no single row stands behind it, or none can be named. */
  readonly rows: RowsQuestion | null;
  readonly sources: readonly FigureSource[];
  readonly assumptions: readonly Assumption[];
  readonly notKnown: readonly string[];
  /** How it can be checked where the walk by brute force says nothing of it; null where the walk counts what it is made of. */
  readonly checkedHow: string | null;
  /** What the walk by brute force counts again of it; null where that is no single number. */
  readonly checks: FigureQuestion | null;
  readonly computedIn: readonly ComputedIn[];
}
