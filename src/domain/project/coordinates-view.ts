import type { CoordinateReading } from '../geo/coordinate-reading.ts';
import { conversionAccuracyMetres, WGS84 } from '../geo/coordinate-system.ts';
import type { RawGeometry } from '../geo/raw-geometry.ts';
import { writtenGeometry } from '../geo/written-geometry.ts';
import { rowPositions } from '../premises/row-positions.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import { columnNumbers } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import type { ColumnRoles } from './column-roles.ts';

/** How a file's coordinates are read, with a few of its places before and after. */
export interface CoordinatesView {
  readonly reading: CoordinateReading;
  /** Null where nobody states one; 0 where nothing is converted. */
  readonly accuracyMetres: number | null;
  /** Places spread over the file, in its order. */
  readonly places: readonly CoordinatePlace[];
}

export interface CoordinatePlace {
  /** 0-based row of the table. */
  readonly row: number;
  /** The two numbers in the order of the file (or longitude, latitude; easting, northing by their columns). */
  readonly written: readonly [number, number];
  /** Degrees [lon, lat] WGS84; null where the numbers are no place in this reading. */
  readonly read: readonly [number, number] | null;
}

/** Places looked at. */
const MOST_PLACES = 40;

/** Looks at the coordinates of a table as it is now read. Null where it has none. Needs `loadGrid`. */
export function coordinatesView(table: SourceTable, roles: ColumnRoles): CoordinatesView | null {
  const raw = writtenGeometry(table);
  const seen = raw ? shapesSeen(table, raw) : columnsSeen(table, roles);
  return seen && { ...seen, accuracyMetres: conversionAccuracyMetres(seen.reading.system) };
}

type Seen = Pick<CoordinatesView, 'reading' | 'places'>;

function shapesSeen(table: SourceTable, raw: RawGeometry): Seen | null {
  const written = firstPositions(raw);
  if (written.size === 0) return null;
  const { points, lines, polygons } = table.geometry;
  const read = new Map<number, readonly [number, number]>();
  for (const shapes of [lines, polygons].filter((one) => one !== null))
    for (const [row, at] of startsOf(shapes)) read.set(row, pairAt(shapes.coordinates, at));
  if (points)
    for (let i = points.row.length - 1; i >= 0; i--) read.set(points.row[i], [points.lon[i], points.lat[i]]);
  return {
    reading: table.reading ?? { system: WGS84, swapped: false, by: 'file' },
    places: spread([...written.keys()]).map((row) => ({
      row,
      written: written.get(row) ?? [Number.NaN, Number.NaN],
      read: read.get(row) ?? null,
    })),
  };
}

/** The first position of each row. */
function firstPositions({ points, lines, polygons }: RawGeometry): Map<number, readonly [number, number]> {
  const first = new Map<number, readonly [number, number]>();
  for (const shapes of [lines, polygons])
    for (const [row, at] of startsOf(shapes)) first.set(row, pairAt(shapes.coordinates, at));
  for (let i = points.row.length - 1; i >= 0; i--) first.set(points.row[i], pairAt(points.coordinates, i));
  return first;
}

/** Of each row, where in the coordinates its first shape begins; rows backwards, so that the first one is set last. */
function* startsOf(shapes: RawGeometry['lines'] | RawGeometry['polygons']): Generator<[number, number]> {
  for (let i = shapes.row.length - 1; i >= 0; i--)
    yield [
      shapes.row[i],
      'lineStarts' in shapes ? shapes.lineStarts[i] : shapes.ringStarts[shapes.polygonStarts[i]],
    ];
}

function pairAt(coordinates: Float64Array, at: number): readonly [number, number] {
  return [coordinates[2 * at], coordinates[2 * at + 1]];
}

function columnsSeen(table: SourceTable, roles: ColumnRoles): Seen | null {
  const names = roles.lon && roles.lat ? [roles.lon, roles.lat] : [roles.easting, roles.northing];
  const [xs, ys] = names.map((name) => (name === undefined ? undefined : columnNamed(table.columns, name)));
  if (!xs || !ys) return null;
  const x = columnNumbers(xs);
  const y = columnNumbers(ys);
  const { lon, lat, reading } = rowPositions(table, roles, new IssueCollector());
  if (!reading) return null;
  const rows = Array.from(x.keys()).filter((row) => Number.isFinite(x[row]) && Number.isFinite(y[row]));
  return {
    reading,
    places: spread(rows).map((row) => ({
      row,
      written: [x[row], y[row]],
      read: Number.isNaN(lon[row]) ? null : [lon[row], lat[row]],
    })),
  };
}

/** At most MOST_PLACES of the rows, evenly picked, ascending. */
function spread(rows: number[]): number[] {
  rows.sort((one, other) => one - other);
  const count = Math.min(rows.length, MOST_PLACES);
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]);
}
