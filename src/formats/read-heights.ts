import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { FileIssue, FileReport } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { gridOfRaster } from '../domain/terrain/grid-of-raster.ts';
import type { HeightGrid } from '../domain/terrain/height-grid.ts';
import { HeightsRefused } from '../domain/terrain/heights-refused.ts';
import { type ByteSource, type InputFile, openBytes, type ReadOptions } from './byte-source.ts';
import { detectFormat } from './detect-format.ts';
import type { FoundHeights } from './found-heights.ts';
import type { HeightsAsked } from './heights-asked.ts';
import { heightsSaid, notKnownIssue } from './heights-in-words.ts';
import type { HeightsInput } from './heights-input.ts';
import { systemAsked } from './heights-system.ts';
import { gatherBytes, MAX_MEMORY_BYTES, memoryFile } from './memory-file.ts';

/** Heights of a file, with what became of its cells. */
export interface ReadHeights {
  readonly grid: HeightGrid;
  readonly report: FileReport;
}

/**
 * Reads a file of heights: GeoTIFF or ASCII grid, gzipped or not. Throws FileRefused where it is not taken (no coordinate
 * system, feet, turned, damaged, too large), and the signal's reason on an abort.
 */
export async function readHeights(
  file: InputFile,
  asked: HeightsAsked,
  options: ReadOptions,
): Promise<ReadHeights> {
  await loadGrid();
  const source = await openBytes(file, options);
  const { format } = detectFormat(source);
  const read = format === null ? null : (READERS.get(format) ?? null);
  if (read === null) {
    await source.close();
    const message = `${file.name} holds no heights that are read. Save them as a GeoTIFF or an ASCII grid.`;
    throw refuseFile(file, [{ code: 'UNKNOWN_FORMAT', message }]);
  }
  const input =
    source.isGzip && format === 'geotiff' ? await unpacked(source, { file, options }) : { source, file };
  const { heights, issues } = await (await read())({ ...input, options, asked });
  const { verticalDatum } = heights;
  const raster = { ...heights, system: heights.system ?? systemAsked(asked, file) };
  const said = heightsSaid(heights, file.name);
  const { kind, vintage } = asked;
  const steps = gridOfRaster(raster, { kind, vintage, source: file.name, verticalDatum });
  try {
    for (;;) {
      const step = steps.next();
      if (step.done)
        return { grid: step.value, report: reportOf(file, step.value, [...issues, ...said.odd]) };
      options.onProgress(step.value.fraction, step.value.what);
      options.signal.throwIfAborted();
      await input.source.breathe(step.value.what);
    }
  } catch (error) {
    if (!(error instanceof HeightsRefused)) throw error;
    const code = error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'CRS_UNKNOWN';
    throw refuseFile(file, [{ code, message: `${file.name}: ${error.message}` }]);
  }
}

/** Each is fetched when the first file of its format comes. */
const READERS = new Map<string, () => Promise<(input: HeightsInput) => Promise<FoundHeights>>>([
  ['geotiff', async () => (await import('./geotiff-heights.ts')).readGeoTiffHeights],
  ['ascii-grid', async () => (await import('./ascii-grid-heights.ts')).readAsciiGridHeights],
]);

async function unpacked(source: ByteSource, { file, options }: { file: InputFile; options: ReadOptions }) {
  const bytes = await gatherBytes(source.chunks(), MAX_MEMORY_BYTES);
  if (bytes === null) {
    const message = `${file.name} is larger than ${MAX_MEMORY_BYTES / 1_000_000} MB when unpacked. Unpack it yourself and load what is inside.`;
    throw refuseFile(file, [{ code: 'TOO_LARGE', message }]);
  }
  const inside = memoryFile(file.name, bytes);
  return { source: await openBytes(inside, options), file: inside };
}

/** Cells are its rows here; those that lie between unknown ones in another system are not known either. */
function reportOf(file: InputFile, { heights }: HeightGrid, found: readonly FileIssue[]): FileReport {
  let unknown = 0;
  for (const height of heights) if (Number.isNaN(height)) unknown++;
  return {
    fileName: file.name,
    bytes: file.size,
    rowsRead: heights.length,
    rowsUsed: heights.length - unknown,
    rowsRepaired: 0,
    rowsLeftOut: unknown,
    issues: unknown > 0 ? [...found, notKnownIssue(unknown, heights.length)] : found,
  };
}
