import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FAULT_CROSSES_ITSELF,
  FAULT_CUT_APART,
  FAULT_PARTS_OVERLAP,
  FAULT_SPIKE,
  polygonFaults,
} from '../../../src/domain/geo/polygon-faults.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

type Ring = [number, number][];

function faultsOf(...polygons: Ring[][]): number {
  return polygonFaults(polygonsOf(...polygons), 0, polygons.length);
}

const SQUARE = rectangle(0, 0, 10, 10) as Ring;

describe('polygonFaults', () => {
  test.each<[string, Ring[][], number]>([
    ['a square', [[SQUARE]], 0],
    ['a square with a hole', [[SQUARE, rectangle(2, 2, 4, 4) as Ring]], 0],
    [
      'a hole that touches the border once',
      [
        [
          SQUARE,
          [
            [0, 5],
            [3, 4],
            [3, 6],
            [0, 5],
          ],
        ],
      ],
      0,
    ],
    ['two parts apart', [[SQUARE], [rectangle(20, 0, 30, 10) as Ring]], 0],
    ['two parts that touch at a corner', [[SQUARE], [rectangle(10, 10, 20, 20) as Ring]], 0],
    [
      'a repeated vertex',
      [
        [
          [
            [0, 0],
            [10, 0],
            [10, 0],
            [10, 10],
            [0, 0],
          ],
        ],
      ],
      0,
    ],
    [
      'a bow tie',
      [
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
            [0, 0],
          ],
        ],
      ],
      FAULT_CROSSES_ITSELF,
    ],
    ['a hole across the border', [[SQUARE, rectangle(8, 4, 12, 6) as Ring]], FAULT_CROSSES_ITSELF],
    [
      'a spike',
      [
        [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [15, 10],
            [0, 10],
            [0, 0],
          ],
        ],
      ],
      FAULT_SPIKE,
    ],
    ['a hole along the border', [[SQUARE, rectangle(0, 2, 3, 4) as Ring]], FAULT_SPIKE | FAULT_CUT_APART],
    [
      'a hole from side to side',
      [
        [
          SQUARE,
          [
            [0, 5],
            [5, 4],
            [10, 5],
            [5, 6],
            [0, 5],
          ],
        ],
      ],
      FAULT_CUT_APART,
    ],
    ['parts that overlap', [[SQUARE], [rectangle(5, 5, 15, 15) as Ring]], FAULT_PARTS_OVERLAP],
  ])('%s', (_what, polygons, faults) => {
    expect(faultsOf(...polygons)).toBe(faults);
  });

  test('finds a crossing of two far edges wherever a comparison of all pairs does', () => {
    const vertex = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(vertex, { minLength: 3, maxLength: 60 }), (open) => {
        const ring = [...open, open[0]] as Ring;
        expect((faultsOf([ring]) & FAULT_CROSSES_ITSELF) !== 0).toBe(crossesByAllPairs(ring));
      }),
      { numRuns: 500 },
    );
  });

  test('what was found of one shape says nothing of the next, whatever their sizes', () => {
    const wide: Ring = Array.from({ length: 900 }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / 900;
      return [Math.cos(angle), Math.sin(angle)];
    });
    const bowTie: Ring = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ];
    const polygons = polygonsOf([wide], [bowTie], [SQUARE], [wide], [bowTie]);
    const faults = [0, 1, 2, 3, 4].map((shape) => polygonFaults(polygons, shape, shape + 1));
    expect(faults).toEqual([0, FAULT_CROSSES_ITSELF, 0, 0, FAULT_CROSSES_ITSELF]);
  });

  test('a corner that folds back on itself is a spike, one that goes on is none', () => {
    const folds: Ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [4, 2],
      [0, 4],
    ];
    const goesOn: Ring = [
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 4],
    ];
    expect([faultsOf([folds]), faultsOf([goesOn])]).toEqual([FAULT_SPIKE, 0]);
  });
});

/** Exact on small integers. */
function crossesByAllPairs(ring: Ring): boolean {
  const side = (a: [number, number], b: [number, number], c: [number, number]) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 1; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}
