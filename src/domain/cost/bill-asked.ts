import type { Barrier } from '../plan/barrier.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Spread } from './rate-card.ts';
import type { TrenchPiece } from './trench-piece.ts';

/** A route and whom it is for: `{ ...design.question, ...design.result }` is one. */
export interface BillAsked {
  /** What units are; absent: premises. */
  readonly unit?: Unit;
  readonly pieces: readonly TrenchPiece[];
  readonly barriers: readonly Barrier[];
  readonly served: readonly { readonly units: number }[];
  readonly passedUnits: number;
  /** A range where it is not known how many gathered demand adds. */
  readonly takeUpPercent: number | Spread;
  readonly passed: { readonly kind: 'within'; readonly metres: number } | { readonly kind: 'with a lead-in' };
  /** ISO date at which works begin. */
  readonly worksFrom: string;
}
