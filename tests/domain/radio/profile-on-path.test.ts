import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightsBelow, partsOnPath, profileOnPath } from '../../../src/domain/radio/profile-on-path.ts';
import { SightPath } from '../../../src/domain/radio/sight-path.ts';
import type { HeightGrid } from '../../../src/domain/terrain/height-grid.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';

const RULE = { frequencyGigahertz: 60, earthFactor: 4 / 3, fresnelShare: 0, ownRoofMetres: 0 };

function laid(grid: HeightGrid, [x0, y0, x1, y1]: readonly number[], ownRoofMetres = 0): SightPath {
  const path = new SightPath(grid, { ...RULE, ownRoofMetres });
  path.lay(530_000 + x0, 180_000 + y0, 20, 530_000 + x1, 180_000 + y1, 30);
  return path;
}

describe('a profile on a path', () => {
  test('steps at most half a cell, from end to end, antennas at its ends', () => {
    const metres = fc.integer({ min: 0, max: 9900 }).map((value) => value / 100);
    fc.assert(
      fc.property(metres, metres, metres, metres, fc.constantFrom(1, 2, 7), (x0, y0, x1, y1, cellMetres) => {
        fc.pre(x0 !== x1 || y0 !== y1);
        const grid = flatGrid(101, 5, cellMetres);
        const path = laid(grid, [x0, y0 + 0.5, x1, y1 + 0.5]);
        const { distancesMetres, surfaceMetres } = profileOnPath(grid, path, 'whole');
        expect(distancesMetres[0]).toBe(0);
        expect(distancesMetres.at(-1)).toBe(path.lengthMetres);
        for (let i = 1; i < distancesMetres.length; i++) {
          const step = distancesMetres[i] - distancesMetres[i - 1];
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThanOrEqual(cellMetres / 2 + 1e-9);
        }
        expect(surfaceMetres.every((height) => height === 5)).toBe(true);
      }),
    );
  });

  test('begins in the west, and leaves the own roofs out where they are to be', () => {
    const grid = gridOf([[1, 2, 3, 4, 5, 6, 7, 8]]);
    const path = laid(grid, [7.75, 0.5, 0.25, 0.5], 2);
    const whole = profileOnPath(grid, path, 'whole');
    expect([whole.surfaceMetres[0], whole.surfaceMetres.at(-1)]).toEqual([1, 8]);
    // The end in the west was given last.
    expect([whole.firstAntennaMetres, whole.lastAntennaMetres]).toEqual([30, 20]);
    const bare = profileOnPath(grid, path, 'without own roofs');
    expect(Array.from(bare.surfaceMetres)).toEqual([1, 3, 4, 4, 5, 5, 6, 8]);
    expect([bare.distancesMetres[1] > 2, bare.distancesMetres.at(-1)]).toEqual([true, 7.5]);
  });

  test('names the parts that it crosses, and lies over another grid’s heights', () => {
    const grid = gridOf([[1, 2, null, 4]]);
    const path = laid(grid, [0.25, 0.5, 3.75, 0.5]);
    expect(partsOnPath(grid, path)).toEqual(grid.parts);
    expect(partsOnPath(gridOf([[null, null, null, null]]), path)).toEqual([]);
    const ground = gridOf([[0, 9]], { cellMetres: 2, kind: 'ground' });
    const ends = [0.25, 3.75].map((x) => ({ x: 530_000 + x, y: 180_000.5 }));
    const profile = profileOnPath(grid, path, 'whole');
    const { heights, parts } = heightsBelow(profile, [ends[0], ends[1]], ground);
    expect(Array.from(heights, (height, i) => [profile.distancesMetres[i] < 1.75, height])).toEqual(
      Array.from(heights, (_, i) => (profile.distancesMetres[i] < 1.75 ? [true, 0] : [false, 9])),
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['ground']);
  });
});
