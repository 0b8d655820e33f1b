import { type CoordinateSystem, systemFromEpsg } from '../domain/geo/coordinate-system.ts';
import { systemFromWkt } from '../domain/geo/system-from-wkt.ts';
import { quotedName, type SqliteDatabase, SqliteFailed } from './sqlite-database.ts';

/** A table of a GeoPackage that is read. */
export interface LayerTable {
  readonly table: string;
  /** What people call it: the table's name. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Null in a table of values alone. */
  readonly geometryColumn: string | null;
  /** `name`: what the file calls the system, null where it says that it is not known. */
  readonly system: { readonly crs: CoordinateSystem | null; readonly name: string | null };
}

/** The feature and attribute tables that a GeoPackage lists, and how many tables of other kinds (images) it lists. */
export async function layerTables(
  database: SqliteDatabase,
): Promise<{ readonly layers: readonly LayerTable[]; readonly others: number }> {
  const tables = new Set(
    (await database.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")).map(([name]) =>
      String(name).toLowerCase(),
    ),
  );
  if (!tables.has('gpkg_contents')) throw new SqliteFailed('it has no table of contents');
  const listed = await database.query('SELECT table_name, data_type, srs_id FROM gpkg_contents');
  const geometries = new Map(
    tables.has('gpkg_geometry_columns')
      ? (await database.query('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns')).map(
          ([table, column, srs]) => [String(table).toLowerCase(), { column: String(column), srs }] as const,
        )
      : [],
  );
  const layers: LayerTable[] = [];
  let others = 0;
  for (const [table, type] of listed) {
    const name = String(table);
    const kind = String(type).toLowerCase();
    const isKnown = kind === 'features' || kind === 'attributes' || kind === 'aspatial';
    if (!isKnown || !tables.has(name.toLowerCase())) {
      others++;
      continue;
    }
    const columns = (await database.query(`PRAGMA table_info(${quotedName(name)})`)).map((column) =>
      String(column[1]),
    );
    const geometry = kind === 'features' ? geometries.get(name.toLowerCase()) : undefined;
    const geometryColumn =
      columns.find((column) => column.toLowerCase() === geometry?.column.toLowerCase()) ?? null;
    const system =
      geometry && geometryColumn !== null
        ? await systemOf(database, Number(geometry.srs))
        : { crs: null, name: null };
    layers.push({ table: name, name, columns, geometryColumn, system });
  }
  return { layers, others };
}

/** The system of an srs_id; −1, 0 and 99999 (GDAL's) say that it is not known. */
async function systemOf(database: SqliteDatabase, srs: number): Promise<LayerTable['system']> {
  if (srs === -1 || srs === 0) return { crs: null, name: null };
  const [found] = await database.query(
    'SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    [srs],
  );
  if (!found) return { crs: systemFromEpsg(srs), name: `SRS ${srs}` };
  const [name, organization, code, definition] = found;
  const isEpsg = String(organization).toUpperCase() === 'EPSG';
  const crs = (isEpsg ? systemFromEpsg(Number(code)) : null) ?? systemFromWkt(String(definition ?? ''));
  const isUndefined = /^(?:none|undefined)?$/i.test(String(organization ?? '').trim()) && crs === null;
  return { crs, name: isUndefined ? null : String(name ?? `SRS ${srs}`).slice(0, 60) };
}
