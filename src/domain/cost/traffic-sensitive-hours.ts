import { isInForce } from '../plan/is-in-force.ts';
import type { TrafficSensitive } from './bill.ts';
import type { BillAsked } from './bill-asked.ts';
import { hoursADay } from './hours-a-day.ts';
import type { RateCard } from './rate-card.ts';
import { addSpreads, mapSpread, NO_SPREAD } from './spread.ts';
import { worksOfPiece } from './works-of-piece.ts';

/**
 * Hours of works that fall into the traffic-sensitive hours of their streets: days times the hours that the restriction
 * names. Restrictions in force at the beginning of the works; those without hours are counted, not guessed at.
 */
export function trafficSensitiveHours(
  { pieces, barriers, worksFrom }: BillAsked,
  card: RateCard,
): TrafficSensitive {
  const sensitive = new Map(
    barriers
      .filter((one) => one.kind === 'traffic-sensitive street' && isInForce(one, worksFrom))
      .map(({ id, hours }) => [id, hours === undefined ? null : hoursADay(hours)]),
  );
  let hours = NO_SPREAD;
  const [streetsWith, streetsWithout] = [new Set<string | null>(), new Set<string | null>()];
  for (const piece of pieces) {
    if (piece.method === null) continue;
    const told = piece.barriers.flatMap((id) => (sensitive.has(id) ? [sensitive.get(id) ?? null] : []));
    if (told.length === 0) continue;
    const known = told.filter((one) => one !== null);
    if (known.length === 0) streetsWithout.add(piece.street);
    else {
      streetsWith.add(piece.street);
      const days = worksOfPiece(piece, card)?.days ?? NO_SPREAD;
      hours = addSpreads(
        hours,
        mapSpread(days, (one) => one * Math.max(...known)),
      );
    }
  }
  return {
    hours,
    streetsWithHours: streetsWith.size,
    streetsWithoutHours: [...streetsWithout].filter((street) => !streetsWith.has(street)).length,
  };
}
