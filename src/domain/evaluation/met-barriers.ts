import type { Barrier, BarrierKind } from '../plan/barrier.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import { isInForce } from '../plan/is-in-force.ts';
import type { Lever } from '../plan/lever.ts';
import { isPulledFor, leversInForce } from '../plan/pulled-for.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { Built } from './built-together.ts';

/**
 * Barriers that what is built meets once the levers are pulled, each once: those on its pieces that stand on the day that
 * works begin, then those of its hubs' roofs. What the route goes round is not met.
 */
export function metBarriers(
  { pieces, barriers, hubs }: Pick<Built, 'pieces' | 'barriers' | 'hubs'>,
  {
    levers,
    termsOf,
    day,
  }: {
    readonly levers: readonly Lever[];
    readonly termsOf: (roof: HubRoof) => RoofTerms;
    /** ISO date. */
    readonly day: string;
  },
): Barrier[] {
  const on = new Set(pieces.flatMap((piece) => piece.barriers));
  const pulled = leversInForce(levers, day);
  const ofStreets = barriers.filter(
    (barrier) =>
      on.has(barrier.id) &&
      isInForce(barrier, day) &&
      !pulled.some((lever) => isPulledFor(lever, barrier.kind, barrier.place)),
  );
  const ofRoofs = hubs.flatMap(({ roof }) => termsOf(roof).barriers);
  return [...new Map([...ofStreets, ...ofRoofs].map((barrier) => [barrier.id, barrier])).values()];
}

/** Kinds of barriers at which somebody has to say yes. Permits are counted by street instead. */
export function isConsent({ kind }: Pick<Barrier, 'kind'>): boolean {
  return CONSENTS.has(kind);
}

const CONSENTS: ReadonlySet<BarrierKind> = new Set([
  'wayleave',
  'planning prior approval',
  'listed building or conservation area',
  'crossing',
  'spectrum',
]);
