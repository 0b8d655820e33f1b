import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/domain/radio/normal-quantile.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

describe('the quantile of the normal distribution', () => {
  it.each([
    // Tables of the normal distribution, e.g. Abramowitz and Stegun table 26.5.
    [0.5, 0],
    [0.841344746, 1],
    [0.9, 1.2815515655],
    [0.975, 1.9599639845],
    [0.99, 2.326347874],
    [0.999, 3.0902323062],
    [1e-9, -5.997807015],
    [1e-20, -9.2623400898],
  ])('of %f is %f', (probability, value) => {
    expect(Math.abs(normalQuantile(probability) - value)).toBeLessThan(2e-6);
  });

  it('is odd about a half and grows', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (probability) => {
        expect(normalQuantile(1 - probability)).toBeCloseTo(-normalQuantile(probability), 5);
        expect(normalQuantile(probability)).toBeLessThan(normalQuantile(probability * 1.01));
      }),
    );
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %f', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(OutOfRange);
  });
});
