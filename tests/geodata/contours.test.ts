import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, polygonsAbove, simplified } from '../../geodata/ground/contours.ts';
import { type Position, ringContains, signedAreaMetres2 } from '../../geodata/ground/position.ts';

const SIZE = 9;
const fields = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE })
  .map((inner): Field => {
    const columns = SIZE + 2;
    const values = new Float32Array(columns * columns).fill(-10);
    inner.forEach((value, i) => {
      values[(Math.floor(i / SIZE) + 1) * columns + (i % SIZE) + 1] = value + 0.25;
    });
    return { west: 1000, south: 2000, cellMetres: 10, columns, rows: columns, values };
  });

describe('polygonsAbove', () => {
  it('holds the corners at or above the level, and no others', () => {
    fc.assert(
      fc.property(fields, fc.integer({ min: -8, max: 8 }), (field, level) => {
        const polygons = polygonsAbove(field, level);
        for (let i = 0; i < field.values.length; i++) {
          const corner: Position = [
            field.west + (i % field.columns) * 10,
            field.south + Math.floor(i / field.columns) * 10,
          ];
          expect(covers(polygons, corner)).toBe(field.values[i] >= level);
        }
      }),
    );
  });

  it('lies within the polygons of any lower level', () => {
    fc.assert(
      fc.property(
        fields,
        fc.integer({ min: -8, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (field, level, step) => {
          const lower = polygonsAbove(field, level);
          for (const corner of polygonsAbove(field, level + step).flat(2))
            expect(covers(lower, corner)).toBe(true);
        },
      ),
    );
  });

  it('winds outer rings anticlockwise and holes clockwise', () => {
    fc.assert(
      fc.property(fields, (field) => {
        for (const rings of polygonsAbove(field, 0)) {
          rings.forEach((ring, i) => {
            expect(signedAreaMetres2(ring) > 0).toBe(i === 0);
          });
        }
      }),
    );
  });
});

describe('simplified', () => {
  it('keeps to the tolerance and drops what lies on a line', () => {
    const square: Position[] = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 0.4],
      [10, 10],
      [0, 10],
      [0, 5],
    ];
    expect(simplified(square, 0.5)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
  });
});

function covers(polygons: readonly (readonly Position[])[][], position: Position): boolean {
  return polygons.some((rings) => rings.filter((ring) => ringContains(ring, position)).length % 2 === 1);
}
