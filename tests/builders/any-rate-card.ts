import fc from 'fast-check';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import {
  METHODS,
  RATE_ITEMS,
  type RateCard,
  type RateItem,
  type Spread,
  type TrenchRate,
} from '../../src/domain/cost/rate-card.ts';
import { ITEM_LIMITS } from '../../src/domain/cost/rate-limits.ts';
import type { Source } from '../../src/domain/project/figure.ts';
import type { Sourced } from '../../src/domain/project/sourced.ts';
import { SURFACES } from '../../src/domain/streets/surface.ts';

/** A spread of one figure, assumed. */
export function exactly(value: number): Sourced<Spread> {
  return { value: { low: value, mid: value, high: value }, source: null };
}

/** A card where everything costs nothing but what is said; open cut in every surface, a metre a day. */
export function plainCard(
  items: Partial<Record<RateItem, Sourced<Spread>>> = {},
  trench: Partial<TrenchRate> = {},
): RateCard {
  return {
    ...DEFAULT_RATES,
    trench: SURFACES.map((surface) => ({
      surface,
      method: 'open cut',
      isAllowed: true,
      poundsPerMetre: exactly(0),
      metresPerDay: exactly(1),
      carbonKilogramsPerMetre: exactly(0),
      ...trench,
    })),
    items: Object.fromEntries(
      RATE_ITEMS.map((item) => [item, items[item] ?? exactly(item === 'metresBetweenChambers' ? 1 : 0)]),
    ) as RateCard['items'],
    crossings: {
      street: exactly(0),
      bridge: exactly(0),
      tram: exactly(0),
      'level crossing': exactly(0),
      railway: exactly(0),
      water: exactly(0),
      motorway: null,
    },
    termYears: { value: 10, source: null },
    discountPercent: { value: 0, source: null },
  };
}

const word = fc.stringMatching(/^[-=+@'"A-Za-z£,;][-A-Za-z0-9 ,;"'£]{0,11}[A-Za-z0-9"']$/);
const source: fc.Arbitrary<Source | null> = fc.option(
  fc.record({
    title: word,
    publisher: fc.option(word),
    date: fc.constantFrom(null, '2024', '2024-02', '2024-02-29'),
    licence: fc.option(word),
    url: fc.constantFrom(null, 'https://example.org/rates?a=1'),
  }),
);

/** A spread within bounds. */
export function spreads(low: number, high: number): fc.Arbitrary<Sourced<Spread>> {
  const figure = fc.double({ min: low, max: high, noNaN: true }).map((value) => (value === 0 ? 0 : value));
  return fc.record({
    value: fc.tuple(figure, figure, figure).map((three) => {
      const [a, b, c] = three.sort((x, y) => x - y);
      return { low: a, mid: b, high: c };
    }),
    source,
  });
}

const trenchRate = (surface: TrenchRate['surface'], method: TrenchRate['method']) =>
  fc.record({
    surface: fc.constant(surface),
    method: fc.constant(method),
    isAllowed: fc.boolean(),
    poundsPerMetre: spreads(0, 1000),
    metresPerDay: spreads(1, 1000),
    carbonKilogramsPerMetre: spreads(0, 100),
  });

const crossing = fc.option(spreads(0, 100_000));

/** Cards of every kind that the checks let pass; every surface has an open cut that is allowed. */
export const rateCards: fc.Arbitrary<RateCard> = fc.record({
  id: word,
  name: word,
  priceBase: fc.constantFrom(null, '2026'),
  trench: fc
    .tuple(
      fc.tuple(...SURFACES.map((surface) => trenchRate(surface, 'open cut'))),
      fc.subarray(SURFACES.flatMap((surface) => METHODS.slice(1).map((method) => ({ surface, method })))),
    )
    .chain(([open, more]) =>
      fc
        .tuple(...more.map(({ surface, method }) => trenchRate(surface, method)))
        .map((others) => [...open.map((rate) => ({ ...rate, isAllowed: true })), ...others]),
    ),
  items: fc.record(
    Object.fromEntries(
      RATE_ITEMS.map((item) => [
        item,
        spreads(ITEM_LIMITS[item].low, Math.min(1000, ITEM_LIMITS[item].high)),
      ]),
    ),
  ) as fc.Arbitrary<RateCard['items']>,
  crossings: fc.record({
    street: crossing,
    bridge: crossing,
    tram: crossing,
    'level crossing': crossing,
    railway: crossing,
    water: crossing,
    motorway: crossing,
  }),
  termYears: fc.record({ value: fc.integer({ min: 1, max: 100 }), source }),
  discountPercent: fc.record({ value: fc.double({ min: 0.01, max: 30, noNaN: true }), source }),
});
