import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearRangeMetres } from '../../../src/domain/radio/clear-range.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { LinkMeter } from '../../../src/domain/radio/link-meter.ts';
import { startingChoices } from '../../../src/domain/radio/starting-choices.ts';

describe('how far a free line carries', () => {
  it('is the last step at which the rate is held both ways, whatever the radio', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GENERIC_DEVICES),
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 100, max: 5_000 }),
        (device, least, most) => {
          const meter = new LinkMeter(device, startingChoices(device.id));
          const range = clearRangeMetres(meter, least, most);
          const holds = (metres: number): boolean => {
            const snr = meter.clearSnrDecibels(metres);
            return meter.marginDecibels(snr) >= 0 && meter.megabitsPerSecond(snr) >= least;
          };
          expect(range % 50).toBe(0);
          expect(range).toBeLessThanOrEqual(most);
          if (range > 0) expect(holds(range)).toBe(true);
          if (range + 50 <= most) expect(holds(range + 50)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is no longer in worse rain', () => {
    for (const device of GENERIC_DEVICES) {
      const choices = startingChoices(device.id);
      const wet = { ...choices, rainRateMillimetresPerHour: { value: 60, source: null } };
      const [dry, rainy] = [choices, wet].map((one) =>
        clearRangeMetres(new LinkMeter(device, one), 0, 5_000),
      );
      expect(rainy).toBeLessThanOrEqual(dry);
    }
  });
});
