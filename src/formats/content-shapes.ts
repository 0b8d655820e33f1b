import * as v from 'valibot';
import type { RawGeometry } from '../domain/geo/raw-geometry.ts';
import type { SourceGeometry } from '../domain/tables/source-table.ts';
import { blockSchema } from './block-schema.ts';
import type { Block, BlockReader, BlockWriter } from './pack-bytes.ts';
import { UNITS_PER_DEGREE } from './pack-geometry.ts';

/** How shapes lie in a content: as whole 1e-7 degrees where these are the very same doubles, else as doubles. */
export type PackedShapes = v.InferOutput<typeof packedShapesSchema>;

export const packedShapesSchema = v.strictObject({
  points: v.nullable(v.strictObject({ row: blockSchema, coordinates: blockSchema })),
  lines: v.nullable(v.strictObject({ row: blockSchema, starts: blockSchema, coordinates: blockSchema })),
  polygons: v.nullable(
    v.strictObject({
      row: blockSchema,
      starts: blockSchema,
      ringStarts: blockSchema,
      coordinates: blockSchema,
    }),
  ),
});

/** Writes the shapes as they are used. */
export function packShapes({ points, lines, polygons }: SourceGeometry, writer: BlockWriter): PackedShapes {
  return {
    points: points && packPoints(points.row, interleaved(points.lon, points.lat), writer),
    lines: lines && packLines(lines, writer),
    polygons: polygons && packPolygons(polygons, writer),
  };
}

/** Writes the shapes as the file printed them. */
export function packWritten({ points, lines, polygons }: RawGeometry, writer: BlockWriter): PackedShapes {
  return {
    points: packPoints(points.row, points.coordinates, writer),
    lines: packLines(lines, writer),
    polygons: packPolygons(polygons, writer),
  };
}

/** Bytes of memory that packed shapes take, about: 8 for each coordinate and row. */
export function shapesSize(packed: PackedShapes): number {
  let items = 0;
  for (const part of [packed.points, packed.lines, packed.polygons])
    for (const block of Object.values(part ?? {})) items += block.items;
  return 8 * items;
}

/** Reads shapes back; throws a plain-worded Error where their parts do not fit each other or the table's `rows`. */
export function unpackShapes(packed: PackedShapes, rows: number, reader: BlockReader): SourceGeometry {
  const { points, lines, polygons } = unpackParts(packed, rows, reader);
  for (const part of [points, lines, polygons])
    if (part && !(isAscending(part.row) && part.coordinates.every(Number.isFinite)))
      throw new Error('a shape has no place, or stands out of order');
  return {
    points: points && { row: points.row, ...apart(points.coordinates) },
    lines,
    polygons,
  };
}

/** Reads shapes as printed back. */
export function unpackWritten(packed: PackedShapes, rows: number, reader: BlockReader): RawGeometry {
  const { points, lines, polygons } = unpackParts(packed, rows, reader);
  if (!points || !lines || !polygons) throw new Error('shapes as printed are missing');
  return { points, lines, polygons };
}

function packPoints(row: Uint32Array, coordinates: Float64Array, writer: BlockWriter) {
  return { row: writer.steps(row), coordinates: packCoordinates(coordinates, writer) };
}

function packLines({ row, lineStarts, coordinates }: RawGeometry['lines'], writer: BlockWriter) {
  return { ...packPoints(row, coordinates, writer), starts: writer.steps(lineStarts) };
}

function packPolygons(
  { row, polygonStarts, ringStarts, coordinates }: RawGeometry['polygons'],
  writer: BlockWriter,
) {
  return {
    ...packPoints(row, coordinates, writer),
    starts: writer.steps(polygonStarts),
    ringStarts: writer.steps(ringStarts),
  };
}

function packCoordinates(coordinates: Float64Array, writer: BlockWriter): Block {
  const units = new Int32Array(coordinates.length);
  for (let i = 0; i < units.length; i++) {
    units[i] = Math.round(coordinates[i] * UNITS_PER_DEGREE);
    // Not so where it has more digits, is out of range, −0 or no number.
    if (!Object.is(units[i] / UNITS_PER_DEGREE, coordinates[i])) return writer.doubles(coordinates);
  }
  return writer.signed(units);
}

function unpackParts({ points, lines, polygons }: PackedShapes, rows: number, reader: BlockReader) {
  return {
    points: points && unpackPoints(points, rows, reader),
    lines: lines && unpackLines(lines, rows, reader),
    polygons: polygons && unpackPolygons(polygons, rows, reader),
  };
}

function unpackPoints(packed: NonNullable<PackedShapes['points']>, rows: number, reader: BlockReader) {
  const part = unpackPart(packed, rows, reader);
  if (part.coordinates.length !== 2 * part.row.length) throw new Error('points and rows differ in number');
  return part;
}

function unpackLines(packed: NonNullable<PackedShapes['lines']>, rows: number, reader: BlockReader) {
  const part = unpackPart(packed, rows, reader);
  const lineStarts = startsOf(packed.starts, part.coordinates.length / 2, reader);
  if (lineStarts.length !== part.row.length + 1) throw new Error('lines and rows differ in number');
  return { ...part, lineStarts };
}

function unpackPolygons(packed: NonNullable<PackedShapes['polygons']>, rows: number, reader: BlockReader) {
  const part = unpackPart(packed, rows, reader);
  const ringStarts = startsOf(packed.ringStarts, part.coordinates.length / 2, reader);
  const polygonStarts = startsOf(packed.starts, ringStarts.length - 1, reader);
  if (polygonStarts.length !== part.row.length + 1) throw new Error('polygons and rows differ in number');
  return { ...part, ringStarts, polygonStarts };
}

function unpackPart(
  packed: { readonly row: Block; readonly coordinates: Block },
  rows: number,
  reader: BlockReader,
): { row: Uint32Array; coordinates: Float64Array } {
  const row = Uint32Array.from(reader.steps(packed.row).map((number) => checkedRow(number, rows)));
  const coordinates = unpackCoordinates(packed.coordinates, reader);
  if (coordinates.length % 2 !== 0) throw new Error('a longitude has no latitude');
  return { row, coordinates };
}

function unpackCoordinates(block: Block, reader: BlockReader): Float64Array {
  if (block.as === 'f64') return reader.doubles(block);
  return Float64Array.from(reader.signed(block), (unit) => unit / UNITS_PER_DEGREE);
}

function checkedRow(number: number, rows: number): number {
  if (!(number >= 0 && number < rows)) throw new Error('a shape names a wrong row');
  return number;
}

/** Starts of runs that fill 0..end without a gap. */
function startsOf(block: Block, end: number, reader: BlockReader): Uint32Array {
  const numbers = reader.steps(block);
  if (
    numbers.length === 0 ||
    numbers[0] !== 0 ||
    numbers[numbers.length - 1] !== end ||
    !isAscending(numbers)
  )
    throw new Error('shapes do not fill their coordinates');
  return Uint32Array.from(numbers);
}

function isAscending(numbers: Uint32Array | Float64Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i] < numbers[i - 1]) return false;
  return true;
}

function interleaved(lon: Float64Array, lat: Float64Array): Float64Array {
  const coordinates = new Float64Array(2 * lon.length);
  for (let i = 0; i < lon.length; i++) {
    coordinates[2 * i] = lon[i];
    coordinates[2 * i + 1] = lat[i];
  }
  return coordinates;
}

function apart(coordinates: Float64Array): { lon: Float64Array; lat: Float64Array } {
  const lon = new Float64Array(coordinates.length / 2);
  const lat = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    lon[i] = coordinates[2 * i];
    lat[i] = coordinates[2 * i + 1];
  }
  return { lon, lat };
}
