import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, it } from 'vitest';
import { GroundPlane } from '../../../src/domain/streets/ground-plane.ts';

const { WGS84 } = geodesic.Geodesic;

it('lengths are those on the ellipsoid, also far from its middle', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -8, max: 2, noNaN: true }),
      fc.double({ min: 49, max: 61, noNaN: true }),
      fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      (lon, lat, east, north) => {
        const plane = new GroundPlane(-2, 53);
        const metres = plane.metresBetween(
          plane.x(lon),
          plane.y(lat),
          plane.x(lon + east),
          plane.y(lat + north),
        );
        const exact = WGS84.Inverse(lat, lon, lat + north, lon + east).s12 ?? Number.NaN;
        expect(Math.abs(metres - exact)).toBeLessThan(0.003 + 1e-5 * exact);
      },
    ),
  );
});

it('places come back to the last of seven decimals', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000_000, max: 20_000_000 }),
      fc.integer({ min: -20_000_000, max: 20_000_000 }),
      (a, b) => {
        const plane = new GroundPlane(-0.1234567, 51.7654321);
        const [lon, lat] = [Math.round(-1_234_567 + a) / 1e7, Math.round(517_654_321 + b) / 1e7];
        expect([plane.lonOf(plane.x(lon)), plane.latOf(plane.y(lat))]).toEqual([lon, lat]);
      },
    ),
  );
});
