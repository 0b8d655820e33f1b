import type { ArchiveMember } from './archive-member.ts';
import { openBytes } from './byte-source.ts';
import { detectFormat } from './detect-format.ts';
import type { Unread } from './unread-formats.ts';

/**
 * What is done with one file of an archive: read from a stream, read in slices from memory, read with the other parts of
 * its Shapefile, part of one, left alone, or a reason to refuse the archive.
 */
export type MemberKind = 'streamed' | 'in-memory' | 'shapefile' | 'shapefile-part' | 'skipped' | 'archive';

/** `stems`: the Shapefiles in the archive, as `shapefileStem` gives them. Looks into the file only where the name is silent. */
export async function memberKind(member: ArchiveMember, stems: ReadonlySet<string>): Promise<MemberKind> {
  const { path } = member;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.split('/').includes('__MACOSX') || name.startsWith('.')) return 'skipped';
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase() ?? '';
  if (extension === 'shp') return 'shapefile';
  if (member.size === 0) return 'skipped';
  if (stems.has(shapefileStem(path)) && SHAPEFILE_PARTS.has(extension)) return 'shapefile-part';
  if (ARCHIVES.has(extension)) return 'archive';
  if (STREAMED.has(extension)) return 'streamed';
  if (IN_SLICES.has(extension)) return 'in-memory';
  if (!LOOKED_INTO.has(extension) || ABOUT_DATA.test(name)) return 'skipped';
  return looksLikeData(member, extension);
}

/** The path without its extension, in lower case: one for all parts of a Shapefile. "a.shp.xml" has the stem of "a.shp". */
export function shapefileStem(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.shp\.xml$/, '')
    .replace(/\.[a-z0-9]+$/, '');
}

/** True for a name of a format that is read, whatever the file holds. */
export function hasDataName(path: string): boolean {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1].toLowerCase() ?? '';
  return extension === 'shp' || STREAMED.has(extension) || IN_SLICES.has(extension);
}

/** Tells an Office file, which is a zip inside; null for any other archive. */
export function officeKind(paths: readonly string[]): Unread | null {
  if (paths.includes('xl/workbook.xml') || paths.includes('xl/workbook.bin')) return 'excel-workbook';
  if (paths.includes('word/document.xml') || paths.includes('ppt/presentation.xml')) return 'document';
  if (paths.includes('mimetype') && paths.includes('content.xml')) return 'open-sheet';
  return null;
}

const STREAMED: ReadonlySet<string> = new Set(['csv', 'tsv', 'geojson', 'json', 'topojson', 'kml', 'gpx']);
const IN_SLICES: ReadonlySet<string> = new Set([
  'gpkg',
  'fgb',
  'parquet',
  'geoparquet',
  'tif',
  'tiff',
  'asc',
  'pmtiles',
]);
const ARCHIVES: ReadonlySet<string> = new Set([
  'zip',
  'kmz',
  '7z',
  'rar',
  'gz',
  'tgz',
  'tar',
  'bz2',
  'xz',
  'notspot',
]);
const SHAPEFILE_PARTS: ReadonlySet<string> = new Set([
  'dbf',
  'shx',
  'prj',
  'cpg',
  'sbn',
  'sbx',
  'qix',
  'qpj',
  'qmd',
  'qml',
  'sld',
  'xml',
  'idx',
  'fbn',
  'fbx',
  'ain',
  'aih',
  'cst',
]);
const LOOKED_INTO: ReadonlySet<string> = new Set(['', 'txt', 'tab', 'dat', 'xml']);
/** Files that tell about the data beside them. */
const ABOUT_DATA = /read.?me|licen[cs]e|copyright|metadata|contents|terms/i;

async function looksLikeData(member: ArchiveMember, extension: string): Promise<MemberKind> {
  const options = { onProgress: () => undefined, signal: new AbortController().signal };
  // Without its name a text only counts as a table by its look.
  const source = await openBytes(
    { ...member.asFile(), name: extension === 'xml' ? member.path : 'member' },
    options,
  );
  const { format } = detectFormat(source);
  await source.close();
  if (format === null) return 'skipped';
  if (format === 'zip') return 'archive';
  if (extension === 'xml' && format === 'csv') return 'skipped';
  return format === 'csv' ||
    format === 'geojson' ||
    format === 'json' ||
    format === 'topojson' ||
    format === 'kml' ||
    format === 'gpx'
    ? 'streamed'
    : 'in-memory';
}
