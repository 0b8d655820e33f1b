import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bullingtonLossDecibels } from '../../../src/domain/radio/bullington.ts';
import { diffractionParameter, knifeEdgeLossDecibels } from '../../../src/domain/radio/knife-edge.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import { reversedProfile } from '../../../src/domain/radio/path-profile.ts';
import { anyGigahertz, anyProfile, profileOf } from '../../builders/path-profiles.ts';

const flatEarth = { frequencyGigahertz: 28, earthFactor: Number.POSITIVE_INFINITY };

/** One wall on flat ground, 1 km, antennas at 20 m. */
function wall(metres: number, at: number) {
  const heights = new Array(101).fill(0);
  heights[at] = metres;
  return profileOf(heights, { step: 10, first: 20, last: 20 });
}

describe('Bullington’s diffraction loss', () => {
  it.each([
    [30, 40],
    [21, 50],
    [19.9, 50],
  ])('of one wall of %f m is that of the edge, with the term of P.526-15 §4.5.1', (height, at) => {
    const nu = diffractionParameter({
      heightMetres: height - 20,
      nearMetres: at * 10,
      farMetres: 1000 - at * 10,
      frequencyGigahertz: 28,
    });
    const edge = knifeEdgeLossDecibels(nu);
    expect(bullingtonLossDecibels(wall(height, at), flatEarth)).toBeCloseTo(
      edge + (1 - Math.exp(-edge / 6)) * (10 + 0.02 * 1),
      9,
    );
  });

  it('of two walls is that of the edge where their horizons meet', () => {
    const heights = new Array(101).fill(0);
    heights[20] = 40;
    heights[60] = 36;
    // Slopes 0.1 up from the first end and 0.04 from the last: they meet 285.71 m along, 48.57 m up.
    const nu = diffractionParameter({
      heightMetres: 2000 / 70,
      nearMetres: 2000 / 7,
      farMetres: 5000 / 7,
      frequencyGigahertz: 28,
    });
    const edge = knifeEdgeLossDecibels(nu);
    expect(
      bullingtonLossDecibels(profileOf(heights, { step: 10, first: 20, last: 20 }), flatEarth),
    ).toBeCloseTo(edge + (1 - Math.exp(-edge / 6)) * 10.02, 9);
  });

  it('is nothing over flat ground far below, and between two neighbouring points', () => {
    expect(bullingtonLossDecibels(wall(0, 50), flatEarth)).toBe(0);
    expect(bullingtonLossDecibels(profileOf([0, 0], { step: 9, first: 5, last: 5 }), flatEarth)).toBe(0);
  });

  it('is a number where a roof grazes the line from end to end', () => {
    expect(
      bullingtonLossDecibels(profileOf(new Array(50).fill(7), { step: 3, first: 0, last: 0 }), flatEarth),
    ).toBeCloseTo(
      knifeEdgeLossDecibels(0) + (1 - Math.exp(-knifeEdgeLossDecibels(0) / 6)) * (10 + 0.02 * 0.147),
      6,
    );
  });

  it('is the same from the other end, and never negative', () => {
    fc.assert(
      fc.property(anyProfile, anyGigahertz, (profile, frequencyGigahertz) => {
        const asked = { frequencyGigahertz, earthFactor: 4 / 3 };
        const there = bullingtonLossDecibels(profile, asked);
        expect(bullingtonLossDecibels(reversedProfile(profile), asked)).toBeCloseTo(there, 6);
        expect(there).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('refuses what lies beyond 5 km, and a height that is not known', () => {
    const long = profileOf(new Array(502).fill(0), { step: 10, first: 20, last: 20 });
    expect(() => bullingtonLossDecibels(long, flatEarth)).toThrow(OutOfRange);
    expect(() => bullingtonLossDecibels(wall(Number.NaN, 30), flatEarth)).toThrow(/300 m from the first end/);
  });
});
