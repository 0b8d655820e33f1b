import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lineOfSight,
  marchPath,
  NOT_KNOWN,
  SIGHTS,
  VISIBLE,
} from '../../../src/domain/radio/line-of-sight.ts';
import { SightPath, type SightRule } from '../../../src/domain/radio/sight-path.ts';
import { SightPyramid } from '../../../src/domain/radio/sight-pyramid.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { seededRandom } from '../../builders/seeded-random.ts';

const RULE: SightRule = { frequencyGigahertz: 60, earthFactor: 4 / 3, fresnelShare: 0.6, ownRoofMetres: 0 };

const at = (x: number, y: number, metres: number) => ({ x: 530_000 + x, y: 180_000 + y, metres });

describe('a line of sight', () => {
  test('is free over flat ground, and blocked by a wall as high as the line less its zone', () => {
    const row = (wall: number | null) => gridOf([[0, 0, 0, 0, 0, wall, 0, 0, 0, 0]]);
    const ends = [at(0.5, 0.5, 10), at(9.5, 0.5, 10)] as const;
    expect(lineOfSight(row(0), ends, RULE)).toBe('visible');
    expect(lineOfSight(row(9.9), ends, RULE)).toBe('visible');
    // F1 in the middle of 9 m at 60 GHz is 0.106 m by P.530-18 equation 3; 0.6 of it 0.064 m.
    expect(lineOfSight(row(9.95), ends, RULE)).toBe('blocked');
    expect(lineOfSight(row(9.95), ends, { ...RULE, fresnelShare: 0 })).toBe('visible');
    expect(lineOfSight(row(10.001), ends, { ...RULE, fresnelShare: 0 })).toBe('blocked');
  });

  test('is not known over a hole, unless what is known blocks it', () => {
    const ends = [at(0.5, 0.5, 10), at(6.5, 0.5, 10)] as const;
    expect(lineOfSight(gridOf([[0, 0, null, 0, 0, 0, 0]]), ends, RULE)).toBe('not known');
    expect(lineOfSight(gridOf([[0, 0, null, 0, 20, 0, 0]]), ends, RULE)).toBe('blocked');
    expect(lineOfSight(gridOf([[0, 0, 0, 0]]), ends, RULE)).toBe('not known');
  });

  test('leaves the roofs of both ends out', () => {
    const grid = gridOf([[10, 10, 0, 0, 0, 0, 0, 0, 10, 10]]);
    const ends = [at(0.5, 0.5, 10), at(9.5, 0.5, 10)] as const;
    expect(lineOfSight(grid, ends, RULE)).toBe('blocked');
    expect(lineOfSight(grid, ends, { ...RULE, ownRoofMetres: 2 })).toBe('visible');
  });

  test('bends with the earth: 0.368 m in the middle of 5 km at k = 4/3', () => {
    const row = (height: number) => gridOf([new Array<number>(101).fill(height)], { cellMetres: 50 });
    const ends = [at(25, 25, 1), at(5025, 25, 1)] as const;
    const line = { ...RULE, fresnelShare: 0 };
    expect(lineOfSight(row(0.6), ends, line)).toBe('visible');
    expect(lineOfSight(row(0.65), ends, line)).toBe('blocked');
    expect(lineOfSight(row(0.65), ends, { ...line, earthFactor: Number.POSITIVE_INFINITY })).toBe('visible');
  });

  test('has two ends, and a rule within its range', () => {
    const grid = flatGrid(4, 0);
    expect(() => lineOfSight(grid, [at(1, 1, 5), at(1, 1, 9)], RULE)).toThrow(/at one place/);
    expect(() => lineOfSight(grid, [at(1, 1, 5), at(2, 1, 9)], { ...RULE, frequencyGigahertz: 0 })).toThrow();
    expect(() =>
      lineOfSight(grid, [at(1, 1, 5), at(2, 1, 9)], { ...RULE, earthFactor: Number.NaN }),
    ).toThrow();
    expect(() => lineOfSight(grid, [at(1, 1, 5), at(2, 1, 9)], { ...RULE, fresnelShare: -1 })).toThrow();
  });

  // Centimetres, so that ends which are apart are apart in the grid's numbers too.
  const metres = (most: number) => fc.integer({ min: -300, max: 100 * most }).map((value) => value / 100);
  const link = fc.record({
    x0: metres(43),
    y0: metres(43),
    z0: metres(40),
    x1: metres(43),
    y1: metres(43),
    z1: metres(40),
  });
  const heights = fc.array(
    fc.array(
      fc.oneof(
        { weight: 30, arbitrary: fc.integer({ min: 0, max: 14 }) },
        { weight: 2, arbitrary: fc.integer({ min: 14, max: 40 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      { minLength: 41, maxLength: 41 },
    ),
    { minLength: 41, maxLength: 41 },
  );
  const rules = fc.constantFrom<SightRule>(
    RULE,
    { ...RULE, fresnelShare: 0, earthFactor: Number.POSITIVE_INFINITY },
    { ...RULE, frequencyGigahertz: 5.8, ownRoofMetres: 3 },
    { ...RULE, earthFactor: 0.000_05 },
  );

  test('is decided by blocks as by the plain march, over grids with holes', () => {
    const seen = new Map<number, number>();
    fc.assert(
      fc.property(heights, fc.array(link, { minLength: 20, maxLength: 40 }), rules, (rows, links, rule) => {
        const grid = gridOf(rows, { cellMetres: 1 });
        const apart = links.filter(({ x0, y0, x1, y1 }) => Math.hypot(x1 - x0, y1 - y0) > 0);
        const ends = Float64Array.from(
          apart.flatMap(({ x0, y0, z0, x1, y1, z1 }) => [
            530_000 + x0,
            180_000 + y0,
            z0,
            530_000 + x1,
            180_000 + y1,
            z1,
          ]),
        );
        const fast = new SightPyramid(grid).sights(ends, rule);
        const path = new SightPath(grid, rule);
        for (const [i, answer] of fast.entries()) {
          const [x0, y0, z0, x1, y1, z1] = ends.subarray(6 * i);
          path.lay(x0, y0, z0, x1, y1, z1);
          seen.set(answer, (seen.get(answer) ?? 0) + 1);
          if (marchPath(grid, path) !== answer) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
    expect([...seen.keys()].sort()).toEqual(SIGHTS.map((_, code) => code));
  });

  test('is decided by blocks as by the plain march, over a town with holes', () => {
    const grid = seededTown({ side: 700, cellMetres: 1, seed: 3 });
    const random = seededRandom(5);
    for (let hole = 0; hole < 40; hole++) grid.heights[random(700 * 700)] = Number.NaN;
    const ends = new Float64Array(6 * 3000);
    for (let i = 0; i < ends.length; i += 3) {
      const [column, row] = [random(700), random(700)];
      const own = grid.heights[row * 700 + column];
      ends.set(
        [grid.west + column + 0.5, grid.north - row - 0.5, (Number.isNaN(own) ? 40 : own) + 3 + random(40)],
        i,
      );
    }
    const fast = new SightPyramid(grid).sights(ends, { ...RULE, ownRoofMetres: 10 });
    const path = new SightPath(grid, { ...RULE, ownRoofMetres: 10 });
    const plain = fast.map((_, i) => {
      const [x0, y0, z0, x1, y1, z1] = ends.subarray(6 * i);
      path.lay(x0, y0, z0, x1, y1, z1);
      return marchPath(grid, path);
    });
    expect(fast).toEqual(plain);
    expect(plain.filter((answer) => answer === VISIBLE).length).toBeGreaterThan(100);
    expect(plain.filter((answer) => answer === NOT_KNOWN).length).toBeGreaterThan(5);
  });

  test('is the same from both ends', () => {
    fc.assert(
      fc.property(heights, link, rules, (rows, { x0, y0, z0, x1, y1, z1 }, rule) => {
        fc.pre(Math.hypot(x1 - x0, y1 - y0) > 0);
        const grid = gridOf(rows);
        const [one, other] = [at(x0, y0, z0), at(x1, y1, z1)];
        return lineOfSight(grid, [one, other], rule) === lineOfSight(grid, [other, one], rule);
      }),
      { numRuns: 60 },
    );
  });

  test('over flat ground of any height is free above it', () => {
    fc.assert(
      fc.property(link, fc.integer({ min: -20, max: 900 }), (ends, height) => {
        fc.pre(Math.hypot(ends.x1 - ends.x0, ends.y1 - ends.y0) > 0);
        const inside = (value: number) => Math.min(39.5, Math.max(0.5, value));
        fc.pre(inside(ends.x0) !== inside(ends.x1) || inside(ends.y0) !== inside(ends.y1));
        const one = at(inside(ends.x0), inside(ends.y0), height + 5 + ends.z0);
        const other = at(inside(ends.x1), inside(ends.y1), height + 5 + ends.z1);
        return lineOfSight(flatGrid(40, height), [one, other], RULE) === 'visible';
      }),
    );
  });
});
