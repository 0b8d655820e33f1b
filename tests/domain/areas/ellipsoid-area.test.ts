import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import {
  areaSquareMetres,
  planeArea,
  squareMetresPerSquareDegree,
} from '../../../src/domain/areas/ellipsoid-area.ts';
import type { Position, Shape } from '../../../src/domain/areas/shape.ts';
import { WGS84_ECCENTRICITY_SQUARED, WGS84_SEMI_MAJOR_METRES } from '../../../src/domain/units.ts';
import { rectangle } from '../../builders/polygons.ts';

/** Snyder 1987, eq. 3-12: q; between the equator and φ lie a² q / 2 square metres per radian of longitude. */
function authalicQ(latitude: number): number {
  const e = Math.sqrt(WGS84_ECCENTRICITY_SQUARED);
  const sine = Math.sin((latitude * Math.PI) / 180);
  return (
    (1 - e * e) *
    (sine / (1 - e * e * sine * sine) - (1 / (2 * e)) * Math.log((1 - e * sine) / (1 + e * sine)))
  );
}

function band(south: number, north: number, degrees: number): number {
  const perRadian = (WGS84_SEMI_MAJOR_METRES ** 2 * (authalicQ(north) - authalicQ(south))) / 2;
  return (perRadian * degrees * Math.PI) / 180;
}

describe('areaSquareMetres', () => {
  it('is the whole earth: 510,065,621.724 km² (Karney 2013, for WGS84)', () => {
    const earth: Shape = [[rectangle(-180, -90, 180, 90)]];
    expect(areaSquareMetres(earth) / 1e6).toBeCloseTo(510_065_621.724, 2);
  });

  it('agrees with the authalic integral for boxes of any size', () => {
    const degrees = fc.double({ min: -89, max: 89, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, fc.double({ min: 0.001, max: 90, noNaN: true }), (one, other, wide) => {
        const [south, north] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(north - south > 0.01);
        const area = areaSquareMetres([[rectangle(3, south, 3 + wide, north)]]);
        expect(area / band(south, north, wide)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('agrees with geographiclib for a ward-sized ring with short edges', () => {
    const corners = Array.from({ length: 4000 }, (_, i): Position => {
      const angle = (2 * Math.PI * i) / 4000;
      const radius = 1 + 0.2 * Math.sin(5 * angle);
      return [-2.3 + 0.05 * radius * Math.cos(angle), 53.4 + 0.03 * radius * Math.sin(angle)];
    });
    const polygon = geodesic.Geodesic.WGS84.Polygon(false);
    for (const [lon, lat] of corners) polygon.AddPoint(lat, lon);
    const theirs = polygon.Compute(false, true).area;
    expect(areaSquareMetres([[corners]]) / (theirs ?? 0)).toBeCloseTo(1, 9);
  });

  it('takes holes off, whichever way rings turn, and adds polygons', () => {
    const outer = rectangle(0, 50, 2, 52);
    const hole = rectangle(0.5, 50.5, 1, 51);
    const other = rectangle(5, 50, 6, 51);
    const whole = areaSquareMetres([[outer]]);
    const taken = areaSquareMetres([[hole]]);
    expect(areaSquareMetres([[outer, [...hole].reverse()]])).toBeCloseTo(whole - taken, 3);
    expect(areaSquareMetres([[[...outer].reverse(), hole]])).toBeCloseTo(whole - taken, 3);
    expect(areaSquareMetres([[outer], [other]])).toBeCloseTo(whole + areaSquareMetres([[other]]), 3);
    expect(planeArea([[outer, hole]])).toBeCloseTo(3.75, 12);
  });

  it('weighs a degree as the ellipsoid does: at the equator and at the pole', () => {
    expect(squareMetresPerSquareDegree(0) / 1e6).toBeCloseTo(12_308.8, 0);
    expect(squareMetresPerSquareDegree(90)).toBeCloseTo(0, 3);
  });
});
