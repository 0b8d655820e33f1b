import type { FileIssue, IssueCode } from '../domain/tables/file-report.ts';
import type { ByteSource } from './byte-source.ts';
import { guessLayout } from './csv-layout.ts';
import { isAsciiGrid, isHeightTileName } from './height-grid-names.ts';
import { hasProjectMark } from './project-file-mark.ts';
import { type Unread, unreadMessage } from './unread-formats.ts';
import { xmlRoot } from './xml-root.ts';

/** The formats that are read. */
export type Format =
  | 'csv'
  | 'geojson'
  | 'json'
  | 'topojson'
  | 'zip'
  | 'kml'
  | 'gpx'
  | 'geopackage'
  | 'flatgeobuf'
  | 'geoparquet'
  | 'geotiff'
  | 'ascii-grid'
  | 'height-tile'
  | 'notspot';

/** What a file is, or why it is none that is read. */
export type Detected =
  | { readonly format: Format; readonly note: FileIssue | null }
  | { readonly format: null; readonly code: IssueCode; readonly message: string };

/**
 * Tells the format by the first bytes. The name only decides between a broken file of its kind and another format, and
 * is remarked on where it says something else.
 */
export function detectFormat(source: ByteSource): Detected {
  const { head, name } = source;
  const extension = extensionOf(name);
  if (hasProjectMark(head)) return { format: 'notspot', note: null };
  const known = KNOWN_BYTES.find(({ bytes, at = 0 }) => bytes.every((byte, i) => head[at + i] === byte));
  if (known) return 'format' in known ? taken(name, known.format) : refused(name, known.unread);
  if (isHeightTileName(name) && !isText(head)) return { format: 'height-tile', note: null };
  if (BINARY_NAMES.has(extension) && !isText(head))
    return { format: BINARY_NAMES.get(extension) as Format, note: null };
  if (head.length === 0 && !JSON_NAMES.has(extension))
    return { format: null, code: 'EMPTY', message: `${name} is empty. Check the download.` };
  const first = firstMark(head);
  if (first === '{' || first === '[') return taken(name, jsonFormat(head, extension));
  if (first === '<') return detectXml(name, extension, head);
  if (XML_NAMES.has(extension)) return { format: extension as Format, note: null };
  if (head.includes(0) && !JSON_NAMES.has(extension)) return refused(name, 'binary');
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  if (isAsciiGrid(text)) return { format: 'ascii-grid', note: null };
  const isTable = text.includes(guessLayout(head).delimiter) && /[\r\n]/.test(text.trim());
  if (JSON_NAMES.has(extension)) return isTable ? taken(name, 'csv') : { format: 'geojson', note: null };
  if (TABLE_NAMES.has(extension)) return { format: 'csv', note: null };
  return isTable ? taken(name, 'csv') : refused(name, 'text');
}

/** First bytes that tell a format, the first match counts; `at` is where they stand. One line each. */
const KNOWN_BYTES: readonly (
  | { readonly bytes: readonly number[]; readonly at?: number; readonly format: Format }
  | { readonly bytes: readonly number[]; readonly at?: number; readonly unread: Unread }
)[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], format: 'zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], format: 'zip' },
  { bytes: [0x50, 0x4b, 0x07, 0x08], format: 'zip' },
  { bytes: [0x25, 0x50, 0x44, 0x46], unread: 'pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], unread: 'picture' },
  { bytes: [0xff, 0xd8, 0xff], unread: 'picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], unread: 'picture' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, unread: 'picture' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], format: 'geotiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], format: 'geotiff' },
  { bytes: [0x49, 0x49, 0x2b, 0x00], format: 'geotiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2b], format: 'geotiff' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], format: 'geopackage' },
  { bytes: [0x66, 0x67, 0x62], format: 'flatgeobuf' },
  { bytes: [0x50, 0x4d, 0x54, 0x69, 0x6c, 0x65, 0x73], unread: 'basemap' },
  { bytes: [0x00, 0x00, 0x27, 0x0a], unread: 'shapefile-part' },
  { bytes: [0x50, 0x41, 0x52, 0x31], format: 'geoparquet' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], unread: 'old-office' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], unread: 'other-archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], unread: 'other-archive' },
  { bytes: [0x42, 0x5a, 0x68], unread: 'other-archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], unread: 'other-archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], unread: 'other-archive' },
  { bytes: [0x1f, 0x8b], unread: 'other-archive' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, unread: 'other-archive' },
];

/** Names that make a file without known first bytes a broken one of that format, unless it is text. */
const BINARY_NAMES: ReadonlyMap<string, Format> = new Map([
  ['zip', 'zip'],
  ['kmz', 'zip'],
  ['gpkg', 'geopackage'],
  ['fgb', 'flatgeobuf'],
  ['parquet', 'geoparquet'],
  ['geoparquet', 'geoparquet'],
  ['tif', 'geotiff'],
  ['tiff', 'geotiff'],
  ['notspot', 'notspot'],
]);
const JSON_NAMES: ReadonlySet<string> = new Set(['json', 'geojson', 'topojson']);
const XML_NAMES: ReadonlySet<string> = new Set(['kml', 'gpx']);
const TABLE_NAMES: ReadonlySet<string> = new Set(['csv', 'tsv', 'txt', 'tab']);

/** Names that fit each format; another one is remarked on. Formats not named here go by any name. */
const FITTING_NAMES: Partial<Record<Format, { readonly names: ReadonlySet<string>; readonly what: string }>> =
  {
    csv: { names: TABLE_NAMES, what: 'a table (CSV)' },
    geojson: { names: JSON_NAMES, what: 'GeoJSON' },
    json: { names: JSON_NAMES, what: 'a list of records (JSON)' },
    topojson: { names: JSON_NAMES, what: 'TopoJSON' },
    zip: {
      names: new Set(['zip', 'kmz', 'xlsx', 'xlsm', 'ods', 'odt', 'docx', 'pptx']),
      what: 'a zip archive',
    },
    kml: { names: new Set(['kml', 'xml']), what: 'KML' },
    gpx: { names: new Set(['gpx', 'xml']), what: 'GPX' },
  };

function taken(name: string, format: Format): Detected {
  const fitting = FITTING_NAMES[format];
  const extension = extensionOf(name);
  const note =
    !fitting || !extension || fitting.names.has(extension) || isPlain(format, extension)
      ? null
      : misnamed(name, fitting.what);
  return { format, note };
}

/** A table may go by any name that is none of another format. */
function isPlain(format: Format, extension: string): boolean {
  return (
    format === 'csv' &&
    !JSON_NAMES.has(extension) &&
    !XML_NAMES.has(extension) &&
    !BINARY_NAMES.has(extension)
  );
}

function refused(name: string, unread: Unread): Detected {
  return {
    format: null,
    code: unread === 'basemap' ? 'BASEMAP' : 'UNKNOWN_FORMAT',
    message: unreadMessage(name, unread),
  };
}

function jsonFormat(head: Uint8Array, extension: string): Format {
  const text = new TextDecoder().decode(head);
  if (text.trimStart().startsWith('[')) return 'json';
  if (/"type"\s*:\s*"Feature(?:Collection)?"/.test(text)) return 'geojson';
  const isTopology =
    extension === 'topojson' ||
    /"type"\s*:\s*"Topology"/.test(text) ||
    /^\s*\{\s*"(?:arcs|objects|transform)"\s*:/.test(text);
  return isTopology ? 'topojson' : 'geojson';
}

function detectXml(name: string, extension: string, head: Uint8Array): Detected {
  const { root, hasDoctype } = xmlRoot(head);
  if (root === 'kml' || root === 'gpx') return taken(name, root);
  if (root === 'html') return refused(name, 'web-page');
  if (root === 'svg') return refused(name, 'picture');
  if (hasDoctype || (XML_NAMES.has(extension) && root === null))
    return { format: XML_NAMES.has(extension) ? (extension as Format) : 'kml', note: null };
  if (root === 'FeatureCollection') return refused(name, 'gml');
  if (root === 'osm' || root === 'osmChange') return refused(name, 'osm-xml');
  if (root === 'Document' || root === 'Placemark' || root === 'Folder') return taken(name, 'kml');
  return refused(name, 'xml');
}

function misnamed(name: string, what: string): FileIssue {
  return {
    code: 'WRONG_EXTENSION',
    outcome: 'note',
    message: `${name} holds ${what}, whatever its name says, and was read as that.`,
    count: 1,
    examples: [],
  };
}

function firstMark(head: Uint8Array): string {
  for (const byte of head) if (byte > 32) return String.fromCharCode(byte);
  return '';
}

function isText(head: Uint8Array): boolean {
  return head.length > 0 && !head.subarray(0, 4096).some((byte) => byte < 9);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1].toLowerCase() ?? '';
}
