import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clutterHeightGainDecibels,
  TYPICAL_CLUTTER_METRES,
} from '../../../src/domain/radio/clutter-height-gain.ts';
import { clutterLossDecibels } from '../../../src/domain/radio/clutter-statistical.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

const end = {
  frequencyGigahertz: 0.7,
  antennaMetres: 1.5,
  clutter: 'open or rural',
  clutterMetres: TYPICAL_CLUTTER_METRES['open or rural'],
  streetWidthMetres: 27,
} as const;

describe('clutter by height (P.2108-1 §3.1)', () => {
  it('is 17.17 dB in the open at 0.7 GHz, 25.35 dB in a dense town at 3 GHz (as crc-covlib has it)', () => {
    expect(clutterHeightGainDecibels(end)).toBeCloseTo(17.16994, 4);
    const town = { ...end, frequencyGigahertz: 3, antennaMetres: 10 };
    expect(
      clutterHeightGainDecibels({
        ...town,
        clutter: 'dense urban',
        clutterMetres: TYPICAL_CLUTTER_METRES['dense urban'],
      }),
    ).toBeCloseTo(25.34979, 4);
  });

  it('is nothing at the height of the clutter and above, and never grows with the antenna', () => {
    expect(clutterHeightGainDecibels({ ...end, antennaMetres: 10 })).toBe(0);
    expect(clutterHeightGainDecibels({ ...end, antennaMetres: 30 })).toBe(0);
    fc.assert(
      fc.property(
        fc.constantFrom('open or rural', 'suburban', 'water', 'urban, trees or forest', 'dense urban'),
        fc.double({ min: 0.5, max: 9, noNaN: true }),
        (clutter, antennaMetres) => {
          const lower = clutterHeightGainDecibels({ ...end, clutter, antennaMetres });
          expect(
            clutterHeightGainDecibels({ ...end, clutter, antennaMetres: antennaMetres + 0.5 }),
          ).toBeLessThan(lower);
        },
      ),
    );
  });

  it.each([
    { frequencyGigahertz: 3.1 },
    { frequencyGigahertz: 0.02 },
    { antennaMetres: 0 },
    { streetWidthMetres: 0 },
    { clutterMetres: -5 },
  ])('refuses %o', (other) => {
    expect(() => clutterHeightGainDecibels({ ...end, ...other })).toThrow(OutOfRange);
  });
});

describe('clutter by statistics (P.2108-1 §3.2)', () => {
  it.each([
    // As crc-covlib has it.
    [3.5, 1000, 50, 30.10507],
    [26, 1000, 50, 32.70933],
    [60, 250, 90, 31.54925],
  ])('at %f GHz over %f m is at most so much at %f %% of places: %f dB', (f, metres, percent, decibels) => {
    expect(Math.abs(clutterLossDecibels(f, metres, percent) - decibels)).toBeLessThan(0.001);
  });

  it('grows with the places and the distance, but not beyond 2 km', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 67, noNaN: true }),
        fc.double({ min: 250, max: 1900, noNaN: true }),
        fc.double({ min: 1, max: 98, noNaN: true }),
        (f, metres, percent) => {
          const loss = clutterLossDecibels(f, metres, percent);
          expect(clutterLossDecibels(f, metres, percent + 1)).toBeGreaterThan(loss);
          expect(clutterLossDecibels(f, metres * 1.05, 50)).toBeGreaterThanOrEqual(
            clutterLossDecibels(f, metres, 50),
          );
          expect(clutterLossDecibels(f, 2000 + metres, 50)).toBe(clutterLossDecibels(f, 2000, 50));
        },
      ),
    );
  });

  it.each([
    [0.4, 500, 50],
    [68, 500, 50],
    [28, 249, 50],
    [28, 500, 0],
    [28, 500, 100],
  ])('refuses %f GHz over %f m for %f %% of places', (f, metres, percent) => {
    expect(() => clutterLossDecibels(f, metres, percent)).toThrow(OutOfRange);
  });
});
