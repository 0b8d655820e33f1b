import type { FileIssue, IssueCode } from '../domain/tables/file-report.ts';
import type { ByteSource } from './byte-source.ts';
import { guessLayout } from './csv-layout.ts';

/** The formats that are read. */
export type Format = 'csv' | 'geojson';

/** What a file is, or why it is none that is read. */
export type Detected =
  | { readonly format: Format; readonly note: FileIssue | null }
  | { readonly format: null; readonly code: IssueCode; readonly message: string };

/**
 * Tells the format by the first bytes. The name only decides between a broken JSON and a table of one column, and is
 * remarked on where it says something else.
 */
export function detectFormat(source: ByteSource): Detected {
  const { head, name } = source;
  if (head.length === 0 && !jsonNamed(name))
    return { format: null, code: 'EMPTY', message: `${name} is empty. Check the download.` };
  const known = KNOWN_BYTES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (known) return unread(name, known.what);
  const first = firstMark(head);
  if (first === '{' || first === '[')
    return {
      format: 'geojson',
      note: jsonNamed(name) || !extensionOf(name) ? null : misnamed(name, 'GeoJSON'),
    };
  if (head.includes(0) && !jsonNamed(name)) return unread(name, 'no text');
  if (first === '<') return unread(name, 'XML or a web page');
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  const isTable = text.includes(guessLayout(head).delimiter) && /[\r\n]/.test(text.trim());
  if (jsonNamed(name))
    return isTable
      ? { format: 'csv', note: misnamed(name, 'a table (CSV)') }
      : { format: 'geojson', note: null };
  if (tableNamed(name)) return { format: 'csv', note: null };
  return isTable ? { format: 'csv', note: null } : unread(name, 'plain text');
}

const KNOWN_BYTES = [
  { what: 'a zip archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { what: 'a picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a raster (TIFF)', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'a raster (TIFF)', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'a database (SQLite, GeoPackage)', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { what: 'a Shapefile without its zip', bytes: [0x00, 0x00, 0x27, 0x0a] },
  { what: 'an old Excel workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: 'a Parquet file', bytes: [0x50, 0x41, 0x52, 0x31] },
];

function unread(name: string, what: string): Detected {
  return {
    format: null,
    code: 'UNKNOWN_FORMAT',
    message: `${name} is ${what}, which is not read yet. Save it as GeoJSON or CSV and load that.`,
  };
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

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1].toLowerCase() ?? '';
}

function jsonNamed(name: string): boolean {
  return ['json', 'geojson', 'topojson'].includes(extensionOf(name));
}

function tableNamed(name: string): boolean {
  return ['csv', 'tsv', 'txt', 'tab'].includes(extensionOf(name));
}
