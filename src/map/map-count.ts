import type { CountComparison } from '../domain/before-after/compare-counts.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { Project } from '../domain/project/project.ts';
import type { CountName } from './tile-address.ts';

/** A count that a map draws in the stead of the one on show: a side of a comparison, or the difference of both. */
export interface MapCount {
  /** Which premises tiles. */
  readonly name: CountName;
  /** What it is, for the map's name: "before: neither gigabit nor 5G". */
  readonly label: string;
  readonly project: Project;
  readonly analysis: Analysis;
  /** Of a side: the other side's count, which shares the steps of its classes. */
  readonly beside: Analysis;
  /** Of the difference: what is drawn instead of the classes and dots of `analysis`. */
  readonly change: CountComparison | null;
  /**
   * Wards by name without their counts: where a divider wipes one map over another, the halves of two numbers would read
   * as a third.
   */
  readonly namesOnly: boolean;
}
