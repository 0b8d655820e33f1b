import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polygonHolds } from '../../../src/domain/geo/point-in-polygon.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

test('agrees with Turf on simple polygons away from their edges', () => {
  const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(
      star,
      fc.double({ min: -1.1, max: 1.1, noNaN: true }),
      fc.double({ min: -1.1, max: 1.1, noNaN: true }),
      (radii, x, y) => {
        const ring = radii.map((radius, i): [number, number] => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        const closed = [...ring, ring[0]];
        const peer = booleanPointInPolygon([x, y], { type: 'Polygon', coordinates: [closed] });
        expect(polygonHolds(polygonsOf([ring]), 0, x, y)).toBe(peer);
      },
    ),
  );
});

test('the edge and the corners are inside; a hole is outside but its edge is not', () => {
  const polygons = polygonsOf([rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)]);
  const held = ([x, y]: [number, number]): boolean => polygonHolds(polygons, 0, x, y);
  const at: [number, number][] = [
    [0, 0],
    [4, 2],
    [2, 4],
    [1, 2],
    [2, 2],
    [4.0000001, 2],
    [3, 3],
  ];
  expect(at.map(held)).toEqual([true, true, true, true, false, false, true]);
});
