import type { Spread } from '../cost/rate-card.ts';
import { mapSpread, rangeAcross } from '../cost/spread.ts';
import type { Barrier, BarrierKind } from '../plan/barrier.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import { isInForce } from '../plan/is-in-force.ts';
import type { Lever } from '../plan/lever.ts';
import { isPulledFor, leversInForce } from '../plan/pulled-for.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import { type Lacking, withLacks } from '../project/lacks.ts';
import { rangeOf } from '../project/range.ts';
import type { Built } from './built-together.ts';

/**
 * Barriers that what is built meets once the levers are pulled, each once: those on its pieces that stand on the day that
 * works begin, then those of its hubs' roofs, then too little demand where a gap is left to fund. What the route goes round is not met.
 */
export function metBarriers(
  { pieces, barriers, hubs }: Pick<Built, 'pieces' | 'barriers' | 'hubs'>,
  {
    levers,
    termsOf,
    day,
    gap,
  }: {
    readonly levers: readonly Lever[];
    readonly termsOf: (roof: HubRoof) => RoofTerms;
    /** ISO date. */
    readonly day: string;
    /** Whole pence of building that nobody pays: supplier, vouchers and top-up taken off. */
    readonly gap?: Lacking<Spread>;
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
  const ofDemand = gap && gap.mid > 0 ? [tooLittleDemand(gap)] : [];
  return [
    ...new Map([...ofStreets, ...ofRoofs, ...ofDemand].map((barrier) => [barrier.id, barrier])).values(),
  ];
}

/** Who takes the service, and those who pay for them, bring less than building costs. @param gap whole pence */
function tooLittleDemand(gap: Lacking<Spread>): Barrier {
  const { low, mid, high } = mapSpread(rangeAcross(gap), (pence) => pence / 100);
  return {
    ...{ id: 'too little demand', kind: 'missing demand', place: '' },
    owner: 'those who could take the service, and who pays beside them',
    effect: {
      pounds: withLacks(rangeOf(low, mid, high, '£', 'modelled'), gap.lacks?.above ?? []),
      weeks: null,
      forbids: false,
    },
    ...{ from: null, until: null, source: null },
  };
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
