import { type CoordinateConverter, converterToDegrees } from '../domain/geo/convert-coordinates.ts';
import { detectSystem, NO_READING, readAllAs, type SystemDetection } from '../domain/geo/detect-system.ts';
import type { RawGeometry } from '../domain/geo/raw-geometry.ts';
import { reportDetection } from '../domain/geo/report-detection.ts';
import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { keptShapes } from './kept-shapes.ts';
import type { SettleOptions } from './settle-options.ts';
import { settleRings } from './settle-rings.ts';

/** What a table carries of its shapes. */
export type SettledGeometry = Pick<SourceTable, 'geometry' | 'reading' | 'written'>;

/**
 * Turns raw coordinates into WGS84 degrees: finds the system of each row where none is named or the numbers speak
 * against it, converts, leaves the location of rows outside it out, brings rings to RFC 7946's direction, and looks for
 * shapes that cross themselves. Counts all of it. `raw` is kept as it is where the result differs from it.
 */
export async function settleGeometry(
  raw: RawGeometry,
  found: IssueCollector,
  options: SettleOptions,
): Promise<SettledGeometry> {
  const boxes = rowBoxes(raw, options.rows);
  const detection = options.reading
    ? readAllAs(boxes, options.reading)
    : detectSystem(boxes, { named: options.crs, isNorthernIrish: options.isNorthernIrish ?? false });
  const keep = keptRows(boxes, detection, found, options);
  reportDetection(detection, keep, found);
  const converted = convertRows(raw, detection, keep);
  leaveOutOddLines(converted, keep, found, options);
  const geometry = keptShapes(converted, keep);
  if (geometry.polygons) await settleRings(geometry.polygons, found, options);
  const isAsPrinted = converted === raw && keep.every((kept, row) => kept === 1 || !isLocated(boxes, row));
  const hasShapes = boxes.some((edge) => edge !== Infinity && edge !== -Infinity);
  return {
    geometry,
    ...(hasShapes ? { reading: detection.readings[0] } : {}),
    ...(isAsPrinted ? {} : { written: raw }),
  };
}

/** Four numbers a row: west, south, east, north as printed; west > east where the row has no coordinates; NaN spreads. */
function rowBoxes(raw: RawGeometry, rows: number): Float64Array {
  const boxes = new Float64Array(rows * 4);
  for (let row = 0; row < rows; row++) boxes.set([Infinity, Infinity, -Infinity, -Infinity], row * 4);
  const grow = (row: number, coordinates: Float64Array, from: number, to: number) => {
    const at = row * 4;
    for (let i = 2 * from; i < 2 * to; i += 2) {
      boxes[at] = Math.min(boxes[at], coordinates[i]);
      boxes[at + 1] = Math.min(boxes[at + 1], coordinates[i + 1]);
      boxes[at + 2] = Math.max(boxes[at + 2], coordinates[i]);
      boxes[at + 3] = Math.max(boxes[at + 3], coordinates[i + 1]);
    }
  };
  const { points, lines, polygons } = raw;
  for (let i = 0; i < points.row.length; i++) grow(points.row[i], points.coordinates, i, i + 1);
  for (let i = 0; i < lines.row.length; i++)
    grow(lines.row[i], lines.coordinates, lines.lineStarts[i], lines.lineStarts[i + 1]);
  for (let i = 0; i < polygons.row.length; i++) {
    const first = polygons.ringStarts[polygons.polygonStarts[i]];
    grow(polygons.row[i], polygons.coordinates, first, polygons.ringStarts[polygons.polygonStarts[i + 1]]);
  }
  return boxes;
}

/** 1 for each row whose location is used. */
function keptRows(
  boxes: Float64Array,
  detection: SystemDetection,
  found: IssueCollector,
  options: SettleOptions,
): Uint8Array {
  const keep = new Uint8Array(options.rows);
  for (let row = 0; row < options.rows; row++) {
    if (!isLocated(boxes, row)) continue;
    const box = boxes.subarray(row * 4, row * 4 + 4);
    if (!box.every(Number.isFinite)) found.add('NON_FINITE', 'left-out', () => options.placeOf(row));
    else if (detection.ofRow[row] !== NO_READING) keep[row] = 1;
    else found.add('OUT_OF_RANGE', 'left-out', () => `${options.placeOf(row)}: ${box[0]}, ${box[1]}`);
  }
  return keep;
}

/** A row without coordinates keeps its empty box; NaN (from 1e400 − …) and infinities count as located, to be reported. */
function isLocated(boxes: Float64Array, row: number): boolean {
  return !(boxes[row * 4] === Infinity && boxes[row * 4 + 2] === -Infinity);
}

/** The coordinates of the kept rows in degrees; `raw` itself where they are degrees already. */
function convertRows(raw: RawGeometry, detection: SystemDetection, keep: Uint8Array): RawGeometry {
  const converters = detection.readings.map(({ system, swapped }): CoordinateConverter | null => {
    if (system.kind === 'degrees' && !swapped) return null;
    const convert = converterToDegrees(system);
    return swapped ? (x, y) => convert(y, x) : convert;
  });
  if (converters.every((convert) => convert === null)) return raw;
  const { points, lines, polygons } = raw;
  const convert = (coordinates: Float64Array, row: number, from: number, to: number): void => {
    const by = keep[row] === 1 ? converters[detection.ofRow[row]] : null;
    if (!by) return;
    for (let i = 2 * from; i < 2 * to; i += 2) {
      const [lon, lat] = by(coordinates[i], coordinates[i + 1]);
      coordinates[i] = lon;
      coordinates[i + 1] = lat;
    }
  };
  const inDegrees: RawGeometry = {
    points: { ...points, coordinates: points.coordinates.slice() },
    lines: { ...lines, coordinates: lines.coordinates.slice() },
    polygons: { ...polygons, coordinates: polygons.coordinates.slice() },
  };
  for (let i = 0; i < points.row.length; i++) convert(inDegrees.points.coordinates, points.row[i], i, i + 1);
  for (let i = 0; i < lines.row.length; i++)
    convert(inDegrees.lines.coordinates, lines.row[i], lines.lineStarts[i], lines.lineStarts[i + 1]);
  for (let p = 0; p < polygons.row.length; p++) {
    const first = polygons.ringStarts[polygons.polygonStarts[p]];
    convert(
      inDegrees.polygons.coordinates,
      polygons.row[p],
      first,
      polygons.ringStarts[polygons.polygonStarts[p + 1]],
    );
  }
  return inDegrees;
}

/** Lines without length and shapes across 180° are not drawn or counted. */
function leaveOutOddLines(
  raw: RawGeometry,
  keep: Uint8Array,
  found: IssueCollector,
  options: SettleOptions,
): void {
  const leaveOut = (row: number, code: 'ZERO_LENGTH' | 'ANTIMERIDIAN') => {
    if (keep[row] === 0) return;
    keep[row] = 0;
    found.add(code, 'left-out', () => options.placeOf(row));
  };
  const wraps = (coordinates: Float64Array, from: number, to: number) => {
    for (let i = 2 * from; i + 2 < 2 * to; i += 2)
      if (Math.abs(coordinates[i + 2] - coordinates[i]) > 180) return true;
    return false;
  };
  const { lines, polygons } = raw;
  for (let i = 0; i < lines.row.length; i++) {
    const from = lines.lineStarts[i];
    const to = lines.lineStarts[i + 1];
    if (wraps(lines.coordinates, from, to)) leaveOut(lines.row[i], 'ANTIMERIDIAN');
    let moves = false;
    for (let v = 2 * from + 2; v < 2 * to; v++)
      if (lines.coordinates[v] !== lines.coordinates[v - 2]) moves = true;
    if (!moves) leaveOut(lines.row[i], 'ZERO_LENGTH');
  }
  for (let p = 0; p < polygons.row.length; p++) {
    for (let r = polygons.polygonStarts[p]; r < polygons.polygonStarts[p + 1]; r++) {
      if (wraps(polygons.coordinates, polygons.ringStarts[r], polygons.ringStarts[r + 1]))
        leaveOut(polygons.row[p], 'ANTIMERIDIAN');
    }
  }
}
