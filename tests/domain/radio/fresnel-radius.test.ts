import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fresnelRadiusMetres } from '../../../src/domain/radio/fresnel-radius.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

const gigahertz = fc.double({ min: 0.5, max: 100, noNaN: true });
const metres = fc.double({ min: 1, max: 20_000, noNaN: true });

describe('the first Fresnel radius', () => {
  it('is 0.524 m in the middle of 220 m at 60 GHz (Terragraph planner, published test)', () => {
    expect(Math.abs(fresnelRadiusMetres(60, 110.0465, 110.0465) - 0.524333983)).toBeLessThan(0.002);
  });

  it('is 17.3 m in the middle of 4 km at 1 GHz (P.530-18 equation 3)', () => {
    expect(fresnelRadiusMetres(1, 2000, 2000)).toBeCloseTo(17.3, 9);
  });

  it('is 0 at both ends, the same from both, and widest in the middle', () => {
    fc.assert(
      fc.property(gigahertz, metres, metres, (f, near, far) => {
        expect(fresnelRadiusMetres(f, 0, near + far)).toBe(0);
        expect(fresnelRadiusMetres(f, near + far, 0)).toBe(0);
        const radius = fresnelRadiusMetres(f, near, far);
        expect(fresnelRadiusMetres(f, far, near)).toBe(radius);
        expect(radius).toBeGreaterThan(0);
        expect(radius).toBeLessThanOrEqual(fresnelRadiusMetres(f, (near + far) / 2, (near + far) / 2) + 1e-9);
      }),
    );
  });

  it.each([
    [0, 10, 10],
    [28, -1, 10],
    [28, 11, -1],
    [28, 0, 0],
    [28, Number.NaN, 1],
  ])('refuses %f GHz with %f m and %f m', (f, near, far) => {
    expect(() => fresnelRadiusMetres(f, near, far)).toThrow(OutOfRange);
  });
});
