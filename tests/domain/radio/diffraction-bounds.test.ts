import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bullingtonLossDecibels } from '../../../src/domain/radio/bullington.ts';
import {
  leastDiffractionDecibels,
  MOST_MARGINAL_DECIBELS,
} from '../../../src/domain/radio/diffraction-bounds.ts';
import { leastLastAntennaMetres } from '../../../src/domain/radio/least-mast.ts';
import { pathClearance } from '../../../src/domain/radio/path-clearance.ts';
import { reversedProfile } from '../../../src/domain/radio/path-profile.ts';
import { anyGigahertz, anyProfile } from '../../builders/path-profiles.ts';

describe('what Bullington can take', () => {
  test('is over a blocked path never less, over a marginal one never more than its bound', () => {
    const seen = { blocked: 0, marginal: 0 };
    fc.assert(
      fc.property(anyProfile, anyGigahertz, (profile, frequencyGigahertz) => {
        const air = { frequencyGigahertz, earthFactor: 4 / 3 };
        const clearance = pathClearance(profile, air);
        const loss = bullingtonLossDecibels(profile, air);
        if (clearance.class === 'blocked') {
          seen.blocked++;
          expect(leastDiffractionDecibels(clearance)).toBeLessThanOrEqual(loss);
        }
        if (clearance.class === 'marginal') {
          seen.marginal++;
          expect(loss).toBeLessThanOrEqual(MOST_MARGINAL_DECIBELS);
        }
        if (clearance.class === 'clear') expect(loss).toBe(0);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.blocked, seen.marginal)).toBeGreaterThan(0);
  });
});

describe('the least height of the last antenna', () => {
  test('is that from which the path is clear', () => {
    fc.assert(
      fc.property(anyProfile, anyGigahertz, (profile, frequencyGigahertz) => {
        const air = { frequencyGigahertz, earthFactor: 4 / 3 };
        const least = leastLastAntennaMetres(profile, air) ?? Number.NaN;
        const classAt = (lastAntennaMetres: number) =>
          pathClearance({ ...profile, lastAntennaMetres }, air).class;
        expect(classAt(least + 1e-6)).toBe('clear');
        expect(classAt(least - 1e-3)).not.toBe('clear');
      }),
    );
  });

  test('is not known over a hole, and whatever there is where nothing lies between', () => {
    const air = { frequencyGigahertz: 60, earthFactor: 4 / 3 };
    const profile = {
      distancesMetres: Float64Array.of(0, 10, 20),
      surfaceMetres: Float64Array.of(0, Number.NaN, 0),
      firstAntennaMetres: 5,
      lastAntennaMetres: 5,
    };
    expect(leastLastAntennaMetres(profile, air)).toBeNull();
    const bare = {
      ...profile,
      distancesMetres: Float64Array.of(0, 20),
      surfaceMetres: Float64Array.of(0, 0),
    };
    expect(leastLastAntennaMetres(bare, air)).toBe(Number.NEGATIVE_INFINITY);
    // Half way behind a wall of 12 m from 5 m: 19 m, and what 0.6 of the zone and the bulge double to.
    const wall = { ...profile, surfaceMetres: Float64Array.of(0, 12, 0) };
    expect(leastLastAntennaMetres(reversedProfile(wall), air)).toBeCloseTo(19 + 2 * 0.6 * 0.158, 2);
  });
});
