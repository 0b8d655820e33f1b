import type { Barrier } from './barrier.ts';

/**
 * Whether a barrier stands on a day (ISO, YYYY-MM-DD), its first and last day included. A date of a year or a month only
 * means all of it; null is open-ended or not known, and then the barrier stands.
 */
export function isInForce({ from, until }: Pick<Barrier, 'from' | 'until'>, day: string): boolean {
  const hasBegun = from === null || day.slice(0, from.length) >= from;
  const hasEnded = until !== null && day.slice(0, until.length) > until;
  return hasBegun && !hasEnded;
}
