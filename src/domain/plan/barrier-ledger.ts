import type { Spread } from '../cost/rate-card.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Barrier } from './barrier.ts';
import type { BuiltIntervention } from './intervention.ts';
import type { Lever } from './lever.ts';

/** What removing one barrier changes in one design, worked out anew without it. Positive is good: more served, pence and weeks saved. */
export interface LedgerEntry {
  readonly barrier: Barrier;
  /** Place in words: the street's or roof's name. */
  readonly placeName: string;
  readonly intervention: BuiltIntervention;
  readonly unitsUnlocked: number;
  readonly penceSaved: Spread;
  /** Weeks by which the last service comes sooner; null: not known. */
  readonly weeksSaved: Spread | null;
  /** The lever that would remove it, ready to be pulled; null: none that we know. */
  readonly lever: Lever | null;
}

/** Barriers of a plan, ranked by units, then pence, then weeks unlocked. */
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
  readonly barredBy: string | null;
  /** Units of the plan's premises that it reaches, and those of them that no hub of the plan serves. */
  readonly reaches: number;
  readonly newlyReaches: number;
  readonly gigabit: number;
}

export interface RoofRanking {
  readonly planId: string;
  readonly madeOf: string;
  readonly unit: Unit;
  readonly roofs: readonly RankedRoof[];
  readonly notes: readonly string[];
}
