import fc from 'fast-check';
import type { RawGeometry } from '../../src/domain/geo/raw-geometry.ts';
import type { SourceGeometry, SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';

const degree = (largest: number) =>
  fc.integer({ min: -largest * 1e7, max: largest * 1e7 }).map((units) => units / 1e7);
/** A position that a pack keeps: whole 1e-7 degrees. */
export const packedPosition = fc.tuple(degree(180), degree(90));

type Position = typeof packedPosition;
const rowsAscending = (rows: number) =>
  fc.array(fc.nat(rows - 1), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b));

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.nat().map(String),
  fc.constantFrom('', 'yes', 'no', '012', '-3', '999000000001'),
  fc.tuple(fc.nat(60), fc.constantFrom('Mill Lane', 'High Street')).map(([n, street]) => `${n} ${street}`),
);

function shapesArbitrary(rows: number, position: Position) {
  if (rows === 0) return null;
  const points = rowsAscending(rows).chain((row) =>
    fc.array(position, { minLength: row.length, maxLength: row.length }).map((list) => ({
      row: Uint32Array.from(row),
      lon: Float64Array.from(list, (p) => p[0]),
      lat: Float64Array.from(list, (p) => p[1]),
    })),
  );
  const run = fc.array(position, { maxLength: 6 });
  const lines = rowsAscending(rows).chain((row) =>
    fc.array(run, { minLength: row.length, maxLength: row.length }).map((list) => ({
      row: Uint32Array.from(row),
      coordinates: Float64Array.from(list.flat(2)),
      lineStarts: starts(list.map((line) => line.length)),
    })),
  );
  const polygons = rowsAscending(rows).chain((row) =>
    fc
      .array(fc.array(run, { maxLength: 3 }), { minLength: row.length, maxLength: row.length })
      .map((list) => ({
        row: Uint32Array.from(row),
        coordinates: Float64Array.from(list.flat(3)),
        ringStarts: starts(list.flat().map((ring) => ring.length)),
        polygonStarts: starts(list.map((rings) => rings.length)),
      })),
  );
  return { points, lines, polygons };
}

/** Shapes of a table of `rows` rows at such positions. */
function geometryOf(rows: number, position: Position): fc.Arbitrary<SourceGeometry> {
  const shapes = shapesArbitrary(rows, position);
  if (!shapes) return fc.constant({ points: null, lines: null, polygons: null });
  const { points, lines, polygons } = shapes;
  return fc.record({ points: fc.option(points), lines: fc.option(lines), polygons: fc.option(polygons) });
}

/** Shapes as printed. */
export function writtenOf(rows: number, position: Position): fc.Arbitrary<RawGeometry | undefined> {
  const shapes = shapesArbitrary(rows, position);
  if (!shapes) return fc.constant(undefined);
  const points = shapes.points.map(({ row, lon, lat }) => ({
    row,
    coordinates: Float64Array.from({ length: 2 * row.length }, (_, i) => (i % 2 ? lat : lon)[i >> 1]),
  }));
  return fc.option(fc.record({ ...shapes, points }), { nil: undefined });
}

/** Any table: few or many words, whole numbers, blanks, shapes. */
export function tableOf(position: Position): fc.Arbitrary<SourceTable> {
  return fc.nat(400).chain((rows) =>
    fc.record({
      fileName: fc.string(),
      format: fc.constantFrom('csv', 'geojson'),
      rows: fc.constant(rows),
      headerAssumed: fc.boolean(),
      geometry: geometryOf(rows, position),
      columns: fc.array(
        fc
          .record({ name: fc.string(), cells: columnCells(rows) })
          .map(({ name, cells }) => textColumn(name, cells)),
        { maxLength: 3 },
      ),
    }),
  );
}

function columnCells(rows: number): fc.Arbitrary<string[]> {
  const few = fc
    .array(cell, { minLength: 1, maxLength: 5 })
    .chain((words) => fc.array(fc.constantFrom(...words), { minLength: rows, maxLength: rows }));
  const numbers = fc.array(
    fc.maxSafeNat().map((n) => String(n % 1e15)),
    { minLength: rows, maxLength: rows },
  );
  return fc.oneof(fc.array(cell, { minLength: rows, maxLength: rows }), few, numbers);
}

function starts(lengths: number[]): Uint32Array {
  const result = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) result[i + 1] = result[i] + lengths[i];
  return result;
}
