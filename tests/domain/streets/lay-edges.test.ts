import { describe, expect, it } from 'vitest';
import {
  CROSSINGS,
  EDGE_KINDS,
  SIDES,
  type StreetNetwork,
} from '../../../src/domain/streets/street-network.ts';
import { SURFACES } from '../../../src/domain/streets/surface.ts';
import { findingOf, type Line, metresAt, networkOf } from '../../builders/street-files.ts';

/** Edges in words. */
function edgesOf(network: StreetNetwork) {
  return Array.from({ length: network.edgeCount }, (_, edge) => ({
    kind: EDGE_KINDS[network.kinds[edge]],
    side: SIDES[network.sides[edge]],
    surface: SURFACES[network.surfaces[edge]],
    crossing: CROSSINGS[network.crossings[edge]],
    metres: network.lengthMetres[edge],
    street: network.streets[network.streetOf[edge]]?.id,
  }));
}

/** How many edges there are of each kind. */
function countsOf(network: StreetNetwork): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of edgesOf(network)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const street = (at: Line['at'], says: Line['says'] = {}): Line => ({
  at,
  says: { class: 'local street', width_m: '6', footways: 'both', name: 'Mill Lane', ...says },
});

describe('footways', () => {
  it('of one street are two edges, joined over it at either end', () => {
    const network = networkOf([
      street([
        [0, 0],
        [60, 0],
      ]),
    ]);
    const edges = edgesOf(network);
    expect(edges.map(({ kind, side, surface }) => [kind, side, surface])).toEqual([
      ['street', 'left', 'footway'],
      ['street', 'right', 'footway'],
      ['crossing', 'centre', 'carriageway'],
      ['crossing', 'centre', 'carriageway'],
    ]);
    expect(edges.map(({ crossing }) => crossing)).toEqual(['none', 'none', 'street', 'street']);
    // 6 m of carriageway and half of two footways of 2 m.
    expect(edges.map(({ metres }) => Math.round(metres * 10) / 10)).toEqual([60, 60, 8, 8]);
    // The left of a line that leads east lies to the north.
    expect(metresAt(network.shapes[0], network.shapes[1])[1]).toBeCloseTo(4, 1);
  });

  it('of a side street meet the corners of the street it joins', () => {
    const network = networkOf([
      street([
        [-60, 0],
        [0, 0],
      ]),
      street([
        [0, 0],
        [60, 0],
      ]),
      street(
        [
          [0, 0],
          [0, -60],
        ],
        { name: 'Side Street' },
      ),
    ]);
    expect(countsOf(network)).toEqual({ street: 6, crossing: 6 });
    // Three corners and two ends of each arm.
    expect(network.nodeCount).toBe(9);
    expect(network.report.components).toEqual([12]);
  });

  it('of a crossroads have four corners and four crossings', () => {
    const network = networkOf([
      street([
        [-60, 0],
        [60, 0],
      ]),
      street(
        [
          [0, -60],
          [0, 60],
        ],
        { name: 'Other' },
      ),
    ]);
    expect(countsOf(network)).toEqual({ street: 8, crossing: 8 });
    const corners = Array.from(network.nodeLon, (lon, node) => metresAt(lon, network.nodeLat[node]))
      .filter(([x, y]) => Math.hypot(x, y) < 10)
      .map(([x, y]) => [Math.round(x), Math.round(y)]);
    expect(corners.sort()).toEqual(
      [
        [-4, -4],
        [-4, 4],
        [4, -4],
        [4, 4],
      ].sort(),
    );
  });

  it('follow bends on either side: the outer one is longer', () => {
    const [left, right] = edgesOf(
      networkOf([
        street([
          [0, 0],
          [40, 0],
          [40, 40],
        ]),
      ]),
    );
    // A bend to the left: 4 m less twice on its inside, 4 m more twice on its outside.
    expect(left.metres).toBeCloseTo(72, 1);
    expect(right.metres).toBeCloseTo(88, 1);
  });

  it('of a long street can be left about every 100 m', () => {
    const network = networkOf([
      street([
        [0, 0],
        [400, 0],
      ]),
    ]);
    expect(countsOf(network)).toEqual({ street: 8, crossing: 5 });
  });

  it('are assumed by class where nothing is said, with a surface that is not known', () => {
    const network = networkOf([
      {
        at: [
          [0, 0],
          [60, 0],
        ],
        says: { highway: 'residential' },
      },
    ]);
    expect(countsOf(network)).toEqual({ street: 2, crossing: 2 });
    expect(edgesOf(network)[0].surface).toBe('not known');
    expect(network.report.assumed).toContain('Footways on both sides of 1 of 1 line, by class of street.');
    expect(network.report.notKnown).toContain('surfaces of 1 of 1 line');
  });

  it.each([
    ['a path', { class: 'footpath' }],
    ['a street of unknown class', { highway_group: 'primary' }],
    ['a street without footways', { class: 'residential', footways: 'none' }],
    ['a street whose footways are lines of their own', { highway: 'residential', sidewalk: 'separate' }],
    ['a roundabout', { highway: 'tertiary', junction: 'roundabout' }],
    ['a slip road of OS Open Roads', { road_classification: 'A Road', form_of_way: 'Slip Road' }],
  ])('%s has one edge along its centre', (_, says) => {
    const network = networkOf([
      {
        at: [
          [0, 0],
          [60, 0],
        ],
        says,
      },
    ]);
    expect(edgesOf(network).map(({ kind, side }) => [kind, side])).toEqual([['street', 'centre']]);
  });

  it('on one side only are one edge, on that side', () => {
    const [edge] = edgesOf(
      networkOf([
        street(
          [
            [0, 0],
            [60, 0],
          ],
          { footways: 'left' },
        ),
      ]),
    );
    expect(edge).toMatchObject({ kind: 'street', side: 'left', surface: 'footway' });
  });

  it('a path that goes on from a street, or leaves it, hangs together with it', () => {
    const network = networkOf([
      street([
        [0, 0],
        [60, 0],
      ]),
      {
        at: [
          [60, 0],
          [120, 0],
        ],
        says: { class: 'footpath' },
      },
      {
        at: [
          [30, 0],
          [30, 50],
        ],
        says: { class: 'footpath' },
      },
    ]);
    expect(network.report.components).toHaveLength(1);
    // The second path leaves the street on its left: no trench crosses the street for it.
    const path = edgesOf(network).findIndex(({ street: id }) => id === 'row 3');
    expect(
      metresAt(network.nodeLon[network.tails[path]], network.nodeLat[network.tails[path]])[1],
    ).toBeCloseTo(4, 1);
  });
});

describe('surfaces', () => {
  it.each([
    [{ surface: 'verge' }, 'verge'],
    [{ surface: 'Carriageway' }, 'carriageway'],
    [{ surface: 'asphalt', highway: 'service' }, 'carriageway'],
    [{ surface: 'asphalt', highway: 'footway' }, 'footway'],
    [{ surface: 'gravel' }, 'soft'],
    [{ surface: 'lava' }, 'not known'],
    [{ highway: 'footway', footway: 'sidewalk' }, 'footway'],
    [{}, 'not known'],
  ])('%j', (says, surface) => {
    expect(
      edgesOf(
        networkOf([
          {
            at: [
              [0, 0],
              [60, 0],
            ],
            says,
          },
        ]),
      )[0].surface,
    ).toBe(surface);
  });
});

describe('what streets cross', () => {
  const over = (says: Line['says'], street: Line['says'] = {}): StreetNetwork =>
    networkOf([
      {
        at: [
          [-100, 0],
          [100, 0],
        ],
        says: { class: 'track', name: 'Lane', ...street },
      },
      {
        at: [
          [0, -100],
          [0, 100],
        ],
        says,
      },
    ]);

  it.each([
    ['railway', { class: 'railway' }, 'railway'],
    ['railway of OpenStreetMap', { railway: 'rail' }, 'railway'],
    ['tram', { railway: 'tram' }, 'tram'],
    ['river', { waterway: 'river' }, 'water'],
    ['motorway', { highway: 'motorway' }, 'motorway'],
    ['motorway of OS Open Roads', { road_classification: 'Motorway' }, 'motorway'],
    ['railway on the level', { class: 'railway', level: '0' }, 'level crossing'],
    ['railway on a bridge', { class: 'railway', level: '1' }, 'railway'],
  ])('%s: a short edge of its own', (_, says, crossing) => {
    const network = over(says);
    const crossed = edgesOf(network).filter((edge) => edge.crossing !== 'none');
    expect(crossed.map((edge) => edge.crossing)).toEqual([crossing]);
    expect(crossed[0].metres).toBeLessThan(31);
    expect(network.edgeCount).toBe(3);
    expect(network.barriers).toMatchObject([
      { id: `Lane: crosses ${crossing}`, kind: 'crossing', place: 'Lane' },
    ]);
    expect(findingOf(network, 'CROSSES')?.examples).toEqual([`Lane (${crossing})`]);
  });

  it('tracks side by side are crossed once', () => {
    const track = (x: number): Line => ({
      at: [
        [x, -50],
        [x, 50],
      ],
      says: { railway: 'rail' },
    });
    const network = networkOf([
      {
        at: [
          [-100, 0],
          [100, 0],
        ],
      },
      track(0),
      track(4),
      track(8),
    ]);
    expect(edgesOf(network).filter(({ crossing }) => crossing === 'railway')).toHaveLength(1);
    expect(edgesOf(network).find(({ crossing }) => crossing === 'railway')?.metres).toBeCloseTo(20, 1);
  });

  it('railways in tunnels and water in culverts are not crossed', () => {
    expect(edgesOf(over({ railway: 'subway', tunnel: 'yes' })).map(({ crossing }) => crossing)).toEqual([
      'none',
    ]);
    expect(edgesOf(over({ waterway: 'stream', tunnel: 'culvert' })).map(({ crossing }) => crossing)).toEqual([
      'none',
    ]);
  });

  it('a bridge is crossed whole, by what lies under it', () => {
    const bridge = { bridge: 'yes', level: '1' };
    expect(edgesOf(over({ waterway: 'river' }, bridge)).map(({ crossing }) => crossing)).toEqual(['water']);
    expect(edgesOf(over({ class: 'track' }, bridge)).map(({ crossing }) => crossing)).toEqual([
      'bridge',
      'none',
    ]);
  });

  it('both footways cross, at the same place', () => {
    const network = networkOf([
      street([
        [-70, 0],
        [70, 0],
      ]),
      {
        at: [
          [0, -50],
          [0, 50],
        ],
        says: { class: 'canal' },
      },
    ]);
    expect(
      edgesOf(network)
        .filter(({ crossing }) => crossing === 'water')
        .map(({ side }) => side),
    ).toEqual(['left', 'right']);
  });

  it('a street with a tramway is crossed over its rails', () => {
    const network = networkOf([
      street(
        [
          [0, 0],
          [60, 0],
        ],
        { tram: 'yes' },
      ),
    ]);
    expect(edgesOf(network).map(({ crossing }) => crossing)).toEqual(['none', 'none', 'tram', 'tram']);
  });
});
