import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearsWorth } from '../../../src/domain/cost/years-worth.ts';

describe('what a pound a year is worth today', () => {
  it('is (1 − (1 + r)^−n) ÷ r', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        (n, percent) => {
          const r = percent / 100;
          expect(yearsWorth(n, percent) / ((1 - (1 + r) ** -n) / r)).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it('is the number of years where nothing is discounted', () => {
    expect(yearsWorth(25, 0)).toBe(25);
  });

  it('agrees with a published table: 14.2124 for 20 years at 3.5 %', () => {
    expect(yearsWorth(20, 3.5)).toBeCloseTo(14.2124, 4);
  });

  it('refuses parts of a year and rates below 0', () => {
    expect(() => yearsWorth(1.5, 3)).toThrow(RangeError);
    expect(() => yearsWorth(0, 3)).toThrow(RangeError);
    expect(() => yearsWorth(2, -1)).toThrow(RangeError);
  });
});
