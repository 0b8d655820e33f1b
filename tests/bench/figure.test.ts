import { expect, test } from 'vitest';
import { figureTable, limitFigure, ratioFigure } from './figure.ts';

test('a ratio is met from the asked part on, and not before', () => {
  const given = { row: '1', what: 'x', peer: 6000, askedPart: 60 };
  expect(ratioFigure({ ...given, ours: 100 })).toMatchObject({ ratio: '1/60', isMet: true, asked: '≤ 1/60' });
  expect(ratioFigure({ ...given, ours: 101 })).toMatchObject({ isMet: false });
  expect(ratioFigure({ ...given, ours: 7200, askedPart: null })).toMatchObject({
    ratio: '1.2 ×',
    isMet: null,
  });
});

test('a limit is met up to it', () => {
  const given = { row: '1b', what: 'x', most: 1000, unit: 'MB' };
  expect(limitFigure({ ...given, value: 1000 }).isMet).toBe(true);
  expect(limitFigure({ ...given, value: 1001 })).toMatchObject({ isMet: false, ours: '1001 MB' });
});

test('the table has one line a figure, under its heads', () => {
  const lines = figureTable([
    limitFigure({ row: '1b', what: 'memory', value: 930, most: 1000, unit: 'MB' }),
    ratioFigure({ row: '1', what: 'cold', ours: 100, peer: 900, askedPart: 20 }),
  ]);
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^1b +memory +930 MB +≤ 1000 MB +yes$/);
  expect(lines[3]).toMatch(/^1 +cold +100 ms +900 ms +1\/9.0 +≤ 1\/20 +NO$/);
});
