import type { RateCard, Spread } from '../cost/rate-card.ts';
import { mapSpread, NO_SPREAD } from '../cost/spread.ts';
import type { DigQuestion } from '../dig/dig-question.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { Barrier } from './barrier.ts';
import { isInForce } from './is-in-force.ts';
import type { Lever } from './lever.ts';
import { excavationsByStreet, type PlannedExcavation } from './planned-excavations.ts';
import { isPulledFor, leversInForce } from './pulled-for.ts';

/** What levers change for whoever digs. */
export interface LeveredDig {
  /** Streets whose protection is lifted: the question's own `lifted`. */
  readonly lifted: DigQuestion['lifted'];
  /** By id of a street whose trench is shared with another's works: the share of its trench saved, at most 1, low the least. */
  readonly sharedStreets: ReadonlyMap<string, Spread>;
  /** The works that are shared, by id of the street. */
  readonly sharedWith: ReadonlyMap<string, PlannedExcavation>;
  /** The rate card without what is waived everywhere. */
  readonly ratesWith: (rates: RateCard) => RateCard;
  /** The network in which waived lane rental and traffic-sensitive hours stand no more (`isWaived`): the same one where none are. */
  readonly networkWith: (network: StreetNetwork) => StreetNetwork;
}

/** Works that begin later than this after ours are not waited for: assumed. */
export const MOST_DAYS_TO_WAIT = 365;

/**
 * What a plan's levers come to for a dig over a network. A protected street is opened where a lever is pulled for it; a trench is shared
 * in streets whose promoter lets a duct in (where a lever names the street: also where nobody has asked), if their works
 * are not over at `worksFrom` and begin within MOST_DAYS_TO_WAIT of it. `percentSaved`: the plan card's, of a shared trench.
 */
export function leveredDig(
  question: Pick<DigQuestion, 'worksFrom'>,
  pulled: readonly Lever[],
  given: {
    readonly network: Pick<StreetNetwork, 'streets' | 'streetsCalled' | 'barriers'>;
    readonly excavations: readonly PlannedExcavation[];
    readonly percentSaved: Spread;
  },
): LeveredDig {
  const { network, excavations, percentSaved } = given;
  const { worksFrom } = question;
  const levers = leversInForce(pulled, worksFrom);
  const lifted = new Map<string, string>();
  for (const barrier of network.barriers) {
    if (!barrier.effect.forbids || !isInForce(barrier, worksFrom)) continue;
    const lever = levers.find((one) => isPulledFor(one, barrier.kind, barrier.place));
    if (lever) lifted.set(barrier.place, `lever: ${lever.kind}`);
  }
  const sharedWith = new Map<string, PlannedExcavation>();
  const onces = levers.filter(({ kind }) => kind === 'dig-once');
  if (onces.length > 0 && percentSaved.high > 0)
    for (const [street, works] of excavationsByStreet(excavations, network).byStreet)
      for (const { places } of onces) {
        const shared = works.find(
          (one) =>
            isInTime(one, worksFrom) &&
            (places?.includes(street) ? one.shares !== false : places === null && one.shares === true),
        );
        if (shared && !sharedWith.has(street)) sharedWith.set(street, shared);
      }
  const waivesPermits = levers.some(({ removes, places }) => removes.includes('permit') && places === null);
  return {
    lifted: Array.from(lifted, ([street, reason]) => ({ street, reason })),
    sharedStreets: new Map(
      Array.from(sharedWith.keys(), (street) => [
        street,
        mapSpread(percentSaved, (percent) => Math.min(percent, 100) / 100),
      ]),
    ),
    sharedWith,
    ratesWith: (rates) => (waivesPermits ? withoutPermits(rates) : rates),
    networkWith: (whole) => withWaived(whole, levers),
  };
}

/** Whether works still go on, or begin, when a plan's do: dates that are not known are not in time. */
export function isInTime(
  { begins, ends }: Pick<PlannedExcavation, 'begins' | 'ends'>,
  worksFrom: string,
): boolean {
  if (begins === null || (ends ?? begins) < worksFrom) return false;
  return (Date.parse(begins) - Date.parse(worksFrom)) / 86_400_000 <= MOST_DAYS_TO_WAIT;
}

function withoutPermits(rates: RateCard): RateCard {
  const waived = { value: NO_SPREAD, source: null };
  return { ...rates, items: { ...rates.items, poundsPerDayOfPermit: waived } };
}

const WAIVED: ReadonlySet<Barrier['kind']> = new Set(['lane rental', 'traffic-sensitive street']);

/** What is waived stands no more, from the first day that there is; it stays on its edges, so that pieces know of it once it is not. */
function withWaived(network: StreetNetwork, levers: readonly Lever[]): StreetNetwork {
  const { barriers } = network;
  const isGone = barriers.map(
    ({ kind, place }) => WAIVED.has(kind) && levers.some((lever) => isPulledFor(lever, kind, place)),
  );
  if (!isGone.includes(true)) return network;
  return {
    ...network,
    barriers: barriers.map((barrier, at) => (isGone[at] ? { ...barrier, until: WAIVED_UNTIL } : barrier)),
  };
}

/** A year before all works. */
const WAIVED_UNTIL = '0000';

/** Whether a lever waives it: it is no barrier of what is dug so. */
export function isWaived({ until }: Pick<Barrier, 'until'>): boolean {
  return until === WAIVED_UNTIL;
}
