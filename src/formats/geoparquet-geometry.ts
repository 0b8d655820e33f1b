import type { FileMetaData } from 'hyparquet';
import {
  type CoordinateSystem,
  systemFromEpsg,
  systemFromName,
  WGS84,
} from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { InputFile } from './byte-source.ts';
import type { ParquetColumn } from './geoparquet-columns.ts';
import type { Shape } from './shape-rows.ts';
import { BadWkb, readWkb } from './wkb.ts';

/** The column that says where rows lie. */
export interface GeoColumn {
  readonly column: ParquetColumn;
  /** Null where the file says that its system is not known. */
  readonly crs: CoordinateSystem | null;
  /** Throws BadWkb for a value that is no shape. */
  shapeOf(value: unknown): { readonly shape: Shape | null; readonly curved: boolean };
}

/**
 * The geometry column that a GeoParquet's "geo" metadata (1.1) or Parquet's own geometry type names; null in a plain
 * table. Throws FileRefused for a coordinate system that is not read.
 */
export function geoColumn(
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  file: InputFile,
): GeoColumn | null {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const geo = text ? (JSON.parse(text) as GeoMetadata) : null;
  const name = geo?.primary_column;
  const stated =
    name !== undefined && geo?.columns && Object.hasOwn(geo.columns, name) ? geo.columns[name] : null;
  const column = columns.find((candidate) => candidate.name === name);
  if (stated && column) {
    const kind = KINDS.get(String(stated.encoding).toLowerCase());
    const shapeOf = kind ? (value: unknown) => nativeShape(value, kind) : wkbShape;
    return { column, crs: systemOf(stated.crs, file), shapeOf };
  }
  const native = columns.find(({ element }) =>
    /^(?:GEOMETRY|GEOGRAPHY)$/.test(element.logical_type?.type ?? ''),
  );
  if (!native) return null;
  const type = native.element.logical_type as { crs?: string };
  return { column: native, crs: namedSystem(type.crs ?? 'OGC:CRS84', file), shapeOf: wkbShape };
}

interface GeoMetadata {
  readonly primary_column?: string;
  readonly columns?: Record<string, { readonly encoding?: unknown; readonly crs?: ProjJson | null }>;
}

interface ProjJson {
  readonly name?: unknown;
  readonly id?: { readonly authority?: unknown; readonly code?: unknown };
}

/** Native encodings (GeoArrow) and what they are in GeoJSON. */
const KINDS = new Map([
  ['point', 'Point'],
  ['linestring', 'LineString'],
  ['polygon', 'Polygon'],
  ['multipoint', 'MultiPoint'],
  ['multilinestring', 'MultiLineString'],
  ['multipolygon', 'MultiPolygon'],
]);

/** Without "crs" the system is longitude and latitude; a null one is not known (GeoParquet 1.1, "crs"). */
function systemOf(crs: ProjJson | null | undefined, file: InputFile): CoordinateSystem | null {
  if (crs === undefined) return WGS84;
  if (crs === null) return null;
  const { authority, code } = crs.id ?? {};
  const label = crs.id ? `${authority}:${code}` : String(crs.name ?? 'without a name');
  return namedSystem(label, file);
}

function namedSystem(name: string, file: InputFile): CoordinateSystem {
  const srid = /^srid:(\d+)$/i.exec(name);
  const system = srid ? systemFromEpsg(Number(srid[1])) : systemFromName(name);
  if (system) return system;
  const short = name.slice(0, 40);
  throw refuseFile(file, [
    {
      code: 'CRS_UNKNOWN',
      message: `${file.name} is in the coordinate system "${short}", which is not read. Save it in WGS84 or British National Grid.`,
      examples: [short],
    },
  ]);
}

function wkbShape(value: unknown) {
  if (value === null || value === undefined) return { shape: null, curved: false };
  if (!(value instanceof Uint8Array)) throw new BadWkb('its geometry is no binary data');
  return readWkb(value);
}

function nativeShape(value: unknown, type: string): { shape: Shape | null; curved: boolean } {
  if (value === null || value === undefined) return { shape: null, curved: false };
  const coordinates = positionsOf(value, 0);
  const isEmpty = coordinates.length === 0 || (type === 'Point' && Number.isNaN(coordinates[0]));
  return { shape: isEmpty ? null : { type, coordinates }, curved: false };
}

function positionsOf(value: unknown, depth: number): unknown[] {
  if (depth > 4) throw new BadWkb('its geometry is nested too deeply');
  if (Array.isArray(value)) return value.map((inner) => positionsOf(inner, depth + 1));
  const { x, y, z } = (value ?? {}) as Record<string, unknown>;
  if (typeof x !== 'number' || typeof y !== 'number') throw new BadWkb('a position lacks its numbers');
  return typeof z === 'number' ? [x, y, z] : [x, y];
}
