import type { SourceGeometry } from '../domain/tables/source-table.ts';
import type { Block, BlockReader, BlockWriter } from './pack-bytes.ts';

/** How a table's geometry lies in a pack. Coordinates are whole units of 1e-7 degree (about 1 cm). */
export interface PackedGeometry {
  readonly points: { readonly row: Block; readonly coordinates: Block } | null;
  readonly lines: { readonly row: Block; readonly lineStarts: Block; readonly coordinates: Block } | null;
  readonly polygons: {
    readonly row: Block;
    readonly polygonStarts: Block;
    readonly ringStarts: Block;
    readonly coordinates: Block;
  } | null;
}

/** Coordinates of a pack per degree. */
export const UNITS_PER_DEGREE = 1e7;

/** Writes geometry; coordinates are rounded to the pack's units. Throws RangeError for one that is not a position. */
export function packGeometry(geometry: SourceGeometry, writer: BlockWriter): PackedGeometry {
  const { points, lines, polygons } = geometry;
  return {
    points: points && {
      row: writer.steps(points.row),
      coordinates: writer.signed(quantised(interleaved(points.lon, points.lat))),
    },
    lines: lines && {
      row: writer.steps(lines.row),
      lineStarts: writer.steps(lines.lineStarts),
      coordinates: writer.signed(quantised(lines.coordinates)),
    },
    polygons: polygons && {
      row: writer.steps(polygons.row),
      polygonStarts: writer.steps(polygons.polygonStarts),
      ringStarts: writer.steps(polygons.ringStarts),
      coordinates: writer.signed(quantised(polygons.coordinates)),
    },
  };
}

/** Reads geometry back; throws a plain-worded Error where its parts do not fit each other or the table's `rows`. */
export function unpackGeometry(packed: PackedGeometry, rows: number, reader: BlockReader): SourceGeometry {
  const { points, lines, polygons } = packed;
  return {
    points: points && unpackPoints(points, rows, reader),
    lines: lines && unpackLines(lines, rows, reader),
    polygons: polygons && unpackPolygons(polygons, rows, reader),
  };
}

function unpackPoints(packed: NonNullable<PackedGeometry['points']>, rows: number, reader: BlockReader) {
  const row = rowsOf(packed.row, rows, reader);
  const coordinates = degrees(packed.coordinates, reader);
  if (coordinates.length !== 2 * row.length)
    throw new Error('The pack is damaged: points and rows differ in number.');
  const lon = new Float64Array(row.length);
  const lat = new Float64Array(row.length);
  for (let i = 0; i < row.length; i++) {
    lon[i] = coordinates[2 * i];
    lat[i] = coordinates[2 * i + 1];
  }
  return { lon, lat, row };
}

function unpackLines(packed: NonNullable<PackedGeometry['lines']>, rows: number, reader: BlockReader) {
  const row = rowsOf(packed.row, rows, reader);
  const coordinates = degrees(packed.coordinates, reader);
  return {
    row,
    coordinates,
    lineStarts: startsOf(packed.lineStarts, row.length, coordinates.length / 2, reader),
  };
}

function unpackPolygons(packed: NonNullable<PackedGeometry['polygons']>, rows: number, reader: BlockReader) {
  const row = rowsOf(packed.row, rows, reader);
  const coordinates = degrees(packed.coordinates, reader);
  const ringStarts = startsOf(packed.ringStarts, null, coordinates.length / 2, reader);
  return {
    row,
    coordinates,
    ringStarts,
    polygonStarts: startsOf(packed.polygonStarts, row.length, ringStarts.length - 1, reader),
  };
}

function interleaved(lon: Float64Array, lat: Float64Array): Float64Array {
  const coordinates = new Float64Array(2 * lon.length);
  for (let i = 0; i < lon.length; i++) {
    coordinates[2 * i] = lon[i];
    coordinates[2 * i + 1] = lat[i];
  }
  return coordinates;
}

function quantised(coordinates: Float64Array): Int32Array {
  const units = new Int32Array(coordinates.length);
  for (let i = 0; i < units.length; i++) {
    if (!(Math.abs(coordinates[i]) <= 180))
      throw new RangeError(`${coordinates[i]} is not a longitude or latitude.`);
    units[i] = Math.round(coordinates[i] * UNITS_PER_DEGREE);
  }
  return units;
}

function degrees(block: Block, reader: BlockReader): Float64Array {
  const units = reader.signed(block);
  if (units.length % 2 !== 0) throw new Error('The pack is damaged: a longitude has no latitude.');
  const coordinates = new Float64Array(units.length);
  for (let i = 0; i < units.length; i++) {
    if (Math.abs(units[i]) > (i % 2 === 0 ? 180 : 90) * UNITS_PER_DEGREE)
      throw new Error('The pack is damaged: a position is not on Earth.');
    coordinates[i] = units[i] / UNITS_PER_DEGREE;
  }
  return coordinates;
}

/** Table rows, ascending (several shapes may share one). */
function rowsOf(block: Block, rows: number, reader: BlockReader): Uint32Array {
  const numbers = reader.steps(block);
  for (let i = 0; i < numbers.length; i++) {
    const outside = numbers[i] < 0 || numbers[i] >= rows;
    if (outside || (i > 0 && numbers[i] < numbers[i - 1]))
      throw new Error('The pack is damaged: a shape names a wrong row.');
  }
  return Uint32Array.from(numbers);
}

/** Starts of `items` runs (null: as many as there are) that fill 0..end without a gap. */
function startsOf(block: Block, items: number | null, end: number, reader: BlockReader): Uint32Array {
  const numbers = reader.steps(block);
  const wrongLength = numbers.length === 0 || (items !== null && numbers.length !== items + 1);
  if (wrongLength || numbers[0] !== 0 || numbers[numbers.length - 1] !== end) {
    throw new Error('The pack is damaged: shapes do not fill their coordinates.');
  }
  for (let i = 1; i < numbers.length; i++) {
    if (numbers[i] < numbers[i - 1])
      throw new Error('The pack is damaged: shapes overlap in their coordinates.');
  }
  return Uint32Array.from(numbers);
}
