import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { type InputFile, openBytes, type ReadOptions } from './byte-source.ts';
import { readCsv } from './csv.ts';
import { detectFormat } from './detect-format.ts';
import { readGeoJson } from './geojson.ts';

export type { InputFile, ReadOptions } from './byte-source.ts';

/**
 * Reads one file, whatever its name says, into a table and a report. Throws FileRefused (with the report) where it is
 * not taken, and the signal's reason on an abort; either way nothing of it remains.
 */
export async function readFile(
  file: InputFile,
  options: ReadOptions,
): Promise<{ table: SourceTable; report: FileReport }> {
  options.signal.throwIfAborted();
  options.onProgress(0, `Reading ${file.name}`);
  await loadGrid();
  const source = await openBytes(file, options);
  const detected = detectFormat(source);
  if (detected.format === null) {
    await source.close();
    throw refuseFile(file, [{ code: detected.code, message: detected.message }]);
  }
  const read = detected.format === 'csv' ? readCsv : readGeoJson;
  const { table, report } = await read(source, () => openBytes(file, options));
  options.onProgress(1, `Read ${file.name}`);
  return { table, report: detected.note ? { ...report, issues: [detected.note, ...report.issues] } : report };
}
