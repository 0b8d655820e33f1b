import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderByTile, tileKey, tileRange } from '../../../src/domain/geo/tile-order.ts';

const point = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);
const near = fc.tuple(
  fc.double({ min: -0.2, max: -0.1, noNaN: true }),
  fc.double({ min: 51.5, max: 51.55, noNaN: true }),
);

/** Whether the point lies so near a tile's edge that two right formulas may round to either side. */
function isOnEdge(lon: number, lat: number): boolean {
  const x = ((lon + 180) / 360) * 65536;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 65536;
  return Math.abs(x - Math.round(x)) < 1e-6 || Math.abs(y - Math.round(y)) < 1e-6;
}

/** Tile of a point by the formulas of the OpenStreetMap wiki, "Slippy map tilenames". */
function tileOf(lon: number, lat: number, z: number): [number, number] {
  const radians = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
  return [Math.min(x, 2 ** z - 1), y];
}

describe('tile order', () => {
  test('the key interleaves the bits of x and y', () => {
    fc.assert(
      fc.property(fc.oneof(point, near), ([lon, lat]) => {
        fc.pre(!isOnEdge(lon, lat));
        const [x, y] = tileOf(lon, lat, 16);
        let key = 0;
        for (let bit = 15; bit >= 0; bit--) key = key * 4 + ((x >> bit) & 1) + 2 * ((y >> bit) & 1);
        expect(tileKey(lon, lat)).toBe(key);
      }),
    );
  });

  test('keys ascend, the order is a stable permutation', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(point, near), { maxLength: 200 }), (points) => {
        const { order, keys } = orderByTile(
          Float64Array.from(points, ([lon]) => lon),
          Float64Array.from(points, ([, lat]) => lat),
        );
        const wanted = points
          .map(([lon, lat], i) => [tileKey(lon, lat), i])
          .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
        expect([...keys]).toEqual(wanted.map(([key]) => key));
        expect([...order]).toEqual(wanted.map(([, i]) => i));
      }),
    );
  });

  test('a tile of any zoom up to 16 is one range, holding exactly its points', () => {
    fc.assert(
      fc.property(
        fc.array(near, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 16 }),
        fc.nat(),
        (points, z, pick) => {
          const { order, keys } = orderByTile(
            Float64Array.from(points, ([lon]) => lon),
            Float64Array.from(points, ([, lat]) => lat),
          );
          const [x, y] = tileOf(...points[pick % points.length], z);
          const [from, to] = tileRange(keys, z, x, y);
          const inside = points.flatMap(([lon, lat], i) =>
            String(tileOf(lon, lat, z)) === String([x, y]) ? [i] : [],
          );
          expect([...order.slice(from, to)].sort((one, other) => one - other)).toEqual(inside);
        },
      ),
    );
  });

  test('deeper tiles are refused, latitudes beyond the map stay on it', () => {
    expect(() => tileRange(new Uint32Array(0), 17, 0, 0)).toThrow(RangeError);
    expect(tileKey(180, 90)).toBe(tileKey(179.9999, 85.05112));
  });
});
