import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import {
  LEAST_TIME_PERCENT,
  MOST_TIME_PERCENT,
  type RainPath,
  rainDistanceFactor,
  rainOverPathDecibels,
} from '../../../src/domain/radio/rain-over-path.ts';

const london: RainPath = {
  frequencyGigahertz: 60,
  distanceMetres: 1000,
  polarisation: 'vertical',
  rainRateMillimetresPerHour: 26.48,
};

const anyPath: fc.Arbitrary<RainPath> = fc.record({
  frequencyGigahertz: fc.double({ min: 1, max: 100, noNaN: true }),
  distanceMetres: fc.double({ min: 10, max: 30_000, noNaN: true }),
  polarisation: fc.constantFrom('horizontal', 'vertical'),
  rainRateMillimetresPerHour: fc.double({ min: 5, max: 120, noNaN: true }),
});
const anyPercent = fc.double({ min: LEAST_TIME_PERCENT, max: MOST_TIME_PERCENT, noNaN: true });

describe('rain over a path', () => {
  it('is 5.8 dB for 99.9 % of the time over 1 km at 60 GHz in 30 mm/h (Terragraph planner, published test)', () => {
    expect(
      Math.abs(rainOverPathDecibels({ ...london, rainRateMillimetresPerHour: 30 }, 0.1) - 5.8),
    ).toBeLessThan(0.05);
  });

  it.each([
    // P.530-18 with R0.01 = 28 mm/h, vertical: ITU-Rpy and crc-covlib agree at 0.01 %.
    [11, 5, 3.58081],
    [38, 1, 9.92908],
    [70, 5, 38.81937],
  ])('at %f GHz over %f km exceeds %f dB 0.01 %% of the year', (frequencyGigahertz, kilometres, decibels) => {
    const path = {
      ...london,
      frequencyGigahertz,
      distanceMetres: kilometres * 1000,
      rainRateMillimetresPerHour: 28,
    };
    expect(rainOverPathDecibels(path, 0.01) / decibels).toBeCloseTo(1, 4);
  });

  it.each([
    // P.530-18 with R0.01 = 28 mm/h, vertical, as crc-covlib has it (its C0: ITU-Rpy's is another, see the README).
    [26, 0.001, 16.70512],
    [28, 0.1, 3.62045],
  ])(
    'at %f GHz over 2 km exceeds so much %f %% of the year: %f dB',
    (frequencyGigahertz, percent, decibels) => {
      const path = { ...london, frequencyGigahertz, distanceMetres: 2000, rainRateMillimetresPerHour: 28 };
      expect(rainOverPathDecibels(path, percent) / decibels).toBeCloseTo(1, 4);
    },
  );

  it('counts a short path at most two and a half times over', () => {
    expect(rainDistanceFactor({ ...london, distanceMetres: 100 }, 0.75)).toBe(2.5);
    expect(rainDistanceFactor(london, 0.75)).toBeLessThan(2.5);
    expect(rainOverPathDecibels({ ...london, distanceMetres: 200 }, 0.01)).toBeCloseTo(
      2 * rainOverPathDecibels({ ...london, distanceMetres: 100 }, 0.01),
      9,
    );
  });

  it('keeps the factor between nothing and 2.5 on every path, thin rain and long ones too', () => {
    fc.assert(
      fc.property(anyPath, fc.double({ min: 0.6, max: 1.4, noNaN: true }), (path, alpha) => {
        const factor = rainDistanceFactor(path, alpha);
        expect(factor).toBeGreaterThan(0);
        expect(factor).toBeLessThanOrEqual(2.5);
      }),
    );
  });

  it('grows with the rain rate, and falls with the share of the year', () => {
    fc.assert(
      fc.property(anyPath, anyPercent, anyPercent, (path, one, other) => {
        const wetter = { ...path, rainRateMillimetresPerHour: path.rainRateMillimetresPerHour * 1.2 };
        expect(rainOverPathDecibels(wetter, one)).toBeGreaterThan(rainOverPathDecibels(path, one));
        const [rare, usual] = one < other ? [one, other] : [other, one];
        // Shares that are alike but for their last digits may round either way.
        expect(rainOverPathDecibels(path, rare) * (1 + 1e-12)).toBeGreaterThanOrEqual(
          rainOverPathDecibels(path, usual),
        );
      }),
    );
  });

  it.each([
    [{}, 0.0009],
    [{}, 1.01],
    [{}, Number.NaN],
    [{ frequencyGigahertz: 101 }, 0.01],
    [{ frequencyGigahertz: 0.8 }, 0.01],
    [{ distanceMetres: 0 }, 0.01],
    [{ distanceMetres: 60_001 }, 0.01],
    [{ rainRateMillimetresPerHour: -1 }, 0.01],
  ])('refuses %o for %f %% of the year', (other, percent) => {
    expect(() => rainOverPathDecibels({ ...london, ...other }, percent)).toThrow(OutOfRange);
  });
});
