import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { WorkDone } from '../fibre/trench-answer.ts';
import type { Barrier } from '../plan/barrier.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { DigQuestion } from './dig-question.ts';

/** Premises that a design serves, or not, one for each point with premises. */
export interface DigPlace {
  /** The premises' ids; a point with several units in one row has one. */
  readonly ids: readonly string[];
  readonly units: number;
  readonly lon: number;
  readonly lat: number;
}

/** Why premises are not served: they cannot be reached, or are not worth it at this aim. */
export interface MissedPlace extends DigPlace {
  readonly reason: 'no street near' | 'street not joined to a root' | 'not worth it' | 'beyond the budget';
  /** The nearest street by name or id, and how far it is; null where no street is loaded around. */
  readonly nearestStreet: string | null;
  readonly nearestMetres: number | null;
  /** The closed street but for which fibre could be led there; left out where none is, and in results of before. */
  readonly behind?: ClosedBefore;
}

/** A street that a restriction closes to digging. */
export interface ClosedBefore {
  readonly street: string;
  readonly streetName: string | null;
  /** ISO date; null: open-ended or not known. */
  readonly until: string | null;
}

/** What going round a protected street costs: the design's cost less what it would be if that street were open. */
export interface Detour {
  readonly street: string;
  readonly streetName: string | null;
  /** Id of the barrier that closes it. */
  readonly barrier: string;
  /** ISO date; null: open-ended or not known. */
  readonly until: string | null;
  readonly pence: number;
}

/** The answer to a dig's question: kept with the project, never made again by opening it. */
export interface DigResult {
  /** What units are: what the rows of the premises file stand for. Absent: premises. */
  readonly unit?: Unit;
  readonly pieces: readonly TrenchPiece[];
  readonly roots: readonly FibrePoint[];
  readonly served: readonly DigPlace[];
  readonly missed: readonly MissedPlace[];
  /** Rows passed and how many units lie there, by the question's rule, over the whole premises file. */
  readonly passedUnits: number;
  readonly barriers: readonly Barrier[];
  readonly detours: readonly Detour[];
  /**
   * Whole pence that were searched over (mid), and below which none can be: of the route and of connecting those it serves,
   * the yearly sums as they are worth today: the bill's `whole`; where premises are served for
   * what they are worth, also that of those left out. Within a budget: below which none to those served can be.
   */
  readonly searchedPence: number;
  readonly lowerBoundPence: number;
  /** Within a budget: units that no route within it can serve more of. null for other aims. */
  readonly mostUnits: number | null;
  /** True for the quick answer to an edit, before it is refined. */
  readonly isQuick: boolean;
  readonly work: WorkDone;
  /** What it was made of: content ids of files and the rate card's fingerprint. Another means: out of date. */
  readonly madeOf: { readonly contents: readonly string[]; readonly rates: string };
  /** What was assumed or not known, in words, from streets, rates and question. */
  readonly notes: readonly string[];
}

/** A dig as a project keeps it. */
export interface DigDesign {
  readonly id: string;
  readonly name: string;
  readonly question: DigQuestion;
  /** null: not run yet, or cancelled before there was one. */
  readonly result: DigResult | null;
}
