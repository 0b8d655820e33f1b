import type { WritableFeature } from './geojson.ts';
import { geometryBlob } from './geopackage-geometry.ts';
import {
  GEOPACKAGE_SYSTEMS,
  GEOPACKAGE_TABLES,
  GPKG_APPLICATION_ID,
  GPKG_USER_VERSION,
} from './geopackage-schema.ts';
import { type OpenDatabase, quotedName, type SqliteDatabase, type SqliteValue } from './sqlite-database.ts';

/** A table to be written. */
export interface WritableLayer {
  readonly name: string;
  /** For people: kept beside the table's name. */
  readonly description?: string;
  readonly features: readonly WritableFeature[];
  /** The system of the coordinates: degrees (4326) unless said. */
  readonly epsg?: 4326 | 27700;
  /** Columns in order; those of all features in the order met unless given. */
  readonly columns?: readonly string[];
}

/**
 * Layers as the bytes of a GeoPackage 1.3 (OGC 12-128r18): a feature table for each layer with shapes, an attribute table
 * for each without any. Texts stay texts; a column of whole numbers, numbers or yes/no alone has that type. `date` is
 * the time of the last change. Throws the signal's reason on an abort.
 */
export async function writeGeoPackage(
  layers: readonly WritableLayer[],
  openDatabase: OpenDatabase,
  { signal, date }: { readonly signal: AbortSignal; readonly date: Date },
): Promise<Uint8Array> {
  const database = await openDatabase(null, signal);
  try {
    await database.query(`PRAGMA application_id = ${GPKG_APPLICATION_ID}`);
    await database.query(`PRAGMA user_version = ${GPKG_USER_VERSION}`);
    for (const statement of GEOPACKAGE_TABLES) await database.query(statement);
    await database.insert('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', GEOPACKAGE_SYSTEMS);
    const taken = new Set<string>();
    for (const layer of layers) await writeLayer(database, layer, tableName(layer.name, taken), date);
    return await database.bytes();
  } finally {
    await database.close();
  }
}

async function writeLayer(
  database: SqliteDatabase,
  { features, epsg = 4326, columns: asked, description = '' }: WritableLayer,
  table: string,
  date: Date,
): Promise<void> {
  const hasShapes = features.some(({ geometry }) => geometry !== null);
  const columns = typedColumns(features, asked);
  const key = freeName('fid', columns);
  const shape = freeName('geom', columns);
  const declared = columns.map(({ name, type }) => `${quotedName(name)} ${type}`);
  await database.query(
    `CREATE TABLE ${quotedName(table)} (${[
      `${quotedName(key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`,
      ...(hasShapes ? [`${quotedName(shape)} GEOMETRY`] : []),
      ...declared,
    ].join(', ')})`,
  );
  const box = hasShapes ? boxOf(features) : [null, null, null, null];
  const kind = hasShapes ? 'features' : 'attributes';
  await database.insert(
    'INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [[table, kind, table, description, date.toISOString(), ...box, hasShapes ? epsg : null]],
  );
  if (hasShapes)
    await database.insert('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)', [
      [table, shape, 'GEOMETRY', epsg, 0, 0],
    ]);
  const written = [...(hasShapes ? [shape] : []), ...columns.map(({ name }) => name)];
  if (written.length === 0) return;
  const sql = `INSERT INTO ${quotedName(table)} (${written.map(quotedName).join(', ')}) VALUES (${written.map(() => '?').join(', ')})`;
  for (let from = 0; from < features.length; from += CHUNK_ROWS) {
    const rows = features.slice(from, from + CHUNK_ROWS).map(({ geometry, properties }): SqliteValue[] => [
      ...(hasShapes ? [geometry && geometryBlob(geometry, epsg)] : []),
      ...columns.map(({ name }) => {
        const value = Object.hasOwn(properties, name) ? properties[name] : null;
        return typeof value === 'boolean' ? Number(value) : value;
      }),
    ]);
    await database.insert(sql, rows);
  }
}

const CHUNK_ROWS = 2000;

interface TypedColumn {
  readonly name: string;
  readonly type: string;
}

function typedColumns(features: readonly WritableFeature[], asked?: readonly string[]): TypedColumn[] {
  const kinds = new Map<string, Set<string>>((asked ?? []).map((name) => [name, new Set()]));
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties)) {
      if (asked && !kinds.has(name)) continue;
      const found = kinds.get(name) ?? new Set();
      if (value !== null)
        found.add(typeof value === 'number' && Number.isSafeInteger(value) ? 'integer' : typeof value);
      kinds.set(name, found);
    }
  // SQL folds the case of names, so that two of them may be one.
  const folded = new Set<string>();
  return [...kinds].flatMap(([name, found]) => {
    if (folded.has(name.toLowerCase()) || name === '') return [];
    folded.add(name.toLowerCase());
    return [{ name, type: typeOf(found) }];
  });
}

function typeOf(kinds: ReadonlySet<string>): string {
  const only = [...kinds].sort().join(' ');
  if (only === 'integer') return 'INTEGER';
  if (only === 'number' || only === 'integer number') return 'REAL';
  return only === 'boolean' ? 'BOOLEAN' : 'TEXT';
}

function freeName(wanted: string, columns: readonly TypedColumn[]): string {
  let name = wanted;
  for (let n = 2; columns.some((column) => column.name.toLowerCase() === name); n++) name = `${wanted}_${n}`;
  return name;
}

/** A name that no other table has; names of the format's own and of SQLite's tables are not allowed. */
function tableName(name: string, taken: Set<string>): string {
  const plain = name.replaceAll('\0', '').trim() || 'layer';
  const wanted = /^(?:gpkg_|sqlite_|rtree_)/i.test(plain) ? `layer ${plain}` : plain;
  let given = wanted;
  for (let n = 2; taken.has(given.toLowerCase()); n++) given = `${wanted} (${n})`;
  taken.add(given.toLowerCase());
  return given;
}

function boxOf(features: readonly WritableFeature[]): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (at: unknown): void => {
    if (!Array.isArray(at)) return;
    if (typeof at[0] !== 'number') {
      for (const inner of at) walk(inner);
      return;
    }
    const [x, y] = at as number[];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  };
  for (const { geometry } of features) walk(geometry?.coordinates);
  return box;
}
