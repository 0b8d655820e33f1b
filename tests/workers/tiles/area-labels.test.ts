import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaLabelsOf } from '../../../src/workers/tiles/area-labels.ts';
import { innermostPoint } from '../../../src/workers/tiles/innermost-point.ts';
import { areasOf, polygonsOf, rectangle } from '../../builders/polygons.ts';

describe('area labels', () => {
  it('stand in the middle of a plain area', () => {
    const areas = areasOf([{ code: 'E05', name: 'Abbey', rings: [rectangle(-1.6, 52.4, -1.4, 52.6)] }]);
    const [label] = areaLabelsOf(areas);
    expect(label).toMatchObject({ code: 'E05', name: 'Abbey', box: [-1.6, 52.4, -1.4, 52.6] });
    expect(label.lon).toBeCloseTo(-1.5, 2);
    expect(label.lat).toBeGreaterThan(52.44);
    expect(label.lat).toBeLessThan(52.56);
  });

  it('take the largest part of an area, and the box of all parts', () => {
    const polygons = polygonsOf([rectangle(0, 52, 0.1, 52.1)], [rectangle(1, 52, 1.4, 52.4)]);
    const [label] = areaLabelsOf({
      codes: ['A'],
      names: ['A'],
      polygons,
      polygonArea: Uint32Array.of(0, 0),
      columns: [],
    });
    expect(label.box).toEqual([0, 52, 1.4, 52.4]);
    expect(label.lon).toBeGreaterThan(1);
  });

  it('leave out areas without a shape', () => {
    const polygons = polygonsOf([rectangle(0, 52, 0.1, 52.1)]);
    const labels = areaLabelsOf({
      codes: ['A', 'B'],
      names: ['A', 'B'],
      polygons,
      polygonArea: Uint32Array.of(1),
      columns: [],
    });
    expect(labels.map((label) => label.code)).toEqual(['B']);
  });
});

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
