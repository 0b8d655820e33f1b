import type { Spread } from '../cost/rate-card.ts';
import type { Barrier } from './barrier.ts';

/** What stands in a roof's way under the levers that are pulled, and what that comes to. */
export interface RoofTerms {
  /** Id of the barrier that keeps it from being used at all; null: it may be. */
  readonly barredBy: string | null;
  /** What is met, levers taken into account: those lifted are not in it. */
  readonly barriers: readonly Barrier[];
  /** Whole pence paid once for what stands in the way (power, planning, notices). */
  readonly pence: Spread;
  /** Whole pence a year: rent and business rates. */
  readonly penceAYear: Spread;
  /** Until works at it can begin; null: not known. */
  readonly weeks: Spread | null;
}
