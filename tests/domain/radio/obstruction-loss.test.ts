import { describe, expect, it } from 'vitest';
import { obstructionLoss } from '../../../src/domain/radio/obstruction-loss.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

describe('the loss of an obstructed path (P.530-18 equation 2)', () => {
  it.each([
    [0, 10, false],
    [-0.5, 20, true],
    [-1, 30, true],
  ])('with %f of a Fresnel radius free is %f dB', (share, decibels, isWithinRecommendation) => {
    expect(obstructionLoss(share * 3.7, 3.7).decibels).toBeCloseTo(decibels, 9);
    expect(obstructionLoss(share * 3.7, 3.7).isWithinRecommendation).toBe(isWithinRecommendation);
  });

  it('refuses a free line and a radius of nothing', () => {
    expect(() => obstructionLoss(0.1, 3)).toThrow(OutOfRange);
    expect(() => obstructionLoss(-1, 0)).toThrow(OutOfRange);
    expect(() => obstructionLoss(Number.NaN, 3)).toThrow(OutOfRange);
  });
});
