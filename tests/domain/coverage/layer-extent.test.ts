import { describe, expect, test } from 'vitest';
import { hasBit } from '../../../src/domain/coverage/bitset.ts';
import { premisesWithin, wardsTouched } from '../../../src/domain/coverage/layer-extent.ts';
import { areasOf, polygonsOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf([
  { code: 'E05999001', rings: [rectangle(0, 0, 1, 1)] },
  { code: 'E05999002', rings: [rectangle(1, 0, 2, 1)] },
  { code: 'E05999003', rings: [rectangle(5, 0, 6, 1)] },
  // A crooked ward whose own box meets the footprint's box, while the ward itself does not.
  {
    code: 'E05999004',
    rings: [
      [
        [2.5, 3],
        [4, 0.5],
        [4, 3],
        [2.5, 3],
      ],
    ],
  },
]);

describe('the assumed extent of a footprint', () => {
  test('is the wards that touch its bounding box, a shared border or corner included', () => {
    const touched = wardsTouched(wards, polygonsOf([rectangle(0.2, 0.2, 0.4, 0.4)]));
    expect([...touched]).toEqual([1, 0, 0, 0]);
    const border = wardsTouched(wards, polygonsOf([rectangle(0.2, 0.2, 1, 0.4)]));
    expect([...border]).toEqual([1, 1, 0, 0]);
    expect([...wardsTouched(wards, polygonsOf([rectangle(2, 1, 2.1, 1.1)]))]).toEqual([0, 1, 0, 0]);
  });

  test('judges the ward itself, not its box', () => {
    expect([...wardsTouched(wards, polygonsOf([rectangle(2.6, 0.6, 3, 0.9)]))]).toEqual([0, 0, 0, 0]);
    expect([...wardsTouched(wards, polygonsOf([rectangle(3.8, 0.4, 4.5, 1.2)]))]).toEqual([0, 0, 0, 1]);
  });

  test('a ward that holds the whole box, or is held by it, touches it', () => {
    expect([...wardsTouched(wards, polygonsOf([rectangle(-9, -9, 9, 9)]))]).toEqual([1, 1, 1, 1]);
  });

  test('an edge that crosses the box without a corner in it touches it', () => {
    const diagonal = areasOf([
      {
        code: 'E05999001',
        rings: [
          [
            [-10, -10],
            [10, 10.5],
            [10, 10],
            [-10, -10],
          ],
        ],
      },
    ]);
    expect([...wardsTouched(diagonal, polygonsOf([rectangle(-1, -1, 1, 1)]))]).toEqual([1]);
  });

  test('no footprint touches nothing', () => {
    expect([...wardsTouched(wards, polygonsOf())]).toEqual([0, 0, 0, 0]);
  });
});

test('premises within chosen areas, the edge included', () => {
  const premises = premisesOf([0.5, 1, 1.5, 5.5, 9].map((lon) => ({ lon, lat: 0.5 })));
  const held = (chosen: Uint8Array | null): boolean[] => {
    const bits = premisesWithin(wards, chosen, premises);
    return [0, 1, 2, 3, 4].map((i) => hasBit(bits, i));
  };
  expect(held(Uint8Array.of(0, 1, 0, 0))).toEqual([false, true, true, false, false]);
  expect(held(null)).toEqual([true, true, true, true, false]);
});
