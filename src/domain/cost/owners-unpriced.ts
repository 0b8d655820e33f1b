import { isInForce } from '../plan/is-in-force.ts';
import { consentToDig } from '../plan/street-consents.ts';
import type { BillAsked } from './bill-asked.ts';

/**
 * Ids of the barriers on a route whose owner has to give leave for a price that nobody knows: private streets, each once. What is
 * asked for is in no sum of money, so that every sum over the route is at least what it says. No lever moves them.
 */
export function ownersUnpriced({
  pieces,
  barriers,
  worksFrom,
}: Pick<BillAsked, 'pieces' | 'barriers' | 'worksFrom'>): string[] {
  const met = new Set(pieces.flatMap((piece) => piece.barriers));
  const unpriced = barriers.filter(
    (barrier) =>
      met.has(barrier.id) && isInForce(barrier, worksFrom) && consentToDig(barrier)?.pounds === null,
  );
  return [...new Set(unpriced.map(({ id }) => id))];
}

/** "What the owners of 3 private streets ask for their leave is not known, and in no sum of money"; null: there are none. */
export function unpricedWords({ length }: readonly string[]): string | null {
  return length === 0
    ? null
    : `What the ${length === 1 ? 'owner of one private street asks for its' : `owners of ${length} private streets ask for their`} leave is not known, and in no sum of money`;
}
