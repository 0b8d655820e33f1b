import { isOnGrid, lonLatToGrid } from '../geo/british-national-grid.ts';
import { type CoordinateConverter, converterToDegrees } from '../geo/convert-coordinates.ts';
import type { CoordinateReading } from '../geo/coordinate-reading.ts';
import { BRITISH_NATIONAL_GRID, type CoordinateSystem, WGS84 } from '../geo/coordinate-system.ts';
import { detectSystem, NO_READING, readAllAs, type SystemDetection } from '../geo/detect-system.ts';
import { isNorthernIrish } from '../geo/northern-irish.ts';
import { projectionsLoaded } from '../geo/projection-library.ts';
import { reportDetection } from '../geo/report-detection.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import type { IssueCollector } from '../tables/issue-collector.ts';
import { columnNumbers } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';

/** Where each row of a table stands, in degrees and in grid metres; all four are NaN where it stands nowhere. */
export interface RowPositions {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  /** What most rows' numbers were taken for: longitude and latitude where the file has them, else easting and northing. */
  readonly reading: CoordinateReading | null;
}

/**
 * The position of every row, from its own point, its longitude and latitude, or its easting and northing, in this
 * order. Numbers in another system than their columns say, or in the other order, are found out (`detectSystem`) unless
 * somebody has said how the first of these is read (`table.reading`). A pair that is 0, 0 is no location (Code-Point Open's mark for one).
 * Where a row has both kinds, and the grid is the British, both are kept as given (`positions-agree.ts` compares them).
 */
export function rowPositions(table: SourceTable, roles: ColumnRoles, found: IssueCollector): RowPositions {
  const { rows } = table;
  const numbers = (name: string | undefined) => {
    const column = name === undefined ? undefined : columnNamed(table.columns, name);
    return column ? columnNumbers(column) : new Float64Array(rows).fill(Number.NaN);
  };
  const reading = table.reading?.by === 'person' ? table.reading : undefined;
  const isIrish = isNorthernIrish(table.columns);
  const degrees =
    ownPoints(table, roles, found) ??
    settledPairs(numbers(roles.lon), numbers(roles.lat), {
      expected: WGS84,
      isNamed: true,
      isIrish,
      found,
      reading,
    });
  const easting = numbers(roles.easting);
  const northing = numbers(roles.northing);
  const beside = degrees.lon.every((one) => !Number.isNaN(one))
    ? gridBeside(degrees, easting, northing)
    : null;
  const grid =
    beside ??
    settledPairs(easting, northing, {
      expected: BRITISH_NATIONAL_GRID,
      isNamed: /east/i.test(roles.easting ?? ''),
      isIrish,
      found,
      // Who says how the degrees are read says nothing of a grid beside them.
      reading: degrees.reading === null ? reading : undefined,
    });
  const { lon, lat } = degrees;
  let converted = 0;
  for (let row = 0; row < rows; row++) {
    const hasDegrees = !Number.isNaN(lon[row]);
    const hasGrid = !Number.isNaN(grid.lon[row]);
    if (!hasDegrees && !hasGrid) {
      const isGiven = degrees.isGiven(row) || grid.isGiven(row);
      found.add(isGiven ? 'OUT_OF_RANGE' : 'NO_LOCATION', 'left-out', () => `data row ${row + 1}`);
      lon[row] = lat[row] = easting[row] = northing[row] = Number.NaN;
      continue;
    }
    if (!hasDegrees) [lon[row], lat[row]] = [grid.lon[row], grid.lat[row]];
    const keepsGrid = hasGrid && grid.isBritish(row);
    if (!keepsGrid) [easting[row], northing[row]] = lonLatToGrid(lon[row], lat[row]);
    if (hasDegrees ? !keepsGrid && table.geometry.points === null : grid.isBritish(row)) converted++;
  }
  if (converted > 0) found.add('CRS_CONVERTED', 'note', null, converted);
  return { lon, lat, easting, northing, reading: degrees.reading ?? grid.reading };
}

interface Pairs {
  /** NaN where a row has no pair that is a place. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Null where no row has a pair. */
  readonly reading: CoordinateReading | null;
  isGiven(row: number): boolean;
  isBritish(row: number): boolean;
}

/** Neither blank nor a mark for "no location": 0, 0 in Code-Point Open, longitude 0 and latitude 99.999999 in the ONS Postcode Directory. */
function isPair(x: number, y: number): boolean {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  return !(x === 0 && (y === 0 || (y > 99.99 && y < 100)));
}

/** Two columns of numbers as degrees. */
function settledPairs(
  x: Float64Array,
  y: Float64Array,
  given: {
    readonly expected: CoordinateSystem;
    /** True where the names of the columns say that it is this system. */
    readonly isNamed: boolean;
    readonly isIrish: boolean;
    readonly found: IssueCollector;
    readonly reading: CoordinateReading | undefined;
  },
): Pairs {
  const rows = x.length;
  const { expected, isNamed, isIrish, found, reading } = given;
  const detection = detectedIn(x, y, { expected, isIrish, reading });
  // Only now: the boxes that tell the system take as much as all four columns of numbers.
  const lon = new Float64Array(rows).fill(Number.NaN);
  const lat = new Float64Array(rows).fill(Number.NaN);
  const isGiven = (row: number) => isPair(x[row], y[row]);
  if (!detection) return { lon, lat, reading: null, isGiven, isBritish: () => false };
  const converters = detection.readings.map(({ system, swapped }): CoordinateConverter => {
    const convert = converterToDegrees(system);
    return swapped ? (one, other) => convert(other, one) : convert;
  });
  const kept = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = detection.ofRow[row];
    if (at === NO_READING) continue;
    kept[row] = 1;
    const [toLon, toLat] = converters[at](x[row], y[row]);
    lon[row] = toLon;
    lat[row] = toLat;
  }
  reportDetection(detection, kept, found, expected);
  const british = detection.readings.map(
    ({ system, swapped }) => system.kind === 'british-national-grid' && !swapped,
  );
  const [main] = detection.readings;
  const isExpected = main.system === expected && !main.swapped && main.by === 'guess';
  return {
    lon,
    lat,
    reading: isExpected && isNamed ? { ...main, by: 'file' } : main,
    isGiven,
    isBritish: (row) => british[detection.ofRow[row]] ?? false,
  };
}

/** What the pairs are read as; null where no row has one. */
function detectedIn(
  x: Float64Array,
  y: Float64Array,
  given: {
    readonly expected: CoordinateSystem;
    readonly isIrish: boolean;
    readonly reading: CoordinateReading | undefined;
  },
): SystemDetection | null {
  const boxes = pointBoxes(x, y);
  if (!boxes) return null;
  const { expected, isIrish, reading } = given;
  if (reading) return readAllAs(boxes, reading);
  const named = expected.kind === 'degrees' ? expected : null;
  return detectSystem(boxes, { named, isNorthernIrish: isIrish });
}

/** A box for each pair, turned inside out where a row has none; null where no row has one. */
function pointBoxes(x: Float64Array, y: Float64Array): Float64Array | null {
  if (!x.some((one, row) => isPair(one, y[row]))) return null;
  const boxes = new Float64Array(x.length * 4);
  for (let row = 0; row < x.length; row++) {
    const isGiven = isPair(x[row], y[row]);
    const at = row * 4;
    boxes[at] = isGiven ? x[row] : Number.POSITIVE_INFINITY;
    boxes[at + 1] = isGiven ? y[row] : Number.POSITIVE_INFINITY;
    boxes[at + 2] = isGiven ? x[row] : Number.NEGATIVE_INFINITY;
    boxes[at + 3] = isGiven ? y[row] : Number.NEGATIVE_INFINITY;
  }
  return boxes;
}

/** Rows compared before grid metres beside degrees are believed, and how far the two may lie apart. */
const COMPARED_ROWS = 100;
const BELIEVED_WITHIN_METRES = 1000;

/**
 * British grid metres beside degrees that every row has: kept as printed, none converted, where all rows are on the
 * grid's sheet and a sample lies where the degrees say. Null where that is not so. The demo borough, whose generator
 * made both, is counted before the projections are there: it is not compared.
 */
function gridBeside({ lon, lat }: Pairs, easting: Float64Array, northing: Float64Array): Pairs | null {
  for (let row = 0; row < lon.length; row++)
    if (!isPair(easting[row], northing[row]) || !isOnGrid(easting[row], northing[row])) return null;
  if (projectionsLoaded()) {
    const step = Math.max(1, Math.floor(lon.length / COMPARED_ROWS));
    for (let row = 0; row < lon.length; row += step) {
      const [x, y] = lonLatToGrid(lon[row], lat[row]);
      if (Math.hypot(x - easting[row], y - northing[row]) > BELIEVED_WITHIN_METRES) return null;
    }
  }
  const reading: CoordinateReading = { system: BRITISH_NATIONAL_GRID, swapped: false, by: 'file' };
  return { lon, lat, reading, isGiven: () => true, isBritish: () => true };
}

/** Degrees from the file's own points, or null where it has none. */
function ownPoints(table: SourceTable, roles: ColumnRoles, found: IssueCollector): Pairs | null {
  const { points } = table.geometry;
  if (!points || roles.lon !== undefined) return null;
  const lon = new Float64Array(table.rows).fill(Number.NaN);
  const lat = new Float64Array(table.rows).fill(Number.NaN);
  for (let i = 0; i < points.row.length; i++) {
    const row = points.row[i];
    if (i > 0 && points.row[i - 1] === row) {
      if (i < 2 || points.row[i - 2] !== row) found.add('BAD_GEOMETRY', 'note', `data row ${row + 1}`);
      continue;
    }
    lon[row] = points.lon[i];
    lat[row] = points.lat[i];
  }
  const reading = table.reading ?? { system: WGS84, swapped: false, by: 'file' };
  return { lon, lat, reading, isGiven: () => false, isBritish: () => false };
}
