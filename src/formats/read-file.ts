import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { type InputFile, MAX_UNPACKED_BYTES, openBytes, type ReadOptions } from './byte-source.ts';
import { readCsv } from './csv.ts';
import { detectFormat, type Format } from './detect-format.ts';
import { readGeoJson } from './geojson.ts';
import { gatherBytes, MAX_MEMORY_BYTES, memoryFile } from './memory-file.ts';
import { projectFileRefused } from './project-file-mark.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/** Reads one format: all tables of the file, or throws FileRefused. A reader that does not walk `source` closes it. */
export type FormatReader = (input: ReaderInput) => Promise<readonly ReadTable[]>;

/**
 * Reads one file, whatever its name says, into its tables and a report of each. Throws FileRefused (with the report)
 * where it is not taken, and the signal's reason on an abort; either way nothing of it remains.
 */
export async function readFile(file: InputFile, options: ReadOptions): Promise<readonly ReadTable[]> {
  options.signal.throwIfAborted();
  options.onProgress(0, `Reading ${file.name}`);
  await loadGrid();
  const source = await openBytes(file, options);
  const detected = detectFormat(source);
  if (detected.format === null) {
    await source.close();
    throw refuseFile(file, [{ code: detected.code, message: detected.message }]);
  }
  const { format, note } = detected;
  if (STREAMED.has(format) && file.size > MAX_UNPACKED_BYTES) {
    await source.close();
    const message = `${file.name} is larger than 2 GB, which is the limit. Cut it to your area and load it again.`;
    throw refuseFile(file, [{ code: 'TOO_LARGE', message }]);
  }
  const read = await READERS[format]();
  const tables =
    source.isGzip && !STREAMED.has(format)
      ? await readUnpacked(read, { source, file, options })
      : await read({ source, file, options });
  options.onProgress(1, `Read ${file.name}`);
  if (!note) return tables;
  return tables.map(({ table, report }) => ({
    table,
    report: { ...report, issues: [note, ...report.issues] },
  }));
}

/** The readers; all but the commonest two are fetched when the first file of its format comes. */
const READERS: Record<Format, () => Promise<FormatReader>> = {
  csv: async () => readCsv,
  geojson: async () => readGeoJson,
  json: async () => (await import('./json-records.ts')).readJsonRecords,
  topojson: async () => (await import('./topojson.ts')).readTopoJson,
  zip: async () => {
    const { readZip } = await import('./zip.ts');
    return (input) => readZip(input, readFile);
  },
  kml: async () => (await import('./kml.ts')).readKml,
  gpx: async () => (await import('./gpx.ts')).readGpx,
  geopackage: async () => (await import('./geopackage.ts')).readGeoPackage,
  flatgeobuf: async () => (await import('./flatgeobuf.ts')).readFlatGeobuf,
  geoparquet: async () => (await import('./geoparquet.ts')).readGeoParquet,
  geotiff: async () => (await import('./geotiff-table.ts')).readGeoTiff,
  'ascii-grid': async () => (await import('./ascii-grid-table.ts')).readAsciiGrid,
  'height-tile': async () => (await import('./height-tile.ts')).readHeightTile,
  notspot: async () => refuseProjectFile,
};

/** Work saved by Notspot is opened in place of the present project, not read as one more file of data. */
const refuseProjectFile: FormatReader = async ({ source, file }) => {
  await source.close();
  throw projectFileRefused(file);
};

/** Formats read from `source` alone. All others get a gzip unpacked into memory first, as they read it in slices. */
const STREAMED: ReadonlySet<Format> = new Set(['csv', 'geojson', 'json', 'topojson', 'kml', 'gpx']);

async function readUnpacked(
  read: FormatReader,
  { source, file, options }: ReaderInput,
): Promise<readonly ReadTable[]> {
  const bytes = await gatherBytes(source.chunks(), MAX_MEMORY_BYTES);
  if (bytes === null) {
    const limit = `${MAX_MEMORY_BYTES / 1_000_000} MB`;
    const message = `${file.name} is larger than ${limit} when unpacked. Unpack it yourself and load what is inside.`;
    throw refuseFile(file, [{ code: 'TOO_LARGE', message }]);
  }
  const unpacked = memoryFile(file.name, bytes);
  const tables = await read({ source: await openBytes(unpacked, options), file: unpacked, options });
  return tables.map(({ table, report }) => ({ table, report: { ...report, bytes: file.size } }));
}
