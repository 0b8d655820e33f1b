import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillAsked } from '../../../src/domain/cost/bill-asked.ts';
import { billOf } from '../../../src/domain/cost/bill-of.ts';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { edgePence } from '../../../src/domain/cost/edge-pence.ts';
import { pieceOfEdge } from '../../../src/domain/cost/piece-of-edge.ts';
import type { RateCard, Spread } from '../../../src/domain/cost/rate-card.ts';
import { addSpreads, NO_SPREAD } from '../../../src/domain/cost/spread.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { EDGE_KINDS } from '../../../src/domain/streets/street-network.ts';
import { SURFACES } from '../../../src/domain/streets/surface.ts';
import { exactly, plainCard, rateCards } from '../../builders/any-rate-card.ts';
import { type PricedEdge, pricedNetwork, streetBarrier } from '../../builders/priced-network.ts';

const RULES = {
  served: [{ units: 2 }, { units: 1 }],
  passedUnits: 10,
  takeUpPercent: 45,
  passed: { kind: 'within', metres: 30 },
  worksFrom: '2026-11-27',
} as const;

/** A route over all of these edges. */
function routeOf(edges: readonly PricedEdge[], card: RateCard, barriers: readonly Barrier[] = []): BillAsked {
  const { pricer } = edgePence(pricedNetwork(edges, barriers), card, {
    worksFrom: RULES.worksFrom,
    lifted: [],
  });
  return { ...RULES, barriers, pieces: edges.map((_, edge) => pieceOfEdge(pricer, edge)) };
}

const sum = (spreads: readonly Spread[]): Spread => spreads.reduce(addSpreads, NO_SPREAD);
const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const anyEdge: fc.Arbitrary<PricedEdge> = fc.record({
  metres: fc.double({ min: 0, max: 500, noNaN: true }),
  kind: fc.constantFrom(...EDGE_KINDS),
  surface: fc.constantFrom(...SURFACES),
  microtrench: fc.constantFrom(-1, 0, 1),
  poles: fc.nat(40),
  street: fc.constantFrom('High Street', 'Low Lane', undefined),
});

describe('a bill of quantities', () => {
  it('adds up: parts, streets, kinds of metres and pieces to the same total, low ≤ mid ≤ high', () => {
    fc.assert(
      fc.property(rateCards, fc.array(anyEdge, { maxLength: 15 }), (card, edges) => {
        const asked = routeOf(edges, card);
        const bill = billOf(asked, card);
        const connections = bill.parts.find(({ what }) => what === 'connection')?.pence ?? NO_SPREAD;
        const pieces = sum(asked.pieces.flatMap(({ parts }) => parts.map(({ pence }) => pence)));
        expect(sum(bill.parts.map(({ pence }) => pence))).toEqual(bill.whole);
        expect(addSpreads(bill.capital, bill.presentValueOfRunning)).toEqual(bill.whole);
        expect(addSpreads(pieces, connections)).toEqual(bill.whole);
        expect(addSpreads(sum(bill.streets.map(({ pence }) => pence)), connections)).toEqual(bill.whole);
        expect(addSpreads(sum(bill.metres.map(({ pence }) => pence)), connections)).toEqual(bill.whole);
        expect(total(bill.metres.map(({ metres }) => metres))).toBeCloseTo(
          total(edges.map(({ metres }) => metres)),
          6,
        );
        expect(total(bill.streets.map(({ metres }) => metres))).toBeCloseTo(
          total(edges.map(({ metres }) => metres)),
          6,
        );
        expect(addSpreads(sum(bill.streets.map(({ capital }) => capital)), connections)).toEqual(
          bill.capital,
        );
        expect(addSpreads(sum(bill.metres.map(({ capital }) => capital)), connections)).toEqual(bill.capital);
        const { whole, capital, runningAYear, days, streetDays, carbonKilograms, chambers } = bill;
        for (const spread of [whole, capital, runningAYear, days, streetDays, carbonKilograms, chambers])
          expect(spread.low <= spread.mid && spread.mid <= spread.high).toBe(true);
        expect(streetDays.mid).toBeGreaterThanOrEqual(days.mid - 1e-6);
      }),
    );
  });

  it('of nothing costs nothing', () => {
    const bill = billOf({ ...RULES, served: [], passedUnits: 0, pieces: [], barriers: [] }, DEFAULT_RATES);
    expect(bill).toMatchObject({
      whole: NO_SPREAD,
      days: NO_SPREAD,
      trenchMetres: 0,
      parts: [],
      streets: [],
      assumed: [],
      pencePerPassed: null,
      pencePerConnected: null,
    });
  });

  it('counts metres, chambers, crossings, lead-ins, poles and connections', () => {
    const card = plainCard(
      {
        metresBetweenChambers: { value: { low: 50, mid: 100, high: 200 }, source: null },
        poundsPerConnection: exactly(100),
      },
      { poundsPerMetre: exactly(1) },
    );
    const bill = billOf(
      routeOf(
        [
          { metres: 300, street: 'High Street' },
          { metres: 100, street: 'High Street', surface: 'carriageway' },
          { metres: 8, kind: 'crossing', crossing: 'street', surface: 'carriageway' },
          { metres: 40, kind: 'pole route', poles: 2 },
          { metres: 60, kind: 'duct' },
          { metres: 5, kind: 'lead-in' },
          { metres: 7, kind: 'lead-in' },
        ],
        card,
      ),
      card,
    );
    expect(bill).toMatchObject({
      trenchMetres: 408,
      ductMetres: 60,
      poleMetres: 40,
      poles: 2,
      leadIns: 2,
      leadInMetres: 12,
      chambers: { low: 2, mid: 4, high: 8 },
      crossings: [{ crossing: 'street', count: 1 }],
      premises: {
        served: 3,
        passed: 10,
        connected: 1,
        passedRule: 'within 30 m of the trench, ducts and poles',
      },
      parts: [
        { what: 'trench', pence: { mid: 40_800 } },
        { what: 'connection', pence: { mid: 13_500 } },
      ],
      pencePerPassed: { mid: 4080 },
      pencePerConnected: { mid: 54_300 },
    });
    expect(bill.metres.map(({ kind, surface, metres }) => [kind, surface, metres])).toEqual([
      ['street', 'carriageway', 100],
      ['street', 'footway', 300],
      ['crossing', 'carriageway', 8],
      ['duct', 'footway', 60],
      ['pole route', 'footway', 40],
      ['lead-in', 'footway', 12],
    ]);
  });

  it('adds the days of each street, and makes them whole for how long streets are up', () => {
    const card = plainCard({}, { metresPerDay: { value: { low: 10, mid: 20, high: 40 }, source: null } });
    const route = routeOf(
      [
        { metres: 50, street: 'High Street' },
        { metres: 20, street: 'Low Lane' },
        { metres: 30, street: 'High Street', kind: 'duct' },
        { metres: 9, kind: 'lead-in' },
      ],
      card,
    );
    const { days, streetDays, streets } = billOf(route, card);
    expect(days).toEqual({ low: 1.75, mid: 3.5, high: 7 });
    expect(streetDays).toEqual({ low: 3, mid: 4, high: 7 });
    expect(streets.map(({ name, metres, days: { mid } }) => [name, metres, mid])).toEqual([
      ['High Street', 80, 2.5],
      ['Low Lane', 20, 1],
      [null, 9, 0],
    ]);
  });

  it('makes the days of lines without a name whole once, together: where a street ends is not known', () => {
    const card = plainCard({}, { metresPerDay: exactly(10) });
    const route = routeOf(
      [
        ...['1', '2', '3', '4'].map((street) => ({ metres: 6, street })),
        { metres: 12, street: 'High Street' },
        { metres: 40, street: '5', kind: 'duct' },
        { metres: 9, kind: 'lead-in' },
      ],
      card,
    );
    const pieces = route.pieces.map((piece) =>
      piece.streetName?.match(/^\d$/) ? { ...piece, streetName: null } : piece,
    );
    const { days, streetDays, nameless } = billOf({ ...route, pieces }, card);
    expect(days.mid).toBeCloseTo(3.6, 9);
    expect(nameless?.lines).toBe(4);
    expect(nameless?.days.mid).toBeCloseTo(2.4, 9);
    expect(streetDays.mid).toBe(3 + 2);
    expect(billOf(route, card).nameless).toBe(null);
  });

  it('says what it counts: premises, unless the dig was asked for something else', () => {
    const route = routeOf([], DEFAULT_RATES);
    expect(billOf(route, DEFAULT_RATES).premises.unit).toBe('premises');
    expect(billOf({ ...route, unit: 'postcodes' }, DEFAULT_RATES).premises.unit).toBe('postcodes');
  });

  it('counts traffic-sensitive hours where hours are known, and streets where they are not', () => {
    const card = plainCard({}, { metresPerDay: exactly(10) });
    const barriers = [
      streetBarrier({ id: 'a', kind: 'traffic-sensitive street', hours: '07:00-09:30' }),
      streetBarrier({ id: 'b', kind: 'traffic-sensitive street' }),
      streetBarrier({ id: 'c', kind: 'traffic-sensitive street', hours: '06:00-20:00', until: '2026-01-01' }),
    ];
    const route = routeOf(
      [
        { metres: 40, street: 'High Street', barriers: [0, 1] },
        { metres: 40, street: 'Low Lane', barriers: [1] },
        { metres: 40, street: 'Old Lane', barriers: [2] },
        { metres: 40, street: 'Old Lane', barriers: [0], kind: 'duct' },
      ],
      card,
      barriers,
    );
    expect(billOf(route, card).trafficSensitive).toEqual({
      hours: { low: 10, mid: 10, high: 10 },
      streetsWithHours: 1,
      streetsWithoutHours: 1,
    });
  });

  it('sums the present value of what is paid each year', () => {
    const card = {
      ...plainCard({ poundsPerMetreOfDuctAYear: exactly(1) }),
      termYears: { value: 20, source: null },
      discountPercent: { value: 3.5, source: null },
    };
    const bill = billOf(routeOf([{ metres: 100, kind: 'duct' }], card), card);
    expect(bill.runningAYear.mid).toBe(10_000);
    expect(bill.presentValueOfRunning.mid).toBe(142_124);
    expect(bill.capital.mid).toBe(0);
  });

  it('counts carbon of what is dug, and says how far it lacks a rate', () => {
    const card = plainCard(
      {},
      { carbonKilogramsPerMetre: { value: { low: 1, mid: 2, high: 3 }, source: null } },
    );
    const route = routeOf(
      [{ metres: 100 }, { metres: 50, surface: 'verge' }, { metres: 9, kind: 'duct' }],
      card,
    );
    expect(billOf(route, card)).toMatchObject({
      carbonKilograms: { low: 150, mid: 300, high: 450 },
      metresWithoutRate: 0,
    });
    const other = { ...card, trench: card.trench.filter(({ surface }) => surface !== 'verge') };
    expect(billOf(route, other)).toMatchObject({
      carbonKilograms: { low: 100, mid: 200, high: 300 },
      metresWithoutRate: 50,
    });
  });

  it('names what of it nobody sourced, and nothing that it does not use', () => {
    const bill = billOf(
      routeOf(
        [
          { metres: 100, surface: 'soft' },
          { metres: 20, kind: 'lead-in' },
        ],
        DEFAULT_RATES,
      ),
      DEFAULT_RATES,
    );
    expect(bill.assumed).toContain('Price of a metre (soft, mole plough)');
    expect(bill.assumed).toContain('Lead-in, each');
    expect(bill.assumed).not.toContain('Metre of lead-in');
    expect(bill.assumed.join()).not.toMatch(/carriageway|Lane rental|Rent of/);
  });
});
