import { gridToLonLat, isOnGrid } from '../domain/geo/british-national-grid.ts';
import { BRITISH_NATIONAL_GRID, type CoordinateSystem, WGS84 } from '../domain/geo/coordinate-system.ts';
import { webMercatorToLonLat } from '../domain/geo/web-mercator.ts';
import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import { Float64List, Uint32List } from '../domain/tables/number-list.ts';
import type { SourceGeometry } from '../domain/tables/source-table.ts';
import type { RawGeometry } from './geojson-geometry.ts';
import { settleRings } from './settle-rings.ts';

/** Share of the located rows that must look like grid metres before a file without a named system is read as such. */
const MOSTLY = 0.95;

/**
 * Turns raw coordinates into WGS84 degrees: finds the system where none is named, converts, leaves the location of rows
 * outside it out, brings rings to RFC 7946's direction, and looks for shapes that cross themselves. Counts all of it.
 * `placeOf` names a row for the report. `repairedRows` gains the rows changed.
 */
export async function settleGeometry(
  raw: RawGeometry,
  found: IssueCollector,
  options: SettleOptions,
): Promise<SourceGeometry> {
  const boxes = rowBoxes(raw, options.rows);
  const system = options.crs ?? likelySystem(boxes);
  const keep = keptRows(boxes, system, found, options);
  if (system.kind !== 'degrees' && keep.some((kept) => kept === 1)) {
    found.add('CRS_CONVERTED', 'repaired', system.name, count(keep));
    const convert = system.kind === 'british-national-grid' ? gridToLonLat : webMercatorToLonLat;
    for (const coordinates of [raw.points.coordinates, raw.lines.coordinates, raw.polygons.coordinates]) {
      convertAll(coordinates, convert);
    }
  }
  leaveOutOddLines(raw, keep, found, options);
  const settled = withRows(raw, keep);
  if (settled.polygons) await settleRings(settled.polygons, found, options);
  return settled;
}

export interface SettleOptions {
  readonly rows: number;
  /** The system the file names; null where it names none. */
  readonly crs: CoordinateSystem | null;
  placeOf(row: number): string;
  readonly repairedRows: Set<number>;
  /** Called between shapes, so that long work can be watched and stopped. */
  breathe(): Promise<void>;
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

const FITS: Partial<Record<CoordinateSystem['kind'], (box: Float64Array) => boolean>> = {
  degrees: (box) => box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90,
  'british-national-grid': (box) => isOnGrid(box[0], box[1]) && isOnGrid(box[2], box[3]),
  'web-mercator': (box) => Math.max(-box[0], -box[1], box[2], box[3]) <= 20_037_509,
};

function likelySystem(boxes: Float64Array): CoordinateSystem {
  let located = 0;
  let onGrid = 0;
  for (let at = 0; at < boxes.length; at += 4) {
    const box = boxes.subarray(at, at + 4);
    if (!isLocated(box)) continue;
    located++;
    if (!FITS.degrees?.(box) && FITS['british-national-grid']?.(box)) onGrid++;
  }
  return onGrid > 0 && onGrid >= MOSTLY * located ? BRITISH_NATIONAL_GRID : WGS84;
}

/** 1 for each row whose location is used. */
function keptRows(
  boxes: Float64Array,
  system: CoordinateSystem,
  found: IssueCollector,
  options: SettleOptions,
): Uint8Array {
  const keep = new Uint8Array(options.rows);
  for (let row = 0; row < options.rows; row++) {
    const box = boxes.subarray(row * 4, row * 4 + 4);
    if (!isLocated(box)) continue;
    if (!box.every(Number.isFinite)) found.add('NON_FINITE', 'left-out', () => options.placeOf(row));
    else if (FITS[system.kind]?.(box)) keep[row] = 1;
    else found.add('OUT_OF_RANGE', 'left-out', () => `${options.placeOf(row)}: ${box[0]}, ${box[1]}`);
  }
  return keep;
}

/** A row without coordinates keeps its empty box; NaN (from 1e400 − …) and infinities count as located, to be reported. */
function isLocated(box: Float64Array): boolean {
  return !(box[0] === Infinity && box[2] === -Infinity);
}

function convertAll(coordinates: Float64Array, convert: (x: number, y: number) => [number, number]): void {
  for (let i = 0; i < coordinates.length; i += 2) {
    if (!Number.isFinite(coordinates[i]) || !Number.isFinite(coordinates[i + 1])) continue;
    const [lon, lat] = convert(coordinates[i], coordinates[i + 1]);
    coordinates[i] = lon;
    coordinates[i + 1] = lat;
  }
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

/** The shapes of the kept rows, as a table carries them. */
function withRows(raw: RawGeometry, keep: Uint8Array): SourceGeometry {
  const all = keep.every((kept) => kept === 1);
  const { points, lines, polygons } = raw;
  const pointRows = points.row.filter((row) => keep[row] === 1);
  const lon = new Float64Array(pointRows.length);
  const lat = new Float64Array(pointRows.length);
  let to = 0;
  for (let i = 0; i < points.row.length; i++) {
    if (keep[points.row[i]] === 0) continue;
    lon[to] = points.coordinates[2 * i];
    lat[to] = points.coordinates[2 * i + 1];
    to++;
  }
  const keptLines = all ? lines : keptLinesOf(lines, keep);
  const keptPolygons = all ? polygons : keptPolygonsOf(polygons, keep);
  return {
    points: pointRows.length > 0 ? { lon, lat, row: pointRows } : null,
    lines: keptLines.row.length > 0 ? keptLines : null,
    polygons: keptPolygons.row.length > 0 ? keptPolygons : null,
  };
}

function keptLinesOf(lines: RawGeometry['lines'], keep: Uint8Array): RawGeometry['lines'] {
  const coordinates = new Float64List();
  const lineStarts = new Uint32List();
  const row = new Uint32List();
  lineStarts.push(0);
  for (let i = 0; i < lines.row.length; i++) {
    if (keep[lines.row[i]] === 0) continue;
    for (let v = 2 * lines.lineStarts[i]; v < 2 * lines.lineStarts[i + 1]; v++)
      coordinates.push(lines.coordinates[v]);
    lineStarts.push(coordinates.length / 2);
    row.push(lines.row[i]);
  }
  return { coordinates: coordinates.finish(), lineStarts: lineStarts.finish(), row: row.finish() };
}

function keptPolygonsOf(polygons: RawGeometry['polygons'], keep: Uint8Array): RawGeometry['polygons'] {
  const coordinates = new Float64List();
  const ringStarts = new Uint32List();
  const polygonStarts = new Uint32List();
  const row = new Uint32List();
  ringStarts.push(0);
  polygonStarts.push(0);
  for (let p = 0; p < polygons.row.length; p++) {
    if (keep[polygons.row[p]] === 0) continue;
    for (let r = polygons.polygonStarts[p]; r < polygons.polygonStarts[p + 1]; r++) {
      for (let v = 2 * polygons.ringStarts[r]; v < 2 * polygons.ringStarts[r + 1]; v++)
        coordinates.push(polygons.coordinates[v]);
      ringStarts.push(coordinates.length / 2);
    }
    polygonStarts.push(ringStarts.length - 1);
    row.push(polygons.row[p]);
  }
  return {
    coordinates: coordinates.finish(),
    ringStarts: ringStarts.finish(),
    polygonStarts: polygonStarts.finish(),
    row: row.finish(),
  };
}

function count(flags: Uint8Array): number {
  let sum = 0;
  for (const flag of flags) sum += flag;
  return sum;
}
