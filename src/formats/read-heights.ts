import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import type { FileIssue, FileReport } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { FileHeights } from '../domain/terrain/file-heights.ts';
import { gridOfRaster } from '../domain/terrain/grid-of-raster.ts';
import type { HeightGrid, HeightPart } from '../domain/terrain/height-grid.ts';
import { HeightsRefused } from '../domain/terrain/heights-refused.ts';
import { type ByteSource, type InputFile, openBytes, type ReadOptions } from './byte-source.ts';
import { detectFormat } from './detect-format.ts';
import { heightsSaid, notKnownIssue } from './heights-in-words.ts';
import { systemAsked } from './heights-system.ts';
import { gatherBytes, MAX_MEMORY_BYTES, memoryFile } from './memory-file.ts';

/** What the user says of a file of heights. */
export interface HeightsAsked {
  readonly kind: HeightPart['kind'];
  readonly vintage: string | null;
  /** The system of a file that names none; null: it must name one. */
  readonly system: CoordinateSystem | null;
  /** West, south, east and north in degrees of what is needed; null: all of it. Other cells are not read where the file allows. */
  readonly box: readonly [number, number, number, number] | null;
}

/** Which cells a reader of one format gives. `system` 'later': of a file that names none a person says it before it is used. */
export interface CellsAsked {
  readonly system: HeightsAsked['system'] | 'later';
  readonly box: HeightsAsked['box'];
}

/** Heights of a file, with what became of its cells. */
export interface ReadHeights {
  readonly grid: HeightGrid;
  readonly report: FileReport;
}

/** What a reader of one format works on. `file` is unpacked. */
export interface HeightsInput {
  readonly source: ByteSource;
  readonly file: InputFile;
  readonly options: ReadOptions;
  readonly asked: CellsAsked;
}

/** What a reader of one format finds: heights in metres, and what the file says 0 is. */
export interface FoundHeights {
  readonly heights: FileHeights;
  readonly issues: readonly FileIssue[];
  /** What the file says of itself in words: title, description; '' for none. */
  readonly words: string;
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
