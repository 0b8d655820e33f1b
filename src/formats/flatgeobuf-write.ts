import { Builder } from 'flatbuffers';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import type { WritableFeature } from './geojson.ts';

/**
 * Features as a FlatGeobuf in WGS84 degrees, without an index. Columns are those of all features in the order met; a
 * column of numbers or of yes/no alone keeps that type, any other holds text. A feature needs a geometry: the format has no null.
 */
export function writeFlatGeobuf(
  name: string,
  features: readonly WritableFeature[],
  description = '',
): Uint8Array {
  const columns = columnsOf(features);
  const parts = [MAGIC, headerBytes({ name, description }, columns, features.length)];
  for (const { geometry, properties } of features) {
    if (!geometry) throw new RangeError('FlatGeobuf cannot hold a feature without a geometry.');
    const values: Record<string, unknown> = Object.create(null);
    for (const column of columns) {
      const value = Object.hasOwn(properties, column.name) ? properties[column.name] : null;
      values[column.name] = value === null || column.type !== ColumnType.String ? value : String(value);
    }
    parts.push(buildFeature(flatOf(geometry), values as never, { columns } as never));
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00);

interface WrittenColumn {
  readonly name: string;
  readonly type: ColumnType;
}

function columnsOf(features: readonly WritableFeature[]): WrittenColumn[] {
  const kinds = new Map<string, Set<string>>();
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties)) {
      const kind = kinds.get(name) ?? new Set();
      if (value !== null) kind.add(typeof value);
      kinds.set(name, kind);
    }
  return [...kinds].map(([name, kind]) => {
    const only = kind.size === 1 ? [...kind][0] : 'string';
    const type = TYPE_OF.get(only) ?? ColumnType.String;
    return { name, type };
  });
}

const TYPE_OF = new Map([
  ['number', ColumnType.Double],
  ['boolean', ColumnType.Bool],
]);

function headerBytes(
  { name, description }: { readonly name: string; readonly description: string },
  columns: readonly WrittenColumn[],
  features: number,
): Uint8Array {
  const builder = new Builder();
  const offsets = columns.map((column) => {
    const columnName = builder.createString(column.name);
    Column.startColumn(builder);
    Column.addName(builder, columnName);
    Column.addType(builder, column.type);
    return Column.endColumn(builder);
  });
  const columnsAt = Header.createColumnsVector(builder, offsets);
  const nameAt = builder.createString(name);
  const descriptionAt = builder.createString(description);
  const org = builder.createString('EPSG');
  Crs.startCrs(builder);
  Crs.addOrg(builder, org);
  Crs.addCode(builder, 4326);
  const crs = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, nameAt);
  Header.addGeometryType(builder, GeometryType.Unknown);
  Header.addColumns(builder, columnsAt);
  Header.addFeaturesCount(builder, BigInt(features));
  Header.addIndexNodeSize(builder, 0);
  Header.addCrs(builder, crs);
  Header.addDescription(builder, descriptionAt);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

type Positions = readonly (readonly number[])[];

/** A GeoJSON geometry as the library's flat arrays: ends count positions. */
function flatOf({ type, coordinates }: NonNullable<WritableFeature['geometry']>) {
  const runs = (lines: readonly Positions[]) => {
    const ends: number[] = [];
    for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length);
    return { xy: lines.flat().flatMap((position) => position.slice(0, 2)), ends };
  };
  const pairs = (positions: Positions) => positions.flatMap((position) => position.slice(0, 2));
  switch (type) {
    case 'Point':
      return { type: GeometryType.Point, xy: pairs([coordinates as number[]]) } as never;
    case 'MultiPoint':
      return { type: GeometryType.MultiPoint, xy: pairs(coordinates as Positions) } as never;
    case 'LineString':
      return { type: GeometryType.LineString, xy: pairs(coordinates as Positions) } as never;
    case 'MultiLineString':
      return { type: GeometryType.MultiLineString, ...runs(coordinates as Positions[]) } as never;
    case 'Polygon':
      return { type: GeometryType.Polygon, ...runs(coordinates as Positions[]) } as never;
    case 'MultiPolygon':
      return {
        type: GeometryType.MultiPolygon,
        parts: (coordinates as Positions[][]).map((rings) => ({
          type: GeometryType.Polygon,
          ...runs(rings),
        })),
      } as never;
    default:
      throw new RangeError(`A ${type} cannot be written as FlatGeobuf.`);
  }
}
