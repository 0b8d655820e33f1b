import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachPlaces } from '../../../src/domain/streets/attach-places.ts';
import { networkParts } from '../../../src/domain/streets/network-parts.ts';
import { EDGE_KINDS, SIDES, type StreetNetwork } from '../../../src/domain/streets/street-network.ts';
import { degreesAt, ended, type Line, metresAt, networkOf, type Place } from '../../builders/street-files.ts';

function attach(network: StreetNetwork, places: readonly Place[], options = {}) {
  const degrees = places.map(degreesAt);
  return ended(
    attachPlaces(
      network,
      degrees.map(([lon]) => lon),
      degrees.map(([, lat]) => lat),
      options,
    ),
  );
}

/** To decimetres: places are written to 1e-7 degrees. */
const round = (metres: number): number => Math.round(metres * 10) / 10;

const LANE: Line = {
  at: [
    [0, 0],
    [200, 0],
  ],
  says: { name: 'Mill Lane' },
};
const leadIns = ({ kinds }: StreetNetwork) =>
  [...kinds].flatMap((kind, edge) => (EDGE_KINDS[kind] === 'lead-in' ? [edge] : []));

describe('places', () => {
  it('have a lead-in each, to the nearest point of the street', () => {
    const { network, nodes, nearestMetres } = attach(networkOf([LANE]), [
      [50, 12],
      [120, -7],
    ]);
    expect(leadIns(network).map((edge) => round(network.lengthMetres[edge]))).toEqual([12, 7]);
    expect([...nearestMetres].map(round)).toEqual([12, 7]);
    expect(network.edgeCount).toBe(5);
    expect(leadIns(network).map((edge) => network.heads[edge])).toEqual([...nodes]);
    expect(leadIns(network).map((edge) => network.streetOf[edge])).toEqual([0, 0]);
  });

  it('are joined to the footway on their side of the street', () => {
    const street: Line = {
      at: [
        [0, 0],
        [90, 0],
      ],
      says: { class: 'residential', footways: 'both', width_m: '6' },
    };
    const bare = networkOf([street]);
    const { network, originOf } = attach(bare, [
      [40, 15],
      [40, -15],
    ]);
    const sides = leadIns(network).map((leadIn) => {
      const along = [...network.tails].findIndex(
        (tail, edge) => tail === network.tails[leadIn] && originOf[edge] >= 0,
      );
      return SIDES[network.sides[along]];
    });
    expect(sides).toEqual(['left', 'right']);
    expect(leadIns(network).map((edge) => round(network.lengthMetres[edge]))).toEqual([11, 11]);
  });

  it('at one point share a node; a place on the street itself has a lead-in of no length', () => {
    const { network, nodes } = attach(networkOf([LANE]), [
      [50, 12],
      [50, 12],
      [80, 0],
    ]);
    expect(nodes[0]).toBe(nodes[1]);
    expect(leadIns(network).map((edge) => round(network.lengthMetres[edge]))).toEqual([12, 0]);
  });

  it('out of reach are told with the nearest street, and how far it is', () => {
    const { nodes, nearestStreets, nearestMetres, network } = attach(networkOf([LANE]), [
      [50, 640],
      [50, 9000],
    ]);
    expect([...nodes]).toEqual([-1, -1]);
    expect([...nearestStreets]).toEqual([0, -1]);
    expect(nearestMetres[0]).toBeCloseTo(640, 1);
    expect(nearestMetres[1]).toBeNaN();
    expect(network.edgeCount).toBe(1);
  });

  it('are never joined to a bridge, a crossing or a duct', () => {
    const network = networkOf([
      LANE,
      {
        at: [
          [200, 0],
          [260, 0],
        ],
        says: { name: 'Bridge', bridge: 'yes' },
      },
    ]);
    const { nearestStreets } = attach(network, [[240, 5]]);
    expect(network.streets[nearestStreets[0]].name).toBe('Mill Lane');
  });

  it('beside a street that they must not be joined to go to the nearest other, else are joined to it all the same', () => {
    const bare = networkOf([
      LANE,
      {
        at: [
          [0, 40],
          [200, 40],
        ],
        says: { name: 'High Street' },
      },
    ]);
    const isShut = (name: string) => (edge: number) => bare.streets[bare.streetOf[edge]].name !== name;
    const places: Place[] = [
      [50, 12],
      [50, 12],
      [120, 215],
    ];
    const joined = attach(bare, places, { mayJoin: isShut('Mill Lane') });
    const streetsOf = ({ network, nodes }: typeof joined) =>
      [...nodes].map((node) => {
        const edge = leadIns(network).find((one) => network.heads[one] === node) ?? -1;
        return [network.streets[network.streetOf[edge]].name, round(network.lengthMetres[edge])];
      });
    expect(streetsOf(joined)).toEqual([
      ['High Street', 28],
      ['High Street', 28],
      ['High Street', 175],
    ]);
    expect(joined.nodes[0]).toBe(joined.nodes[1]);
    expect(leadIns(joined.network)).toHaveLength(2);
    // The street that is nearest is told all the same.
    expect([...joined.nearestStreets].map((street) => bare.streets[street].name)).toEqual([
      'Mill Lane',
      'Mill Lane',
      'High Street',
    ]);
    expect([...joined.nearestMetres].map(round)).toEqual([12, 12, 175]);
    expect([...joined.isElsewhere]).toEqual([1, 1, 0]);
    // Mill Lane would be 215 m off: no lead-in is as long.
    const far = attach(bare, [[120, 215]], { mayJoin: isShut('High Street') });
    expect(streetsOf(far)).toEqual([['High Street', 175]]);
    expect([...far.isElsewhere]).toEqual([0]);
  });

  it('as fibre points are joined by a piece of street, with its barriers', () => {
    const bare = networkOf([{ ...LANE, says: { ...LANE.says, lane_rental: 'yes' } }]);
    const { network } = attach(bare, [[50, 12]], { kind: 'street' });
    expect(leadIns(network)).toEqual([]);
    expect(network.barrierStarts[network.edgeCount] - network.barrierStarts[network.edgeCount - 1]).toBe(1);
  });
});

/** Streets with and without footways, some with a railway across, and places around. */
const somewhere = fc.record({
  lines: fc.array(
    fc
      .tuple(
        fc.nat(30),
        fc.nat(30),
        fc.nat(30),
        fc.nat(30),
        fc.constantFrom('residential', 'footpath', 'railway', ''),
      )
      .filter(([a, b, c, d]) => a !== c || b !== d)
      .map(
        ([a, b, c, d, kind]): Line => ({
          at: [
            [10 * a, 10 * b],
            [10 * c, 10 * d],
          ],
          says: { class: kind },
        }),
      ),
    { maxLength: 8 },
  ),
  places: fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: 1, maxLength: 12 }),
});

describe('for any streets and places', () => {
  it('the network stays what it was, only in more parts, and every place is joined to it where it is nearest', () => {
    fc.assert(
      fc.property(somewhere, ({ lines, places }) => {
        const bare = networkOf([
          {
            at: [
              [0, 150],
              [300, 160],
            ],
          },
          ...lines,
        ]);
        const { network, nodes, originOf, nearestMetres } = attach(bare, places);
        const metres = new Float64Array(bare.edgeCount);
        for (let edge = 0; edge < network.edgeCount; edge++) {
          const origin = originOf[edge];
          if (origin < 0) continue;
          metres[origin] += network.lengthMetres[edge];
          for (const list of ['kinds', 'surfaces', 'crossings', 'sides', 'streetOf', 'microtrench'] as const)
            expect(network[list][edge]).toBe(bare[list][origin]);
        }
        bare.lengthMetres.forEach((length, edge) => {
          expect(metres[edge]).toBeCloseTo(length, 2);
        });
        expect(ended(networkParts(network)).sizes).toHaveLength(ended(networkParts(bare)).sizes.length);
        places.forEach((place, i) => {
          const slow = nearestOf(bare, place);
          if (slow > 200.1) expect(nodes[i]).toBe(-1);
          if (slow < 199.9) expect(nodes[i]).toBeGreaterThanOrEqual(bare.nodeCount);
          expect(Math.abs(nearestMetres[i] - slow)).toBeLessThan(0.05 + 0.001 * slow);
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** Metres from a place to the nearest street edge, by looking at them all. */
function nearestOf(
  { edgeCount, kinds, crossings, shapes, shapeStarts }: StreetNetwork,
  [x, y]: Place,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (EDGE_KINDS[kinds[edge]] !== 'street' || crossings[edge] !== 0) continue;
    for (let at = shapeStarts[edge]; at + 1 < shapeStarts[edge + 1]; at++) {
      const [ax, ay] = metresAt(shapes[2 * at], shapes[2 * at + 1]);
      const [bx, by] = metresAt(shapes[2 * at + 2], shapes[2 * at + 3]);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const share =
        squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
      best = Math.min(best, Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y));
    }
  }
  return best;
}
