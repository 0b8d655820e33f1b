import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insidePoints } from '../../../src/domain/geo/inside-point.ts';
import { isPlacedByAreas, placeInAreas } from '../../../src/domain/premises/place-in-areas.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { tableOf } from '../../builders/tables.ts';

const areas = areasOf([
  { code: 'E00000001', rings: [rectangle(0, 52, 1, 53)] },
  { code: 'E00000002', rings: [rectangle(1, 52, 2, 53)] },
]);
const points = insidePoints(areas);

describe('rows placed by the code of an area', () => {
  test('stand inside it, whatever the case and spacing of the code; the others are listed with their units', () => {
    const table = tableOf(
      'census.csv',
      ['oa', 'households'],
      ['e00000002,5', ' E00000001 ,6', 'E00000009,7', 'E00000009,1', 'E00000008,'],
    );
    const placed = placeInAreas(table, { code: 'oa', units: 'households' }, areas, points);
    expect(placed.table.geometry.points?.row).toEqual(Uint32Array.of(0, 1));
    expect(placed.areas).toEqual([0, 1]);
    expect(placed.unplaced).toEqual({ codes: ['E00000009', 'E00000008'], units: 8, rows: 3 });
    const { lon = [], lat = [] } = placed.table.geometry.points ?? {};
    expect([lon[0] > 1 && lon[0] < 2, lat[0] > 52 && lat[0] < 53, lon[1] > 0 && lon[1] < 1]).toEqual([
      true,
      true,
      true,
    ]);
    expect(() => placeInAreas(table, { code: 'lsoa', units: undefined }, areas, points)).toThrow(RangeError);
  });

  test('only where the file has no coordinates of its own', () => {
    const table = tableOf('t.csv', ['oa', 'lon', 'lat'], ['E00000001,0,52']);
    expect(isPlacedByAreas(table, { code: 'oa' })).toBe(true);
    expect(isPlacedByAreas(table, { code: 'oa', lon: 'lon', lat: 'lat' })).toBe(false);
    expect(isPlacedByAreas(table, {})).toBe(false);
  });

  test('an inside point lies in its area by Turf, for areas of any simple shape', () => {
    const reaches = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(reaches, (reach) => {
        const ring = [...reach, reach[0]].map((r, i): [number, number] => {
          const angle = ((i % reach.length) / reach.length) * 2 * Math.PI;
          return [-2 + r * Math.cos(angle), 53 + r * Math.sin(angle)];
        });
        const point = insidePoints(areasOf([{ code: 'A', rings: [ring] }])).get(0);
        return (
          point !== undefined &&
          booleanPointInPolygon([point.lon, point.lat], { type: 'Polygon', coordinates: [ring] })
        );
      }),
      { numRuns: 50 },
    );
  });
});
