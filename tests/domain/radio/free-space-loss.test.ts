import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSpaceLossDecibels, wavelengthMetres } from '../../../src/domain/radio/free-space-loss.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

const gigahertz = fc.double({ min: 0.1, max: 300, noNaN: true });
const metres = fc.double({ min: 5, max: 1e5, noNaN: true });

describe('free-space loss', () => {
  it.each([
    // Rec. ITU-R P.525-5 equation (4) rounds its constant: 32.4 + 20 log f (MHz) + 20 log d (km), 0.05 dB below.
    [28, 500, 32.4 + 20 * Math.log10(28_000) + 20 * Math.log10(0.5)],
    [60, 1000, 32.4 + 20 * Math.log10(60_000)],
    [0.7, 2000, 32.4 + 20 * Math.log10(700) + 20 * Math.log10(2)],
  ])('at %f GHz over %f m is the recommendation’s with its constant unrounded', (f, d, rounded) => {
    expect(freeSpaceLossDecibels(f, d) - rounded).toBeCloseTo(0.0478, 3);
  });

  it('is 4π wavelengths as a power ratio', () => {
    expect(freeSpaceLossDecibels(1, 10 * wavelengthMetres(1))).toBeCloseTo(20 * Math.log10(40 * Math.PI), 9);
  });

  it('grows by 6 dB where distance or frequency doubles', () => {
    fc.assert(
      fc.property(gigahertz, metres, (f, d) => {
        const loss = freeSpaceLossDecibels(f, d);
        expect(freeSpaceLossDecibels(f, 2 * d) - loss).toBeCloseTo(20 * Math.log10(2), 9);
        expect(freeSpaceLossDecibels(2 * f, d) - loss).toBeCloseTo(20 * Math.log10(2), 9);
      }),
    );
  });

  it.each([
    [28, 0],
    [28, -5],
    [1, 0.2],
    [0, 100],
    [-1, 100],
    [Number.NaN, 100],
    [28, Number.NaN],
  ])('refuses %f GHz over %f m', (f, d) => {
    expect(() => freeSpaceLossDecibels(f, d)).toThrow(OutOfRange);
  });

  it('says range, source and remedy when it refuses', () => {
    expect(() => freeSpaceLossDecibels(1, 0)).toThrow(
      /^ITU-R P\.525-5 holds where the distance is 0\.29\d* m or more, not 0 m\. Give two ends/,
    );
  });
});
