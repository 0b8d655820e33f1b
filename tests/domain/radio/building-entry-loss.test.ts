import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildingEntryLossDecibels } from '../../../src/domain/radio/building-entry-loss.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

const entry = {
  frequencyGigahertz: 28,
  building: 'traditional',
  notExceededPercent: 50,
  elevationDegrees: 0,
} as const;

describe('building entry loss (P.2109-2)', () => {
  it.each([
    // As crc-covlib has it.
    [0.7, 10, 5.71923],
    [1.8, 90, 26.81865],
    [5.5, 50, 16.47995],
    [60, 90, 39.15248],
  ])('of a traditional building at %f GHz for %f %% of cases is %f dB', (f, percent, decibels) => {
    const found = buildingEntryLossDecibels({ ...entry, frequencyGigahertz: f, notExceededPercent: percent });
    expect(Math.abs(found - decibels)).toBeLessThan(0.001);
  });

  it.each([
    [1.8, 10, 16.6681],
    [26, 10, 19.17802],
    [3.5, 90, 49.27181],
  ])('of a thermally efficient one at %f GHz for %f %% of cases is %f dB', (f, percent, decibels) => {
    const asked = { ...entry, building: 'thermally efficient' } as const;
    const found = buildingEntryLossDecibels({
      ...asked,
      frequencyGigahertz: f,
      notExceededPercent: percent,
    });
    expect(Math.abs(found - decibels)).toBeLessThan(0.001);
  });

  it('grows by 0.212 dB a degree where the path goes through the walls alone', () => {
    const asked = { ...entry, notExceededPercent: 99.9 };
    const steep = buildingEntryLossDecibels({ ...asked, elevationDegrees: 30 });
    expect(steep - buildingEntryLossDecibels(asked)).toBeCloseTo(0.212 * 30, 2);
  });

  it('at 28 GHz in the median is 20 dB, and 42 dB behind metallised glass', () => {
    expect(buildingEntryLossDecibels(entry)).toBeCloseTo(20, 0);
    expect(buildingEntryLossDecibels({ ...entry, building: 'thermally efficient' })).toBeCloseTo(42, 0);
  });

  it('grows with the share of cases and with the angle, up or down', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.08, max: 100, noNaN: true }),
        fc.constantFrom('traditional', 'thermally efficient'),
        fc.double({ min: 2, max: 97, noNaN: true }),
        (frequencyGigahertz, building, notExceededPercent) => {
          const asked = { frequencyGigahertz, building, notExceededPercent, elevationDegrees: 20 } as const;
          const loss = buildingEntryLossDecibels(asked);
          expect(
            buildingEntryLossDecibels({ ...asked, notExceededPercent: notExceededPercent + 1 }),
          ).toBeGreaterThan(loss);
          expect(buildingEntryLossDecibels({ ...asked, elevationDegrees: 40 })).toBeGreaterThan(loss);
          expect(buildingEntryLossDecibels({ ...asked, elevationDegrees: -20 })).toBe(loss);
        },
      ),
    );
  });

  it.each([
    { frequencyGigahertz: 0.07 },
    { frequencyGigahertz: 101 },
    { notExceededPercent: 0 },
    { notExceededPercent: 100 },
    { elevationDegrees: 91 },
  ])('refuses %o', (other) => {
    expect(() => buildingEntryLossDecibels({ ...entry, ...other })).toThrow(OutOfRange);
  });
});
