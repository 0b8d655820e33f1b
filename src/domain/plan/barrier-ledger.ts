import type { Spread } from '../cost/rate-card.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Lacking } from '../project/lacks.ts';
import type { Barrier } from './barrier.ts';
import type { BuiltIntervention } from './intervention.ts';
import type { Lever } from './lever.ts';

/** What removing barriers of one decision changes in one design, worked out anew without them. Positive is good: more served, pence and weeks saved. */
export interface LedgerEntry {
  /** The first of those that the decision is about. */
  readonly barrier: Barrier;
  /** Ids of the roofs or streets that it is about, none twice; none: the whole plan. */
  readonly places: readonly string[];
  /** Place in words: names of the streets or roofs, or whose they are. */
  readonly placeName: string;
  readonly intervention: BuiltIntervention;
  /** Whether the barrier keeps this design from premises, or is met by it; false: it only gains by its removal. */
  readonly isMet: boolean;
  readonly unitsUnlocked: number;
  /** Whole pence of present value; a plan that serves more may cost more. null: not known. Ends in order. */
  readonly penceSaved: Lacking<Spread> | null;
  /**
   * Whole pence, mid, by which a better design, found meanwhile, is cheaper without the lever too: not in what is saved. 0: none was found.
   */
  readonly foundMeanwhilePence: number;
  /** Whole pence of the gap to fund that somebody pays by it; null: it is no matter of demand. Ends in order. */
  readonly gapClosed: Lacking<Spread> | null;
  /** What is worse for it though cheaper at middle prices: whole pence more at the high end, street-days more; 0: nothing. */
  readonly highPenceMore: number;
  readonly streetDaysMore: number;
  /** Whole pence that the lever costs whoever pulls it, for this design; null: not known, or there is no lever. Ends in order. */
  readonly leverPence: Spread | null;
  /** Weeks by which the last service comes sooner; null: not known. Ends in order. */
  readonly weeksSaved: Spread | null;
  /** The lever that would remove it, ready to be pulled; null: none that we know. */
  readonly lever: Lever | null;
}

/**
 * Barriers of a plan, ranked by units, then whole pounds saved less what the lever costs, then weeks, then what is closed of the gap. Those
 * whose lever's cost nobody knows stand after those that save more than they cost, those that cost more than they save last.
 */
export interface BarrierLedger {
  readonly planId: string;
  readonly madeOf: string;
  readonly unit: Unit;
  readonly entries: readonly LedgerEntry[];
  /** Barriers of a kind that were not worked out, and why. */
  readonly leftOut: readonly { readonly count: number; readonly why: string }[];
}

/** A council's asset as a hub by itself, beside the plan's hubs. */
export interface RankedRoof {
  readonly roof: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly wayleave: string;
  /** What keeps it from being used under the plan's levers, in words; null: nothing does. */
  readonly barredBy: string | null;
  /** Whether the plan has a hub on it. */
  readonly isHub: boolean;
  /** Units of the plan's premises that it reaches, and those of them that no hub of the plan serves. */
  readonly reaches: number;
  readonly newlyReaches: number;
  /** Units reached that no hub of the plan on another owner's roof serves: what the council's roofs are needed for. */
  readonly beyondOthers: number;
  /** Of those reached, at 1,000 Mbit/s or more. */
  readonly gigabit: number;
}

/** The barred roofs of a plan by what each keeps from being served. */
export interface RoofRanking {
  readonly planId: string;
  readonly madeOf: string;
  readonly unit: Unit;
  /** Units asked for by the plan. */
  readonly asked: number;
  readonly roofs: readonly RankedRoof[];
  readonly notes: readonly string[];
}

/** Works of others in a street that a design digs. */
export interface SharedWorks {
  /** Id of the street. */
  readonly street: string;
  readonly streetName: string;
  readonly promoter: string | null;
  readonly works: string | null;
  /** ISO dates; null: not known. */
  readonly begins: string | null;
  readonly ends: string | null;
  /** Whether they would let a duct in; null: nobody has asked. */
  readonly shares: boolean | null;
  /** Whether they fall in the time in which a plan waits for works (`isInTime`). */
  readonly isInTime: boolean;
  readonly intervention: BuiltIntervention;
  /** Metres that the design digs in the street, and whole pence that sharing its trench would save. */
  readonly metres: number;
  readonly penceSaved: Spread;
  /** Whether the plan's levers share it already: then it is saved. */
  readonly isShared: boolean;
}

/** Which works of others lie in the streets of a plan's designs. */
export interface DigOnceCalendar {
  readonly planId: string;
  readonly madeOf: string;
  /** ISO date at which the plan's own works begin. */
  readonly worksFrom: string;
  /** By beginning, those not known last; the same works once for each design that digs there. */
  readonly works: readonly SharedWorks[];
  /** Rows of calendars: all, and those that name no street of the network. */
  readonly listed: number;
  readonly unmatched: number;
}
