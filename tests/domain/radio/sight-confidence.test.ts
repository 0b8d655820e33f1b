import { describe, expect, test } from 'vitest';
import { instantNegative, sightConfidence } from '../../../src/domain/radio/sight-confidence.ts';
import { gridOf } from '../../builders/height-grids.ts';

const at = (x: number, y: number, metres: number, building: string | null = null) => ({
  x: 530_000 + x,
  y: 180_000 + y,
  metres,
  building,
});
const CYLINDER = { radiusMetres: () => 1, widestMetres: 1 };

/** Terragraph's published test of a street between two roofs of 5 m (terragraph-planner, MIT, test_cylindrical_los). */
const wall = (height: number | null) => new Array<number | null>(5).fill(height);
const street = gridOf([wall(5), wall(5), wall(0), wall(5), wall(5)]);

describe('confidence in a line of sight', () => {
  test('is the free share of a cylinder, as published: 0.9 beside a higher roof, 0.95 above one', () => {
    expect(sightConfidence(street, [at(0.5, 2.6, 4.5), at(4.5, 2.6, 4.8)], CYLINDER)).toBeCloseTo(0.9, 5);
    expect(sightConfidence(street, [at(0.5, 2.26, 5.57), at(4.5, 2.26, 5.57)], CYLINDER)).toBeCloseTo(
      0.95,
      5,
    );
    expect(sightConfidence(street, [at(0.5, 2.5, 9), at(4.5, 2.5, 9)], CYLINDER)).toBe(1);
    expect(sightConfidence(street, [at(2.5, 0.5, 3), at(2.5, 4.5, 3)], CYLINDER)).toBe(0);
  });

  test('is not known beside what is not known, unless something known is in the way', () => {
    const hole = gridOf([wall(5), wall(5), [0, 0, null, 0, 0], wall(5), wall(5)]);
    expect(sightConfidence(hole, [at(0.5, 2.5, 9), at(4.5, 2.5, 9)], CYLINDER)).toBeNaN();
    expect(sightConfidence(hole, [at(2.5, 0.5, 3), at(2.5, 4.5, 3)], CYLINDER)).toBe(0);
    expect(sightConfidence(street, [at(-3, 2.5, 9), at(4.5, 2.5, 9)], CYLINDER)).toBeNaN();
  });
});

describe('pairs that are no link', () => {
  const limits = { mostMetres: 100, mostDegrees: 25, excluded: [] };
  test.each([
    ['same place', at(1, 1, 5), at(1, 1, 9), limits],
    ['same building', at(0, 0, 5, 'a'), at(1, 1, 5, 'a'), limits],
    ['too far', at(0, 0, 5), at(2, 2, 5), { ...limits, mostMetres: 2 }],
    ['too steep', at(0, 0, 5), at(4, 0, 15), limits],
    [null, at(0, 0, 5, 'a'), at(4, 0, 6, 'b'), limits],
    [null, at(0, 0, 5), at(4, 0, 6), limits],
  ])('%s', (expected, one, other, within) => {
    expect(instantNegative(one, other, within)).toBe(expected);
    expect(instantNegative(other, one, within)).toBe(expected);
  });

  test('cross an excluded area, or lie in it', () => {
    const strip = (west: number, east: number) =>
      [
        [west, -1],
        [east, -1],
        [east, 1],
        [west, 1],
      ].map(([x, y]) => [530_000 + x, 180_000 + y] as const);
    const across = (west: number, east: number) =>
      instantNegative(at(0, 0, 5), at(4, 0, 5), { ...limits, excluded: [strip(west, east)] });
    expect([across(1, 2), across(-1, 5), across(5, 6), across(-2, -1)]).toEqual([
      'excluded',
      'excluded',
      null,
      null,
    ]);
  });
});
