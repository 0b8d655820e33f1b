import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rainAvailability } from '../../../src/domain/radio/rain-availability.ts';
import { exceededDecibels, rainCurve } from '../../../src/domain/radio/rain-over-path.ts';

const curve = rainCurve({
  frequencyGigahertz: 28,
  distanceMetres: 2000,
  polarisation: 'vertical',
  rainRateMillimetresPerHour: 26.48,
});

describe('availability against rain', () => {
  it('is the share of the year whose rain is just borne', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0011, max: 0.99, noNaN: true }), (percent) => {
        const found = rainAvailability(curve, exceededDecibels(curve, percent));
        expect(found?.bound).toBe('exactly');
        expect(found?.percent).toBeCloseTo(100 - percent, 9);
      }),
    );
  });

  it('is "at least" and "less than" at the ends of what P.530 speaks of, and none where clear air is too much', () => {
    expect(rainAvailability(curve, 1000)).toEqual({ percent: 99.999, bound: 'at least' });
    expect(rainAvailability(curve, 0.001)).toEqual({ percent: 99, bound: 'less than' });
    expect(rainAvailability(curve, -0.001)).toBeNull();
    expect(rainAvailability(curve, Number.NaN)).toBeNull();
  });

  it('never falls where more can be borne', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (fade, more) => {
          const less = rainAvailability(curve, fade);
          expect(rainAvailability(curve, fade + more)?.percent).toBeGreaterThanOrEqual(less?.percent ?? 0);
        },
      ),
    );
  });
});
