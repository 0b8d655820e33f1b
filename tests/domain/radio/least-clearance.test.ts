import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLEAR_FRESNEL_SHARE, pathClearance } from '../../../src/domain/radio/path-clearance.ts';
import { profileOnPath } from '../../../src/domain/radio/profile-on-path.ts';
import { SightJudge } from '../../../src/domain/radio/sight-judge.ts';
import type { Antenna } from '../../../src/domain/radio/sight-path.ts';
import { SightPath } from '../../../src/domain/radio/sight-path.ts';
import type { HeightGrid } from '../../../src/domain/terrain/height-grid.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { gridOf } from '../../builders/height-grids.ts';
import { seededRandom } from '../../builders/seeded-random.ts';

const AIR = { frequencyGigahertz: 5.8, earthFactor: 4 / 3, ownRoofMetres: 3 };

/** The same by looking at every sample. */
function plainly(grid: HeightGrid, one: Antenna, other: Antenna) {
  const path = new SightPath(grid, { ...AIR, fresnelShare: CLEAR_FRESNEL_SHARE });
  path.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
  return pathClearance(profileOnPath(grid, path, 'without own roofs'), AIR);
}

function expectSame(grid: HeightGrid, judge: SightJudge, one: Antenna, other: Antenna): string {
  const plain = plainly(grid, one, other);
  const found = judge.leastClearance(one, other);
  expect(found.hasUnknown).toBe(plain.unknownAt !== null);
  if (plain.metres === null) expect(found.metres).toBe(Number.POSITIVE_INFINITY);
  else expect(found.metres).toBeCloseTo(plain.metres, 8);
  if (plain.fresnel !== null) expect(found.fresnel).toBeCloseTo(plain.fresnel, 7);
  expect(judge.classOf(one, other)).toBe(plain.class);
  return plain.class;
}

describe('the least clearance', () => {
  test('over a town is that of the whole profile, whatever is passed over', () => {
    const town = seededTown({ side: 1200, cellMetres: 1, seed: 4 });
    const judge = new SightJudge(town, AIR);
    const random = seededRandom(6);
    const classes = new Set<string>();
    for (let i = 0; i < 400; i++) {
      const at = (): Antenna => {
        const [x, y] = [random(12_000) / 10, random(12_000) / 10];
        return { x: town.west + x, y: town.north - y, metres: 40 + random(700) / 10 };
      };
      classes.add(expectSame(town, judge, at(), at()));
    }
    expect([...classes].sort()).toEqual(['blocked', 'clear', 'marginal']);
  });

  test('over holes and beyond the edge is that of what is known, and says that something is not', () => {
    const heights = fc.array(
      fc.array(
        fc.oneof(
          { weight: 30, arbitrary: fc.integer({ min: 0, max: 14 }) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        { minLength: 30, maxLength: 30 },
      ),
      { minLength: 30, maxLength: 30 },
    );
    const metres = fc.integer({ min: -300, max: 3300 }).map((value) => value / 100);
    fc.assert(
      fc.property(heights, fc.tuple(metres, metres, metres, metres, metres, metres), (rows, places) => {
        const [x0, y0, z0, x1, y1, z1] = places;
        fc.pre(Math.hypot(x0 - x1, y0 - y1) > 0.01);
        const grid = gridOf(rows);
        const judge = new SightJudge(grid, AIR);
        const at = (x: number, y: number, z: number) => ({
          x: 530_000 + x,
          y: 180_000 + y,
          metres: z + 0.123,
        });
        expectSame(grid, judge, at(x0, y0, z0), at(x1, y1, z1));
      }),
      { numRuns: 200 },
    );
  });
});
