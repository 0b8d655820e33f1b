import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  VIEW_BEYOND,
  VIEW_HIDDEN,
  VIEW_NOT_KNOWN,
  VIEW_SEEN,
  viewshed,
} from '../../../src/domain/radio/viewshed.ts';
import type { HeightGrid } from '../../../src/domain/terrain/height-grid.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';

const FLAT = Number.POSITIVE_INFINITY;

/** Rows of views from the middle of a grid of odd sides, as letters. */
function seen(grid: HeightGrid, mast: number, view: { radius?: number; target?: number; k?: number } = {}) {
  const middle = (grid.rows >> 1) * grid.columns + (grid.columns >> 1);
  const x = grid.west + grid.columns * grid.cellWidthMetres * 0.5;
  const y = grid.north - grid.rows * grid.cellHeightMetres * 0.5;
  const { radius = (grid.columns >> 1) * grid.cellWidthMetres * 1.5, target = 0, k = FLAT } = view;
  const { views, columns, rows } = lastOf(
    viewshed(
      grid,
      { x, y, metres: grid.heights[middle] + mast },
      { radiusMetres: radius, targetMetres: target, earthFactor: k },
    ),
  );
  const letters = [...views].map((code) => LETTERS[code]).join('');
  return Array.from({ length: rows }, (_, row) => letters.slice(row * columns, (row + 1) * columns));
}

const LETTERS: Record<number, string> = {
  [VIEW_SEEN]: 'o',
  [VIEW_HIDDEN]: '.',
  [VIEW_NOT_KNOWN]: '?',
  [VIEW_BEYOND]: ' ',
};

describe('a viewshed', () => {
  test('shows what stands before a wall and hides what lies behind it', () => {
    const rows = Array.from({ length: 7 }, (_, row) => new Array<number>(7).fill(row === 1 ? 5 : 0));
    expect(seen(gridOf(rows), 2, { radius: 3 })).toEqual([
      '   .   ',
      ' ooooo ',
      ' ooooo ',
      'ooooooo',
      ' ooooo ',
      ' ooooo ',
      '   o   ',
    ]);
    // From 3 m above a target behind it, 1 m further off, the wall's top shows: 2 + (5 − 2) × 3/2 = 6.5.
    expect(seen(gridOf(rows), 2, { radius: 3, target: 6.4 })[0]).toBe('   .   ');
    expect(seen(gridOf(rows), 2, { radius: 3, target: 6.6 })[0]).toBe('   o   ');
  });

  test('knows nothing beyond the grid, nor behind a hole that nothing known hides', () => {
    expect(seen(flatGrid(3, 0), 2, { radius: 2 })).toEqual(['  ?  ', ' ooo ', '?ooo?', ' ooo ', '  ?  ']);
    const row = [0, 0, null, 0, 0, 0, 9, 0, 0];
    expect(seen(gridOf([row]), 2, { radius: 4 })[4]).toBe('???oooo..');
  });

  test('refuses an antenna over what is not known', () => {
    const grid = gridOf([[0, null, 0]]);
    expect(() => seen(grid, 2)).toThrow(/not known where the antenna stands/);
  });

  test('ends at the horizon: √(2 k R h) = 5,830 m from 2 m at k = 4/3', () => {
    const row = gridOf([new Array<number>(161).fill(0)], { cellMetres: 100 });
    const line = seen(row, 2, { radius: 8000, k: 4 / 3 })[80];
    const reach = line.lastIndexOf('o') - 80;
    expect(reach).toBeGreaterThanOrEqual(57);
    expect(reach).toBeLessThanOrEqual(59);
    expect(seen(row, 2, { radius: 8000 })[80]).toBe('o'.repeat(161));
  });

  const side = 15;
  const heights = fc.array(
    fc.array(
      fc.oneof(
        { weight: 40, arbitrary: fc.integer({ min: 0, max: 12 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      { minLength: side, maxLength: side },
    ),
    { minLength: side, maxLength: side },
  );
  const known = heights.map((rows) => {
    rows[side >> 1][side >> 1] ??= 0;
    return gridOf(rows);
  });

  test('of flat ground is all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 500 }),
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        (height, mast) =>
          seen(flatGrid(side, height), mast).join('').replaceAll(' ', '').replaceAll('?', '') ===
          'o'.repeat(side * side),
      ),
    );
  });

  test('never loses a cell to a higher mast', () => {
    fc.assert(
      fc.property(
        known,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (grid, mast, more) => {
          const low = seen(grid, mast, { k: 4 / 3 }).join('');
          const high = seen(grid, mast + more, { k: 4 / 3 }).join('');
          return [...low].every((letter, i) => letter !== 'o' || high[i] === 'o');
        },
      ),
    );
  });

  test('never answers otherwise where a hole is filled, only more', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 30 }), (grid, filling) => {
        const filled = {
          ...grid,
          heights: grid.heights.map((height) => (Number.isNaN(height) ? filling : height)),
        };
        const before = seen(grid, 3).join('');
        const after = seen(filled, 3).join('');
        return [...before].every((letter, i) => letter === '?' || letter === after[i]);
      }),
    );
  });
});
