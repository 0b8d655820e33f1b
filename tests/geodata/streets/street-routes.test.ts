import { describe, expect, it } from 'vitest';
import type { Position } from '../../../geodata/ground/position.ts';
import { StreetRoutes } from '../../../geodata/streets/street-routes.ts';

/** A square with a short cut over its middle, and a line apart. */
const LINES: Position[][] = [
  [
    [0, 0],
    [100, 0],
  ],
  [
    [100, 0],
    [100, 100],
  ],
  [
    [100, 100],
    [0, 100],
  ],
  [
    [0, 0],
    [50, 10],
    [100, 100],
  ],
  [
    [500, 0],
    [500, 10],
  ],
];

describe('StreetRoutes', () => {
  it('takes the shortest way, over its weights, and joins it to one line', () => {
    const routes = new StreetRoutes(LINES);
    const start = routes.at([0, 0]);
    const tree = routes.from([start]);
    expect(tree.to(routes.at([0, 100]))).toEqual([3, 2]);
    expect(tree.metres[routes.at([100, 0])]).toBe(100);
    expect(routes.joined([3, 2], start)).toEqual([
      [0, 0],
      [50, 10],
      [100, 100],
      [0, 100],
    ]);
    expect(routes.joined([2, 3], routes.at([0, 100]))).toEqual([
      [0, 100],
      [100, 100],
      [50, 10],
      [0, 0],
    ]);
    const dear = new StreetRoutes(LINES, (line) => (line === 3 ? Number.POSITIVE_INFINITY : 1));
    expect(dear.from([dear.at([0, 0])]).to(dear.at([0, 100]))).toEqual([0, 1, 2]);
  });

  it('says what cannot be reached, what hangs together and how many streets meet', () => {
    const routes = new StreetRoutes(LINES);
    const tree = routes.from([routes.at([0, 0])]);
    expect(tree.reached()).toHaveLength(4);
    expect(tree.to(routes.at([500, 10]))).toEqual([]);
    expect(tree.metres[routes.at([500, 10])]).toBe(Number.POSITIVE_INFINITY);
    expect(routes.components().map((part) => part.length)).toEqual([4, 2]);
    expect(routes.degree(routes.at([100, 100]))).toBe(3);
    expect(routes.at([1, 1])).toBe(-1);
  });
});
