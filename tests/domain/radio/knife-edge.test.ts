import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavelengthMetres } from '../../../src/domain/radio/free-space-loss.ts';
import { fresnelRadiusMetres } from '../../../src/domain/radio/fresnel-radius.ts';
import { diffractionParameter, knifeEdgeLossDecibels } from '../../../src/domain/radio/knife-edge.ts';
import { exactKnifeEdgeLossDecibels } from '../../../src/domain/radio/knife-edge-exact.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

describe('a knife edge', () => {
  it('by the formula of P.526-15 §4.1: 6.03 dB grazing, 13.9 dB at ν = 1, nothing from −0.78 down', () => {
    expect(knifeEdgeLossDecibels(0)).toBeCloseTo(6.0329, 3);
    expect(knifeEdgeLossDecibels(1)).toBeCloseTo(13.9257, 3);
    expect(knifeEdgeLossDecibels(-0.78)).toBe(0);
    expect(knifeEdgeLossDecibels(-5)).toBe(0);
  });

  it('by the Fresnel integral: half the field behind a grazing edge, and C(1), S(1) of Abramowitz and Stegun', () => {
    expect(exactKnifeEdgeLossDecibels(0)).toBeCloseTo(20 * Math.log10(2), 12);
    const [cosine, sine] = [0.7798934004, 0.4382591474];
    expect(exactKnifeEdgeLossDecibels(1)).toBeCloseTo(
      -20 * Math.log10(Math.hypot(1 - cosine - sine, cosine - sine) / 2),
      8,
    );
    // Table 7.7: C(5) = 0.5636312, S(5) = 0.4991914, on the other way of working it out.
    const [c5, s5] = [-0.5636312, -0.4991914];
    expect(exactKnifeEdgeLossDecibels(-5)).toBeCloseTo(
      -20 * Math.log10(Math.hypot(1 - c5 - s5, c5 - s5) / 2),
      5,
    );
  });

  it('joins its two ways of working the integral out without a step', () => {
    for (const nu of [-1.5, 1.5]) {
      const [below, above] = [exactKnifeEdgeLossDecibels(nu - 1e-9), exactKnifeEdgeLossDecibels(nu + 1e-9)];
      expect(Math.abs(above - below)).toBeLessThan(1e-7);
    }
  });

  it('far behind falls with 1 / (π ν √2)', () => {
    expect(exactKnifeEdgeLossDecibels(500)).toBeCloseTo(20 * Math.log10(Math.PI * 500 * Math.SQRT2), 5);
  });

  it('differs from the integral by at most 0.13 dB from ν = −0.5 on, and grows with ν', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 50, noNaN: true }), (nu) => {
        expect(Math.abs(knifeEdgeLossDecibels(nu) - exactKnifeEdgeLossDecibels(nu))).toBeLessThan(0.13);
        expect(knifeEdgeLossDecibels(nu + 0.1)).toBeGreaterThan(knifeEdgeLossDecibels(nu));
      }),
    );
  });

  it('has ν = √2 where the edge reaches one Fresnel radius above the line (within the 17.3 of P.530)', () => {
    const edge = { nearMetres: 300, farMetres: 700, frequencyGigahertz: 28 };
    const heightMetres = fresnelRadiusMetres(28, 300, 700);
    expect(diffractionParameter({ ...edge, heightMetres })).toBeCloseTo(Math.SQRT2, 2);
    const exact = Math.sqrt((wavelengthMetres(28) * 300 * 700) / 1000);
    expect(diffractionParameter({ ...edge, heightMetres: exact })).toBeCloseTo(Math.SQRT2, 12);
  });

  it('refuses what is no number', () => {
    expect(() => knifeEdgeLossDecibels(Number.NaN)).toThrow(OutOfRange);
    expect(() => exactKnifeEdgeLossDecibels(1001)).toThrow(OutOfRange);
  });
});
