import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { ellipsoidArea } from '../../../src/domain/geo/ellipsoid-area.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

/** Karney's geodesic polygon area. */
function byGeodesics(ring: readonly (readonly [number, number])[]): number {
  const shape = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(0, -1)) shape.AddPoint(lat, lon);
  return Math.abs(shape.Compute(false, true).area ?? Number.NaN);
}

describe('ellipsoidArea', () => {
  it('is the area of the whole ellipsoid where the ring is all of it', () => {
    // 510,065,621.7 km²: the authalic sphere of WGS84 has a radius of 6,371,007.181 m.
    const area = ellipsoidArea(polygonsOf([rectangle(-180, -90, 180, 90)]), 0);
    expect(area / 1e6).toBeCloseTo(510_065_621.7, 0);
  });

  it('agrees with geodesics for shapes of a few streets, anywhere in Britain', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 2, noNaN: true }),
        fc.double({ min: 50, max: 60, noNaN: true }),
        fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 5, maxLength: 30 }),
        (lon, lat, radii) => {
          const ring = radii.map((radius, i): [number, number] => {
            const angle = (2 * Math.PI * i) / radii.length;
            return [lon + 0.002 * radius * Math.cos(angle), lat + 0.0012 * radius * Math.sin(angle)];
          });
          const closed = [...ring, ring[0]];
          const exact = byGeodesics(closed);
          expect(Math.abs(ellipsoidArea(polygonsOf([closed]), 0) - exact) / exact).toBeLessThan(2e-6);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes holes away and does not mind the direction', () => {
    const outer = rectangle(0, 51, 0.1, 51.1);
    const hole = rectangle(0.02, 51.02, 0.05, 51.05);
    const whole = ellipsoidArea(polygonsOf([outer]), 0);
    const inner = ellipsoidArea(polygonsOf([hole]), 0);
    expect(ellipsoidArea(polygonsOf([outer, [...hole].reverse()]), 0)).toBeCloseTo(whole - inner, 3);
  });
});
