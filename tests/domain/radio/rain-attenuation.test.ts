import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import {
  rainAttenuationDecibelsPerKilometre,
  rainCoefficients,
} from '../../../src/domain/radio/rain-attenuation.ts';

const level = { elevationDegrees: 0 };

describe('rain per kilometre', () => {
  it.each([
    // Rec. ITU-R P.838-3, table 5.
    [10, 0.01217, 1.2571, 0.01129, 1.2156],
    [20, 0.09164, 1.0568, 0.09611, 0.9847],
    [28, 0.2051, 0.9679, 0.1964, 0.9277],
    [60, 0.8606, 0.7656, 0.8515, 0.7486],
  ])('at %f GHz has the coefficients of table 5', (frequencyGigahertz, kH, alphaH, kV, alphaV) => {
    const horizontal = rainCoefficients({ frequencyGigahertz, polarisation: 'horizontal', ...level });
    const vertical = rainCoefficients({ frequencyGigahertz, polarisation: 'vertical', ...level });
    expect(horizontal.k / kH).toBeCloseTo(1, 3);
    expect(horizontal.alpha / alphaH).toBeCloseTo(1, 3);
    expect(vertical.k / kV).toBeCloseTo(1, 3);
    expect(vertical.alpha / alphaV).toBeCloseTo(1, 3);
  });

  it.each([
    // ITU-R Study Group 3, validation examples of P.838-3.
    [14.25, 31.07699124, 26.48052, 1.58130839],
    [29, 40.232036, 33.936232, 6.27846024],
  ])(
    'at %f GHz and an elevation of %f° is that of the validation examples',
    (f, elevationDegrees, rate, gamma) => {
      const coefficients = rainCoefficients({
        frequencyGigahertz: f,
        polarisation: { tiltDegrees: 0 },
        elevationDegrees,
      });
      expect(rainAttenuationDecibelsPerKilometre(coefficients, rate) / gamma).toBeCloseTo(1, 5);
    },
  );

  it('grows with the rain, is nothing without, and lies between the polarisations when tilted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 0.1, max: 250, noNaN: true }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        (frequencyGigahertz, rate, tiltDegrees) => {
          const of = (polarisation: Parameters<typeof rainCoefficients>[0]['polarisation']) =>
            rainCoefficients({ frequencyGigahertz, polarisation, ...level });
          const tilted = of({ tiltDegrees });
          expect(rainAttenuationDecibelsPerKilometre(tilted, 1.1 * rate)).toBeGreaterThan(
            rainAttenuationDecibelsPerKilometre(tilted, rate),
          );
          expect(rainAttenuationDecibelsPerKilometre(tilted, 0)).toBe(0);
          const ks = [of('horizontal').k, of('vertical').k].sort((a, b) => a - b);
          expect(tilted.k).toBeGreaterThanOrEqual(ks[0] * (1 - 1e-12));
          expect(tilted.k).toBeLessThanOrEqual(ks[1] * (1 + 1e-12));
        },
      ),
    );
  });

  it('refuses what the recommendation does not cover', () => {
    const polarisation = 'vertical';
    expect(() => rainCoefficients({ frequencyGigahertz: 0.9, polarisation, ...level })).toThrow(OutOfRange);
    expect(() => rainCoefficients({ frequencyGigahertz: 1001, polarisation, ...level })).toThrow(OutOfRange);
    expect(() => rainCoefficients({ frequencyGigahertz: 28, polarisation, elevationDegrees: 91 })).toThrow(
      OutOfRange,
    );
    expect(() => rainAttenuationDecibelsPerKilometre({ k: 0.2, alpha: 0.9 }, -1)).toThrow(OutOfRange);
    expect(() => rainAttenuationDecibelsPerKilometre({ k: 0.2, alpha: 0.9 }, 26_000)).toThrow(OutOfRange);
  });
});
