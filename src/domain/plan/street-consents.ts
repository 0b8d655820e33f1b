import type { Spread } from '../cost/rate-card.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { Barrier } from './barrier.ts';
import { isInForce } from './is-in-force.ts';
import type { PlanItem } from './plan-card.ts';

/**
 * What a consent to dig in a street takes, by the same items as on a roof: the planning authority's in a conservation area, or that of
 * a private street's owner, whom nobody has asked. null: it is no such consent, or a permit or crossing, which are asked for by themselves.
 */
export function consentToDig({ kind, effect }: Pick<Barrier, 'kind' | 'effect'>): {
  readonly weeks: PlanItem;
  /** null: what it costs is not known. */
  readonly pounds: PlanItem | null;
  readonly name: string;
} | null {
  if (effect.forbids) return null;
  if (kind === 'listed building or conservation area')
    return { weeks: 'weeksForPlanning', pounds: 'poundsForPlanning', name: 'planning consent' };
  if (kind === 'wayleave')
    return { weeks: 'weeksForUnaskedRoof', pounds: null, name: 'leave of a private street’s owner' };
  return null;
}

/** Pieces with what consents to dig cost, as far as that is known: each once, on the first piece that needs it. */
export function withConsents(
  pieces: readonly TrenchPiece[],
  {
    barriers,
    day,
    pence,
  }: {
    readonly barriers: readonly Barrier[];
    /** ISO date at which works begin. */
    readonly day: string;
    /** Whole pence of one application. */
    readonly pence: Spread;
  },
): TrenchPiece[] {
  const asked = new Set(
    barriers
      .filter((barrier) => isInForce(barrier, day) && consentToDig(barrier)?.pounds)
      .map(({ id }) => id),
  );
  return pieces.map((piece) => {
    const own = piece.barriers.filter((id) => asked.delete(id)).length;
    if (own === 0 || pence.high === 0) return piece;
    const all = { low: own * pence.low, mid: own * pence.mid, high: own * pence.high };
    return { ...piece, parts: [...piece.parts, { what: 'consents', pence: all, isYearly: false }] };
  });
}
