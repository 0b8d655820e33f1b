import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadWkb, readWkb } from '../../src/formats/wkb.ts';
import { straightened } from '../../src/formats/wkb-arcs.ts';
import { writeWkb } from '../../src/formats/wkb-write.ts';
import { mutated } from './mutated-bytes.ts';

const position = fc.tuple(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const line = fc.array(position, { minLength: 1, maxLength: 5 });
const rings = fc.array(line, { minLength: 1, maxLength: 3 });
const geometry = fc.oneof(
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({ type: fc.constantFrom('LineString', 'MultiPoint'), coordinates: line }),
  fc.record({ type: fc.constantFrom('Polygon', 'MultiLineString'), coordinates: rings }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(rings, { minLength: 1, maxLength: 3 }),
  }),
);

/** Words of well-known binary: bytes as they are, a number as a double, { u32 } as four bytes; big-endian unless `little`. */
function wkb(words: readonly (number | { u32: number } | { byte: number })[], little = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 8));
  let at = 0;
  for (const word of words) {
    if (typeof word === 'number') {
      view.setFloat64(at, word, little);
      at += 8;
    } else if ('u32' in word) {
      view.setUint32(at, word.u32, little);
      at += 4;
    } else view.setUint8(at++, word.byte);
  }
  return new Uint8Array(view.buffer, 0, at);
}
const u32 = (value: number) => ({ u32: value });
const big = { byte: 0 };
const small = { byte: 1 };

describe('well-known binary', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(geometry, (written) => {
        expect(readWkb(writeWkb(written)).shape).toEqual(written);
      }),
    );
  });

  test('in either byte order, with heights and measures by ISO numbers or PostGIS flags', () => {
    expect(readWkb(wkb([big, u32(1), 1, 2])).shape).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(readWkb(wkb([small, u32(1001), 1, 2, 3], true)).shape).toEqual({
      type: 'Point',
      coordinates: [1, 2, 3],
    });
    expect(readWkb(wkb([big, u32(2001), 1, 2, 3])).shape).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(readWkb(wkb([big, u32(3001), 1, 2, 3, 4])).shape).toEqual({
      type: 'Point',
      coordinates: [1, 2, 3],
    });
    expect(readWkb(wkb([big, u32(0xe0000001), u32(27_700), 1, 2, 3, 4])).shape).toEqual({
      type: 'Point',
      coordinates: [1, 2, 3],
    });
    expect(readWkb(wkb([big, u32(1), Number.NaN, Number.NaN])).shape).toBeNull();
    expect(readWkb(wkb([big, u32(3), u32(0)])).shape).toBeNull();
  });

  test('collections are flattened, parts of another kind and left-over bytes are not taken', () => {
    const point = [big, u32(1), 1, 2];
    expect(readWkb(wkb([big, u32(7), u32(1), big, u32(7), u32(1), ...point])).shape).toEqual({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point', coordinates: [1, 2] }],
    });
    expect(() => readWkb(wkb([big, u32(5), u32(1), ...point]))).toThrow(BadWkb);
    expect(() => readWkb(wkb([...point, u32(0)]))).toThrow(BadWkb);
    expect(() => readWkb(wkb([big, u32(2), u32(0xffffffff)]))).toThrow(BadWkb);
    const deep = Array.from({ length: 100 }, () => [big, u32(7), u32(1)]).flat();
    expect(() => readWkb(wkb([...deep, ...point]))).toThrow(BadWkb);
  });

  test('arcs become straight pieces on their circle, their outermost points kept', () => {
    const half = straightened([
      [1, 0],
      [0, 1],
      [-1, 0],
    ]);
    for (const [x, y] of half) expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
    expect(Math.max(...half.map(([, y]) => y))).toBeCloseTo(1, 12);
    expect(half.length).toBeGreaterThan(45);
    const whole = straightened([
      [1, 0],
      [-1, 0],
      [1, 0],
    ]);
    expect(Math.min(...whole.map(([, y]) => y))).toBeCloseTo(-1, 12);
    expect(
      straightened([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const clockwise = straightened([
      [-1, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(Math.min(...clockwise.map(([, y]) => y))).toBeCloseTo(0, 12);
    const compound = wkb([
      big,
      u32(9),
      u32(2),
      big,
      u32(8),
      u32(3),
      1,
      0,
      0,
      1,
      -1,
      0,
      big,
      u32(2),
      u32(2),
      -1,
      0,
      1,
      0,
    ]);
    const { shape, curved } = readWkb(compound);
    expect(curved).toBe(true);
    expect((shape?.coordinates as number[][] | undefined)?.at(-1)).toEqual([1, 0]);
  });

  test('however damaged, is read or refused', () => {
    const whole = writeWkb({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        [
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 5],
          ],
        ],
      ],
    });
    fc.assert(
      fc.property(mutated(whole), (bytes) => {
        try {
          readWkb(bytes);
        } catch (error) {
          if (!(error instanceof BadWkb)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
