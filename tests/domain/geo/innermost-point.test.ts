import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innermostPoint } from '../../../src/domain/geo/innermost-point.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

describe('the innermost point', () => {
  it('avoids holes and bays', () => {
    const bay: [number, number][] = [
      [0, 50],
      [1, 50],
      [1, 50.2],
      [0.2, 50.2],
      [0.2, 50.8],
      [1, 50.8],
      [1, 51],
      [0, 51],
      [0, 50],
    ];
    for (const rings of [[bay], [rectangle(0, 50, 1, 51), rectangle(0.1, 50.1, 0.8, 50.9)]]) {
      const { lon, lat } = innermostPoint(polygonsOf(rings), 0);
      expect(
        booleanPointInPolygon([lon, lat], {
          type: 'Polygon',
          coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
        }),
      ).toBe(true);
    }
  });

  it('lies within any simple polygon', () => {
    const reaches = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(reaches, fc.double({ min: 0.001, max: 1, noNaN: true }), (reach, size) => {
        const ring = [...reach, reach[0]].map((r, i): [number, number] => {
          const angle = ((i % reach.length) / reach.length) * 2 * Math.PI;
          return [-2 + size * r * Math.cos(angle), 53 + size * r * Math.sin(angle)];
        });
        const { lon, lat } = innermostPoint(polygonsOf([ring]), 0);
        return booleanPointInPolygon([lon, lat], { type: 'Polygon', coordinates: [ring] });
      }),
      { numRuns: 100 },
    );
  });

  it('of a polygon without extent is one of its points', () => {
    const ring: [number, number][] = [
      [1, 51],
      [1, 51],
      [1, 51],
    ];
    expect(innermostPoint(polygonsOf([ring]), 0)).toEqual({ lon: 1, lat: 51 });
    expect(() => innermostPoint(polygonsOf([[]]), 0)).toThrow(RangeError);
  });
});
