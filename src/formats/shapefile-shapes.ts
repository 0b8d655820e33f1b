import type { Shape } from './shape-rows.ts';
import { polygonsOfRings } from './shapefile-rings.ts';

/**
 * The shapes of a .shp (ESRI Shapefile Technical Description, July 1998), null for each null shape; heights kept, measures
 * dropped. Every length and count is checked against the bytes before it is believed. Throws DamagedShp.
 */
export function shapesOf(shp: Uint8Array): (Shape | null)[] {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  if (shp.length === 0) throw new DamagedShp('it is empty', 0);
  if (shp.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE || view.getInt32(28, true) !== 1000)
    throw new DamagedShp('it does not begin as one does', 0);
  const length = view.getInt32(24) * 2;
  const shapes: (Shape | null)[] = [];
  const end = Math.min(length, shp.length);
  let at = HEADER_BYTES;
  while (at + 8 <= end) {
    const bytes = view.getInt32(at + 4) * 2;
    if (bytes < 0 || at + 8 + bytes > shp.length) break;
    // Some writers leave room behind the last shape: records are numbered from one.
    if (bytes === 0 && view.getInt32(at) === 0 && shp.subarray(at, end).every((byte) => byte === 0)) {
      at = end;
      break;
    }
    shapes.push(shapeAt(new DataView(shp.buffer, shp.byteOffset + at + 8, bytes), shapes.length));
    at += 8 + bytes;
  }
  if (length < HEADER_BYTES) throw new DamagedShp('its length is wrong', shapes.length);
  if (length > shp.length)
    throw new DamagedShp(
      `${shp.length.toLocaleString('en-GB')} of ${length.toLocaleString('en-GB')} bytes are there`,
      shapes.length,
    );
  if (at < end) throw new DamagedShp(`it breaks off after shape ${shapes.length}`, shapes.length);
  return shapes;
}

/** Number of shapes that the index of a shapefile lists; null without a sound index. */
export function indexedShapes(shx: Uint8Array | null): number | null {
  if (!shx || shx.length < HEADER_BYTES) return null;
  const view = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  if (view.getInt32(0) !== FILE_CODE) return null;
  return Math.max(0, Math.floor((view.getInt32(24) * 2 - HEADER_BYTES) / 8));
}

/** A .shp that cannot be read, after so many sound shapes. */
export class DamagedShp extends Error {
  readonly shapesBefore: number;

  constructor(reason: string, shapesBefore: number) {
    super(reason);
    this.shapesBefore = shapesBefore;
  }
}

const FILE_CODE = 9994;
const HEADER_BYTES = 100;

/** Kinds by their number; 10 more has heights (and perhaps measures), 20 more has measures alone. */
const POINT = 1;
const LINE = 3;
const POLYGON = 5;
const MULTIPOINT = 8;
const MULTIPATCH = 31;

function shapeAt(record: DataView, index: number): Shape | null {
  const fail = (reason: string) => new DamagedShp(`shape ${index + 1} ${reason}`, index);
  const need = (bytes: number) => {
    if (bytes > record.byteLength) throw fail('is cut off');
  };
  if (record.byteLength === 0) return null;
  need(4);
  const type = record.getInt32(0, true);
  if (type === 0) return null;
  const kind = type % 10;
  if (type > 28 || ![POINT, LINE, POLYGON, MULTIPOINT].includes(kind))
    throw fail(
      type === MULTIPATCH ? 'is a surface in space, which is not read' : `is of no known kind (${type})`,
    );
  const hasHeight = type > 10 && type < 20;
  const xy = (at: number) => [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
  if (kind === POINT) {
    need(20 + (hasHeight ? 8 : 0));
    const [x, y] = xy(4);
    return { type: 'Point', coordinates: hasHeight ? [x, y, record.getFloat64(20, true)] : [x, y] };
  }
  const isMultipoint = kind === MULTIPOINT;
  need(isMultipoint ? 40 : 44);
  const parts = isMultipoint ? 0 : record.getInt32(36, true);
  const points = record.getInt32(isMultipoint ? 36 : 40, true);
  const firstPoint = (isMultipoint ? 40 : 44) + 4 * parts;
  const firstHeight = firstPoint + 16 * points + 16;
  if (parts < 0 || points < 0) throw fail('counts less than nothing');
  need(hasHeight && points > 0 ? firstHeight + 8 * points : firstPoint + 16 * points);
  if (points === 0) return null;
  const position = (i: number) => {
    const [x, y] = xy(firstPoint + 16 * i);
    return hasHeight ? [x, y, record.getFloat64(firstHeight + 8 * i, true)] : [x, y];
  };
  const run = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => position(from + i));
  if (isMultipoint) return { type: 'MultiPoint', coordinates: run(0, points) };
  const starts = Array.from({ length: parts }, (_, i) => record.getInt32(44 + 4 * i, true));
  starts.push(points);
  const lines: number[][][] = [];
  for (let part = 0; part < parts; part++) {
    const [from, to] = [starts[part], starts[part + 1]];
    if (from < 0 || to > points || from > to) throw fail('has parts out of order');
    if (to > from) lines.push(run(from, to));
  }
  if (lines.length === 0) return null;
  if (kind === LINE) return { type: 'MultiLineString', coordinates: lines };
  return { type: 'MultiPolygon', coordinates: polygonsOfRings(lines) };
}
