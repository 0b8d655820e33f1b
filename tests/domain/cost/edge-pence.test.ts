import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { edgePence } from '../../../src/domain/cost/edge-pence.ts';
import { EDGE_CLOSED } from '../../../src/domain/cost/edge-pricer.ts';
import { pieceOfEdge } from '../../../src/domain/cost/piece-of-edge.ts';
import type { RateCard } from '../../../src/domain/cost/rate-card.ts';
import { RateMissing } from '../../../src/domain/cost/rate-missing.ts';
import type { TrenchPiece } from '../../../src/domain/cost/trench-piece.ts';
import { CROSSINGS, EDGE_KINDS } from '../../../src/domain/streets/street-network.ts';
import { SURFACES } from '../../../src/domain/streets/surface.ts';
import { exactly, plainCard, rateCards } from '../../builders/any-rate-card.ts';
import { type PricedEdge, pricedNetwork, streetBarrier } from '../../builders/priced-network.ts';

const NOW = { worksFrom: '2026-11-27', lifted: [] };

const edges: fc.Arbitrary<PricedEdge> = fc.record({
  metres: fc.double({ min: 0, max: 500, noNaN: true }),
  kind: fc.constantFrom(...EDGE_KINDS),
  surface: fc.constantFrom(...SURFACES),
  crossing: fc.constantFrom(...CROSSINGS),
  microtrench: fc.constantFrom(-1, 0, 1),
  poles: fc.nat(40),
  street: fc.constantFrom('High Street', 'Low Lane'),
  barriers: fc.subarray([0, 1]),
});
const barriers = [
  streetBarrier({ id: 'rental', kind: 'lane rental' }),
  streetBarrier({ id: 'sensitive', kind: 'traffic-sensitive street', hours: '07:00-09:00' }),
];

function partsOf(piece: TrenchPiece): Map<string, number> {
  return new Map(piece.parts.map(({ what, pence }) => [what, pence.mid]));
}

/** Mid pence of one edge. */
function penceOf(edge: PricedEdge, card: RateCard, on = barriers): number {
  return edgePence(pricedNetwork([edge], on), card, NOW).pence[0];
}

function pieceOf(edge: PricedEdge, card: RateCard, on = barriers): TrenchPiece {
  return pieceOfEdge(edgePence(pricedNetwork([edge], on), card, NOW).pricer, 0);
}

describe('the price of an edge', () => {
  it('is the sum of its parts, in whole pence, low ≤ mid ≤ high in each', () => {
    fc.assert(
      fc.property(rateCards, fc.array(edges, { minLength: 1, maxLength: 12 }), (card, all) => {
        const { pence, pricer, closed } = edgePence(pricedNetwork(all, barriers), card, NOW);
        for (const edge of pence.keys()) {
          expect(Number.isFinite(pence[edge])).toBe(closed[edge] === 0);
          if (closed[edge] > 0) continue;
          const { parts } = pieceOfEdge(pricer, edge);
          expect(parts.reduce((sum, part) => sum + part.pence.mid, 0)).toBe(pence[edge]);
          for (const { pence: p } of parts) {
            expect([p.low, p.mid, p.high].every(Number.isInteger)).toBe(true);
            expect(p.low <= p.mid && p.mid <= p.high).toBe(true);
          }
        }
      }),
    );
  });

  it('does not fall when a price is raised', () => {
    const prices = Object.keys(DEFAULT_RATES.items).filter((item) => item !== 'metresBetweenChambers');
    fc.assert(
      fc.property(
        rateCards,
        edges,
        fc.constantFrom(...prices),
        fc.integer({ min: 0, max: 500 }),
        (card, edge, item, by) => {
          const name = item as keyof RateCard['items'];
          const { low, mid, high } = card.items[name].value;
          const dearer = {
            ...card,
            items: {
              ...card.items,
              [name]: { value: { low, mid: mid + by, high: high + by }, source: null },
            },
            trench: card.trench.map((rate, at) => {
              const { value } = rate.poundsPerMetre;
              return at % 2 === 0
                ? {
                    ...rate,
                    poundsPerMetre: {
                      value: { ...value, mid: value.mid + by, high: value.high + by },
                      source: null,
                    },
                  }
                : rate;
            }),
          };
          expect(penceOf(edge, dearer)).toBeGreaterThanOrEqual(penceOf(edge, card));
        },
      ),
    );
  });

  it('is twice as much trench, chambers, days and cable for twice the metres', () => {
    const card = plainCard(
      { poundsPerChamber: exactly(8), poundsPerDayOfPermit: exactly(3), poundsPerMetreOfCable: exactly(2) },
      { poundsPerMetre: exactly(100) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (metres) => {
        expect(penceOf({ metres: 2 * metres }, card)).toBe(2 * penceOf({ metres }, card));
        expect(penceOf({ metres }, card)).toBe(metres * 11_300);
      }),
    );
  });

  it('takes the method that is cheapest in all, microtrench only where one can surely be cut', () => {
    const edge = { metres: 100, surface: 'carriageway' } as const;
    expect(pieceOf({ ...edge, microtrench: 1 }, DEFAULT_RATES).method).toBe('microtrench');
    expect(pieceOf({ ...edge, microtrench: 0 }, DEFAULT_RATES).method).toBe('open cut');
    expect(pieceOf({ ...edge, microtrench: -1 }, DEFAULT_RATES).method).toBe('open cut');
    expect(pieceOf({ metres: 100, surface: 'soft' }, DEFAULT_RATES).method).toBe('mole plough');
    // Slow works are dear where days are: 10 m a day at £1,000 a day beats no trench that is £50 a metre dearer.
    const slow = plainCard({ poundsPerDayOfPermit: exactly(1000) }, { metresPerDay: exactly(10) });
    const fast = {
      ...slow.trench[2],
      method: 'directional drill' as const,
      poundsPerMetre: exactly(50),
      metresPerDay: exactly(100),
    };
    expect(pieceOf({ metres: 10 }, { ...slow, trench: [...slow.trench, fast] }).method).toBe(
      'directional drill',
    );
  });

  it('stops with the name of the surface that no method may be used in', () => {
    const { trench } = DEFAULT_RATES;
    const without = { ...DEFAULT_RATES, trench: trench.filter(({ surface }) => surface !== 'verge') };
    const banned = {
      ...DEFAULT_RATES,
      trench: trench.map((rate) => ({ ...rate, isAllowed: rate.surface !== 'verge' })),
    };
    const onlyMicro = { ...DEFAULT_RATES, trench: trench.filter(({ method }) => method === 'microtrench') };
    expect(() => penceOf({ metres: 1, surface: 'verge' }, without)).toThrow(
      /no rate for surface “verge”, by open cut/,
    );
    expect(() => penceOf({ metres: 1, surface: 'verge' }, banned)).toThrow(
      /in surface “verge” \(it has open cut, mole plough/,
    );
    expect(() => penceOf({ metres: 1, surface: 'footway' }, onlyMicro)).toThrow(RateMissing);
    expect(penceOf({ metres: 1, surface: 'footway', microtrench: 1 }, onlyMicro)).toBeGreaterThan(0);
    expect(penceOf({ metres: 1, surface: 'footway' }, without)).toBeGreaterThan(0);
  });

  it('charges days for traffic where there is some, and rental where a lane is let', () => {
    const card = plainCard(
      {
        poundsPerDayOfPermit: exactly(1),
        poundsPerDayOfTrafficManagement: exactly(10),
        poundsPerDayOfLaneRental: exactly(100),
      },
      { metresPerDay: exactly(50) },
    );
    const edge = { metres: 100, street: 'High Street' } as const;
    expect(penceOf(edge, card)).toBe(200);
    expect(penceOf({ ...edge, surface: 'carriageway' }, card)).toBe(2200);
    expect(penceOf({ ...edge, surface: 'not known' }, card)).toBe(2200);
    expect(penceOf({ ...edge, crossing: 'bridge' }, card)).toBe(2200);
    expect(penceOf({ ...edge, barriers: [1] }, card)).toBe(2200);
    expect(penceOf({ ...edge, barriers: [0] }, card)).toBe(20_200);
    expect(penceOf({ ...edge, kind: 'duct', barriers: [0, 1] }, card)).toBe(0);
    const over = [{ ...barriers[0], until: '2026-11-26' }];
    expect(penceOf({ ...edge, barriers: [0] }, card, over)).toBe(200);
  });

  it('rents ducts and poles over the term and maintains what is built', () => {
    const card = {
      ...plainCard({
        poundsPerMetreOfDuctAYear: exactly(0.5),
        poundsPerPoleAYear: exactly(6),
        poundsPerMetreOfCable: exactly(2),
        percentOfCapitalToMaintainAYear: exactly(5),
        percentForDesignAndSurvey: exactly(10),
        poundsPerLeadIn: exactly(30),
        poundsPerMetreOfLeadIn: exactly(4),
      }),
      termYears: { value: 10, source: null },
    };
    expect(partsOf(pieceOf({ metres: 100, kind: 'duct' }, card))).toEqual(
      new Map([
        ['cable', 20_000],
        ['design and survey', 2000],
        ['duct rent', 50_000],
        ['maintenance', 10_000],
      ]),
    );
    expect(partsOf(pieceOf({ metres: 100, kind: 'pole route', poles: 3 }, card)).get('pole rent')).toBe(
      18_000,
    );
    expect(partsOf(pieceOf({ metres: 5, kind: 'lead-in' }, card)).get('lead-in')).toBe(5000);
    expect(partsOf(pieceOf({ metres: 5, kind: 'lead-in' }, card)).has('cable')).toBe(false);
  });
});

describe('an edge that must not be dug', () => {
  const protectedStreet = streetBarrier({ id: 's58', until: '2027-05-31', forbids: true });

  it('is one in a street that a barrier forbids until a later day, unless that is lifted', () => {
    const network = pricedNetwork(
      [
        { metres: 9, street: 'High Street', barriers: [0] },
        { metres: 9, street: 'High Street', barriers: [0], kind: 'duct' },
        { metres: 9, street: 'Low Lane' },
      ],
      [protectedStreet],
    );
    const { pence, closed, closedBy, pricer } = edgePence(network, DEFAULT_RATES, NOW);
    expect([...closed].map((code) => EDGE_CLOSED[code])).toEqual(['restricted', 'open', 'open']);
    expect([...closedBy]).toEqual([0, -1, -1]);
    expect(pence[0]).toBe(Number.POSITIVE_INFINITY);
    expect(() => pieceOfEdge(pricer, 0)).toThrow(RangeError);
    const later = edgePence(network, DEFAULT_RATES, { ...NOW, worksFrom: '2027-06-01' });
    const lifted = edgePence(network, DEFAULT_RATES, { ...NOW, lifted: [{ street: 'id-High Street' }] });
    expect(later.pence[0]).toBe(pence[2]);
    expect(lifted.pence[0]).toBe(pence[2]);
  });

  it('is one over a crossing that the card does not price, whatever its surface', () => {
    const network = pricedNetwork([
      { metres: 9, crossing: 'motorway' },
      { metres: 9, crossing: 'water' },
      { metres: 9, crossing: 'motorway', kind: 'duct' },
    ]);
    const { pence, closed } = edgePence(network, DEFAULT_RATES, NOW);
    expect([...closed].map((code) => EDGE_CLOSED[code])).toEqual(['crossing not priced', 'open', 'open']);
    expect(pence[1]).toBeGreaterThan(1_200_000);
  });
});

describe('a shared street', () => {
  it('saves least where all is dear and most where all is cheap, of trench and charges alone', () => {
    const network = pricedNetwork([{ metres: 100, street: 'High Street', surface: 'carriageway' }], []);
    const sharedStreets = new Map([['id-High Street', { low: 0.2, mid: 0.5, high: 0.8 }]]);
    const parts = (asked: Parameters<typeof edgePence>[2]) =>
      new Map(
        pieceOfEdge(edgePence(network, DEFAULT_RATES, asked).pricer, 0).parts.map((one) => [
          one.what,
          one.pence,
        ]),
      );
    const [alone, shared] = [parts(NOW), parts({ ...NOW, sharedStreets })];
    for (const what of ['trench', 'permit', 'traffic management'] as const) {
      const [whole, paid] = [alone.get(what), shared.get(what)];
      if (!whole || !paid) throw new Error(`${what} is paid.`);
      expect(Math.abs(paid.low - 0.2 * whole.low)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(paid.mid - 0.5 * whole.mid)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(paid.high - 0.8 * whole.high)).toBeLessThanOrEqual(0.5);
    }
    for (const what of ['chambers', 'cable', 'design and survey', 'maintenance'] as const)
      expect(shared.get(what)).toEqual(alone.get(what));
  });
});

describe('a piece', () => {
  it('says where it lies and what it is', () => {
    const piece = pieceOf({ metres: 9, street: 'High Street', barriers: [1] }, DEFAULT_RATES);
    expect(piece).toMatchObject({
      kind: 'street',
      street: 'id-High Street',
      streetName: 'High Street',
      side: 'centre',
      surface: 'footway',
      crossing: 'none',
      metres: 9,
      barriers: ['sensitive'],
      line: [-0.1234568, 51.5, -0.1224568, 51.5],
    });
    expect(pieceOf({ metres: 9 }, DEFAULT_RATES).street).toBeNull();
  });
});
