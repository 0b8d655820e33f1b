import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { type ByteSource, type InputFile, openBytes, type ReadOptions } from './byte-source.ts';
import { readCsv } from './csv.ts';
import { detectFormat, type Format } from './detect-format.ts';
import { readGeoJson } from './geojson.ts';

export type { InputFile, ReadOptions } from './byte-source.ts';

/** One table of a file and what became of its rows. Both carry the same name: the file's, with the layer's behind it where there are several. */
export interface ReadTable {
  readonly table: SourceTable;
  readonly report: FileReport;
}

/** What a reader works on. `source` is the file opened (unpacked, decoded); `file` gives its bytes as they are. */
export interface ReaderInput {
  readonly source: ByteSource;
  readonly file: InputFile;
  readonly options: ReadOptions;
}

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
  const read = await READERS[detected.format]();
  const tables = await read({ source, file, options });
  options.onProgress(1, `Read ${file.name}`);
  const { note } = detected;
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
};
