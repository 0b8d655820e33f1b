import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percent, percentPoints, tenths } from '../../../src/domain/not-spots/headline.ts';

it('rounds halves up, as a spreadsheet does, whatever the double says', () => {
  expect(percent(30_220 / 40_000)).toBe('75.6 %');
  expect(percent(9_780 / 40_000)).toBe('24.5 %');
  expect(percent(1 / 8)).toBe('12.5 %');
});

it('is never 0.0 or 100.0 unless exactly so', () => {
  expect([percent(0), percent(1), percent(0.0001), percent(0.9999)]).toEqual([
    '0.0 %',
    '100.0 %',
    'under 0.1 %',
    'over 99.9 %',
  ]);
});

it('is what whole numbers give, for any count out of any total', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(), (total, seed) => {
      const part = seed % (total + 1);
      const share = part / total;
      fc.pre(share === 0 || share === 1 || (share >= 0.0005 && share <= 0.9995));
      const tenths = Math.floor((2000 * part + total) / (2 * total));
      expect(percent(share)).toBe(`${Math.floor(tenths / 10)}.${tenths % 10} %`);
    }),
    { numRuns: 2000 },
  );
});

it('gives percentage points to the tenth, halves away from zero, and sizes without their sign', () => {
  expect([tenths(75.55), tenths(-0.15), tenths(0)]).toEqual([75.6, -0.2, 0]);
  expect([percentPoints(75.55), percentPoints(-1.75), percentPoints(3)]).toEqual(['75.6', '1.8', '3.0']);
  expect(percentPoints(tenths(75.55) - tenths(73.8))).toBe('1.8');
});
