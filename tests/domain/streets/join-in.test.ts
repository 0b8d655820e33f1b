import { describe, expect, it } from 'vitest';
import { EDGE_KINDS, type StreetNetwork } from '../../../src/domain/streets/street-network.ts';
import {
  findingOf,
  type Line,
  lineFile,
  networkOf,
  type Place,
  pointFile,
} from '../../builders/street-files.ts';

const STREET: Line = {
  at: [
    [0, 0],
    [300, 0],
  ],
  says: { name: 'Mill Lane' },
};

function withDucts(...ducts: Line[]): StreetNetwork {
  return networkOf([STREET], { ducts: [lineFile(ducts, {}, 'ducts.geojson')] });
}

function ofKind(network: StreetNetwork, kind: (typeof EDGE_KINDS)[number]): number[] {
  return [...network.kinds].flatMap((code, edge) => (EDGE_KINDS[code] === kind ? [edge] : []));
}

describe('ducts', () => {
  it('are edges joined to the street where they lie beside it, by the metres between', () => {
    const network = withDucts({
      at: [
        [50, 3],
        [250, 3],
      ],
      says: { kind: 'duct' },
    });
    const [duct] = ofKind(network, 'duct');
    expect(network.lengthMetres[duct]).toBeCloseTo(200, 1);
    expect(network.streetOf[duct]).toBe(-1);
    expect(network.report.components).toHaveLength(1);
    const links = ofKind(network, 'street').filter((edge) => network.lengthMetres[edge] < 10);
    expect(links.map((edge) => Math.round(network.lengthMetres[edge] * 10) / 10)).toEqual([3, 3]);
    expect(links.map((edge) => network.streetOf[edge])).toEqual([0, 0]);
  });

  it('can be left at bends 25 m apart', () => {
    const bends: Place[] = [
      [50, 3],
      [60, 4],
      [100, 3],
      [110, 4],
      [160, 3],
      [200, 3],
    ];
    expect(ofKind(withDucts({ at: bends, says: { kind: 'duct' } }), 'duct')).toHaveLength(3);
  });

  it('that meet end to end hang together; those that cross do not', () => {
    const network = withDucts(
      {
        at: [
          [50, 3],
          [100, 3],
        ],
        says: { kind: 'duct', id: 'D1' },
      },
      {
        at: [
          [100, 3],
          [100, 90],
        ],
        says: { kind: 'duct', id: 'D2' },
      },
      {
        at: [
          [80, 60],
          [120, 60],
        ],
        says: { kind: 'duct', id: 'D3' },
      },
    );
    expect(network.report.components).toHaveLength(2);
    expect(findingOf(network, 'DUCT_APART')).toMatchObject({ count: 1, examples: ['D3'] });
  });

  it('poles are counted by the file, or by distance where it does not say', () => {
    const counted = withDucts({
      at: [
        [0, 3],
        [100, 3],
        [200, 3],
      ],
      says: { kind: 'pole route', poles: '7' },
    });
    expect(ofKind(counted, 'pole route').map((edge) => counted.poles[edge])).toEqual([4, 3]);
    const assumed = withDucts({
      at: [
        [0, 3],
        [200, 3],
      ],
      says: { kind: 'overhead' },
    });
    expect(ofKind(assumed, 'pole route').map((edge) => assumed.poles[edge])).toEqual([5]);
    expect(assumed.report.assumed).toContain('Poles every 40 m along 1 pole route.');
  });
});

describe('fibre points', () => {
  const point = (at: Place, says: Record<string, string> = {}) => ({ at, says });

  it('are nodes of their own, joined to the nearest street by what lies between', () => {
    const network = networkOf([STREET], {
      fibrePoints: [
        pointFile([
          point([100, 20], { id: 'X1', name: 'North exchange', kind: 'Exchange', owner: 'Example Fibre' }),
          point([200, 0], { name: 'Corner', kind: 'street cabinet' }),
          point([210, 5]),
        ]),
      ],
    });
    expect(network.fibrePoints).toMatchObject([
      { id: 'X1', name: 'North exchange', kind: 'exchange', owner: 'Example Fibre' },
      { id: 'Corner', name: 'Corner', kind: 'cabinet', owner: null },
      { id: 'fibre point 3', name: 'fibre point 3', kind: 'other' },
    ]);
    expect(network.report.components).toEqual([7]);
    network.fibrePoints.forEach(({ lon, lat }, i) => {
      const node = network.fibreNodes[i];
      expect([network.nodeLon[node], network.nodeLat[node]]).toEqual([lon, lat]);
    });
  });

  it('far from every street are reported with the nearest and how far it is', () => {
    const network = networkOf([STREET], {
      fibrePoints: [pointFile([point([100, 340], { name: 'Hill' }), point([90_000, 0], { name: 'Far' })])],
    });
    expect(network.fibrePoints).toEqual([]);
    expect(findingOf(network, 'FIBRE_POINT_FAR')?.examples).toEqual([
      'Hill: 340 m from Mill Lane',
      'Far: no street within 5 km',
    ]);
  });

  it('by a duct are joined to it, even far from every street', () => {
    const network = networkOf([STREET], {
      ducts: [
        lineFile([
          {
            at: [
              [100, 2],
              [100, 400],
            ],
            says: { kind: 'duct' },
          },
        ]),
      ],
      fibrePoints: [pointFile([point([100, 404])])],
    });
    expect(network.fibrePoints).toHaveLength(1);
    expect(network.report.components).toHaveLength(1);
  });

  it('of one id are told apart', () => {
    const network = networkOf([STREET], {
      fibrePoints: [pointFile([point([9, 9], { id: 'A' }), point([20, 9], { id: 'A' })])],
    });
    expect(network.fibrePoints.map(({ id }) => id)).toEqual(['A', 'A (2)']);
  });
});
