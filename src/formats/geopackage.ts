import type { FileIssue } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { type Refusal, refuseFile } from '../domain/tables/refuse-file.ts';
import type { InputFile } from './byte-source.ts';
import { BadGeoPackageGeometry, geometryOf } from './geopackage-geometry.ts';
import { type LayerTable, layerTables } from './geopackage-layers.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { ShapeRows } from './shape-rows.ts';
import { systemGuessed } from './shapefile.ts';
import { quotedName, type SqliteDatabase, SqliteFailed, type SqliteValue } from './sqlite-database.ts';

/** Largest GeoPackage: its bytes stand in memory twice while they are read. */
const MAX_BYTES = 500_000_000;
const CHUNK_ROWS = 2000;

/**
 * Reads the feature tables and attribute tables of a GeoPackage (OGC 12-128r18), each a table of its own. Whole numbers
 * keep all digits; curves become straight pieces. Throws FileRefused for a damaged database, one without vector layers,
 * and a layer of no known system whose numbers lie nowhere in Britain or Ireland.
 */
export async function readGeoPackage({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  await source.close();
  if (!options.openDatabase)
    throw refused(
      file,
      'UNKNOWN_FORMAT',
      `${file.name} is a GeoPackage, which cannot be opened here. Save it as GeoJSON.`,
    );
  if (file.size > MAX_BYTES)
    throw refused(
      file,
      'TOO_LARGE',
      `${file.name} is larger than ${MAX_BYTES / 1_000_000} MB, the limit of a GeoPackage. Cut it to your area.`,
    );
  const bytes = new Uint8Array(await file.slice(0, file.size).arrayBuffer());
  const cutOff = missingPages(bytes);
  if (cutOff) throw damaged(file, cutOff);
  let database: SqliteDatabase | null = null;
  try {
    options.signal.throwIfAborted();
    database = await options.openDatabase(bytes, options.signal);
    const [[verdict]] = await database.query('PRAGMA quick_check(1)');
    if (verdict !== 'ok') throw new SqliteFailed('its pages do not fit together');
    const { layers, others } = await layerTables(database);
    if (layers.length === 0) throw nothingToDraw(file, others);
    const tables: ReadTable[] = [];
    let done = 0;
    for (const layer of layers) {
      const read = await readLayer(database, layer, { source, file, options }, done / layers.length);
      tables.push(others > 0 && done === 0 ? noted(read, othersNote(file, others)) : read);
      done++;
    }
    return tables;
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof SqliteFailed) throw damaged(file, 'the database cannot be read');
    throw error;
  } finally {
    await database?.close().catch(() => undefined);
  }
}

async function readLayer(
  database: SqliteDatabase,
  layer: LayerTable,
  { source, file, options }: ReaderInput,
  fractionBefore: number,
): Promise<ReadTable> {
  const fileName = `${file.name}: ${layer.name}`;
  if (layer.system.crs === null && layer.system.name !== null)
    throw refused(
      file,
      'CRS_UNKNOWN',
      `${fileName} is in the coordinate system "${layer.system.name}", which is not read. Save it in WGS84 or British National Grid.`,
    );
  const cells = layer.columns.filter((column) => column !== layer.geometryColumn);
  const rows = new ShapeRows(cells, 'row');
  const wanted = layer.geometryColumn === null ? cells : [...cells, layer.geometryColumn];
  const place = new PlaceWatch();
  await database.start(`SELECT ${wanted.map(quotedName).join(', ')} FROM ${quotedName(layer.table)}`);
  for (;;) {
    options.signal.throwIfAborted();
    const chunk = await database.next(CHUNK_ROWS);
    if (chunk.length === 0) break;
    for (const values of chunk) addRow(rows, values, cells.length, layer, place);
    await source.breathe(`Reading ${fileName}`);
    options.onProgress(fractionBefore, `Reading ${fileName}: ${rows.count.toLocaleString('en-GB')} rows`);
  }
  const unplaced = layer.geometryColumn !== null && layer.system.crs === null;
  if (unplaced && !place.isLikely())
    throw refuseFile(file, [
      {
        code: 'NO_VECTOR_LAYER',
        message: `${fileName} names no coordinate system, nor do its numbers tell one. Set it in your GIS and save it again.`,
        examples: [layer.name],
      },
      { code: 'CRS_UNKNOWN', message: `${fileName} names no coordinate system.`, examples: [layer.name] },
    ]);
  return rows.finish({
    source,
    fileName,
    format: 'geopackage',
    crs: layer.system.crs,
    bytes: file.size,
    issues: unplaced ? [systemGuessed(`${fileName} names none`)] : [],
    messages: (code, _outcome, count) =>
      code === 'EXTRA_ORDINATES' ? `${counted(count, 'height')} in the coordinates not used.` : null,
  });
}

function addRow(
  rows: ShapeRows,
  values: readonly SqliteValue[],
  cells: number,
  layer: LayerTable,
  place: PlaceWatch,
): void {
  for (let i = 0; i < cells; i++) rows.setCell(i, cellText(values[i], rows));
  const blob = layer.geometryColumn === null ? null : values[cells];
  if (blob === null) {
    rows.endRow(layer.geometryColumn === null ? 'none' : null);
    return;
  }
  try {
    if (!(blob instanceof Uint8Array)) throw new BadGeoPackageGeometry('its geometry is no binary data');
    const { shape, curved, first } = geometryOf(blob);
    if (curved) rows.found.add('CURVE_GEOMETRY', 'note', `row ${rows.count + 1}`);
    if (first) place.see(first);
    rows.endRow(shape);
  } catch (error) {
    if (!(error instanceof BadGeoPackageGeometry)) throw error;
    rows.endBrokenRow(error.message);
  }
}

function cellText(value: SqliteValue, rows: ShapeRows): string {
  if (value === null) return '';
  if (value instanceof Uint8Array) {
    rows.found.add('BAD_VALUE', 'left-out', `row ${rows.count + 1}`);
    return '';
  }
  return String(value);
}

/** Sees one position of each shape, to tell whether numbers of no named system can be placed at all. */
class PlaceWatch {
  private seen = 0;
  private inDegrees = 0;
  private onGrid = 0;

  see([x, y]: readonly number[]): void {
    this.seen++;
    if (x >= -11 && x <= 3 && y >= 49 && y <= 61) this.inDegrees++;
    else if (x >= 1000 && x <= 700_000 && y >= 1000 && y <= 1_300_000) this.onGrid++;
  }

  /** So where nearly all lie in Britain or Ireland one way, or nothing is placed. */
  isLikely(): boolean {
    return Math.max(this.inDegrees, this.onGrid) >= 0.95 * this.seen;
  }
}

/** What is wrong with the size of a database file; null where its header and its bytes agree (SQLite file format, 1.3). */
function missingPages(bytes: Uint8Array): string | null {
  if (bytes.length < 100) return 'it is cut off';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageBytes = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) return 'its header makes no sense';
  const pages = view.getUint32(28);
  const isStated = view.getUint32(24) === view.getUint32(92) && pages > 0;
  return isStated && pages * pageBytes > bytes.length
    ? `${bytes.length.toLocaleString('en-GB')} of ${(pages * pageBytes).toLocaleString('en-GB')} bytes are there`
    : null;
}

function damaged(file: InputFile, reason: string) {
  return refused(
    file,
    'GPKG_CORRUPT',
    `${file.name} is no readable GeoPackage: ${reason}. Download or export it again.`,
  );
}

function nothingToDraw(file: InputFile, others: number) {
  const holds = others > 0 ? `holds ${counted(others, 'table')} of images, which are not read` : 'is empty';
  return refused(
    file,
    'NO_VECTOR_LAYER',
    `${file.name} has no vector layer: it ${holds}. Export the layer with shapes you need.`,
  );
}

function othersNote(file: InputFile, others: number): FileIssue {
  return {
    code: 'NO_VECTOR_LAYER',
    outcome: 'note',
    message: `${file.name} also holds ${counted(others, 'table')} of images or another kind: not read.`,
    count: others,
    examples: [],
  };
}

function noted({ table, report }: ReadTable, issue: FileIssue): ReadTable {
  return { table, report: { ...report, issues: [issue, ...report.issues] } };
}

function refused(file: InputFile, code: Refusal['code'], message: string) {
  return refuseFile(file, [{ code, message }]);
}
