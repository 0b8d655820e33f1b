import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earthBulgeMetres } from '../../../src/domain/radio/earth-bulge.ts';
import { fresnelRadiusMetres } from '../../../src/domain/radio/fresnel-radius.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import { pathClearance } from '../../../src/domain/radio/path-clearance.ts';
import { reversedProfile } from '../../../src/domain/radio/path-profile.ts';
import { anyGigahertz, anyProfile, profileOf } from '../../builders/path-profiles.ts';

const flat = (metres: number) =>
  profileOf(new Array(101).fill(20), { step: 10, first: metres, last: metres });
const at60 = { frequencyGigahertz: 60, earthFactor: 4 / 3 };

describe('the clearance of a path', () => {
  it('of 1 km over flat ground is the height of the antennas less the bulge in the middle, and clear', () => {
    const { metres, metresAt, class: kind, unknownAt } = pathClearance(flat(10), at60);
    expect(metres).toBeCloseTo(10 - earthBulgeMetres(500, 500, 4 / 3), 9);
    expect(metresAt).toBe(500);
    expect(kind).toBe('clear');
    expect(unknownAt).toBeNull();
  });

  it('finds the narrowest point in metres and the one in Fresnel radii, which may be two', () => {
    const heights = new Array(101).fill(0);
    heights[2] = 9;
    heights[50] = 8;
    const { metresAt, fresnelAt, fresnel } = pathClearance(
      profileOf(heights, { step: 10, first: 10, last: 10 }),
      {
        frequencyGigahertz: 5.8,
        earthFactor: Number.POSITIVE_INFINITY,
      },
    );
    expect(metresAt).toBe(20);
    expect(fresnelAt).toBe(500);
    expect(fresnel).toBeCloseTo(2 / fresnelRadiusMetres(5.8, 500, 500), 9);
  });

  it.each([
    [0.6001, 'clear'],
    [0.5999, 'marginal'],
    [0, 'marginal'],
    [-0.001, 'blocked'],
  ])('with %f of the first Fresnel zone free is %s', (share, kind) => {
    const radius = fresnelRadiusMetres(28, 500, 500);
    const heights = new Array(101).fill(0);
    heights[50] = 20 - share * radius;
    const profile = profileOf(heights, { step: 10, first: 20, last: 20 });
    const flatEarth = { frequencyGigahertz: 28, earthFactor: Number.POSITIVE_INFINITY };
    expect(pathClearance(profile, flatEarth).class).toBe(kind);
  });

  it('is not known where a height is not, unless what is known blocks it', () => {
    const heights = new Array(101).fill(0);
    heights[30] = Number.NaN;
    const open = pathClearance(profileOf(heights, { step: 10, first: 20, last: 20 }), at60);
    expect(open).toMatchObject({ class: 'not known', unknownAt: 300 });
    heights[70] = 40;
    const shut = pathClearance(profileOf(heights, { step: 10, first: 20, last: 20 }), at60);
    expect(shut).toMatchObject({ class: 'blocked', unknownAt: 300, metresAt: 700 });
  });

  it('is the same from the other end', () => {
    fc.assert(
      fc.property(anyProfile, anyGigahertz, (profile, frequencyGigahertz) => {
        const asked = { frequencyGigahertz, earthFactor: 4 / 3 };
        const there = pathClearance(profile, asked);
        const back = pathClearance(reversedProfile(profile), asked);
        expect(back.metres).toBeCloseTo(there.metres as number, 8);
        expect(back.fresnel).toBeCloseTo(there.fresnel as number, 6);
      }),
    );
  });

  it('never grows where the ground rises, and grows with both antennas', () => {
    fc.assert(
      fc.property(
        anyProfile,
        fc.nat(),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (profile, where, more) => {
          const before = pathClearance(profile, at60).metres as number;
          const surfaceMetres = profile.surfaceMetres.slice();
          surfaceMetres[1 + (where % (surfaceMetres.length - 2))] += more;
          expect(pathClearance({ ...profile, surfaceMetres }, at60).metres).toBeLessThanOrEqual(before);
          const lifted = {
            ...profile,
            firstAntennaMetres: profile.firstAntennaMetres + more,
            lastAntennaMetres: profile.lastAntennaMetres + more,
          };
          expect(pathClearance(lifted, at60).metres).toBeCloseTo(before + more, 8);
        },
      ),
    );
  });

  it('has nothing to be narrow at between two neighbouring points, and refuses two ends in one place', () => {
    const near = pathClearance(profileOf([0, 0], { step: 5, first: 10, last: 10 }), at60);
    expect(near).toEqual({
      class: 'clear',
      metres: null,
      metresAt: null,
      fresnel: null,
      fresnelAt: null,
      unknownAt: null,
    });
    expect(() => pathClearance(profileOf([0], { step: 5, first: 10, last: 10 }), at60)).toThrow(OutOfRange);
    expect(() => pathClearance(profileOf([0, 0], { step: 0, first: 1, last: 1 }), at60)).toThrow(OutOfRange);
  });
});
