import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  earthBulgeMetres,
  STANDARD_EARTH_FACTOR,
  WORST_CASE_EARTH_FACTOR,
} from '../../../src/domain/radio/earth-bulge.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

describe('the bulge of the earth', () => {
  it('is 15 mm in the middle of 1 km and 0.24 m of 4 km by a standard atmosphere (8,495 km: P.530-18 §2.2.1)', () => {
    expect(earthBulgeMetres(500, 500, STANDARD_EARTH_FACTOR)).toBeCloseTo(500 ** 2 / (2 * 8_495_000), 5);
    expect(earthBulgeMetres(2000, 2000, STANDARD_EARTH_FACTOR)).toBeCloseTo(0.2354, 3);
  });

  it('doubles in the worst case, is 0 at both ends, and nothing on a flat earth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 }), (near, far) => {
        const standard = earthBulgeMetres(near, far, STANDARD_EARTH_FACTOR);
        expect(earthBulgeMetres(near, far, WORST_CASE_EARTH_FACTOR)).toBeCloseTo(2 * standard, 9);
        expect(earthBulgeMetres(far, near, STANDARD_EARTH_FACTOR)).toBe(standard);
        expect(earthBulgeMetres(0, far, STANDARD_EARTH_FACTOR)).toBe(0);
        expect(earthBulgeMetres(near, far, Number.POSITIVE_INFINITY)).toBe(0);
      }),
    );
  });

  it.each([0, -1, Number.NaN])('refuses a factor of %f', (factor) => {
    expect(() => earthBulgeMetres(500, 500, factor)).toThrow(OutOfRange);
  });
});
