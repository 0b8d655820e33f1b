import type { FileIssue } from '../domain/tables/file-report.ts';

/** The values beside a shapefile's shapes. */
export interface DbfTable {
  readonly columns: readonly string[];
  readonly records: number;
  readonly issues: readonly FileIssue[];
  isDeleted(record: number): boolean;
  /** Hands over every cell of a record as text: numbers with the digits written, dates as year-month-day, yes/no as true/false. */
  readRow(record: number, take: (column: number, text: string) => void): void;
}

/**
 * Reads a dBASE table (level 3 to 7 as shapefiles have it). `cpg`: text of the .cpg, the encoding's name. Numbers stay
 * the digits that are written: identifiers lose nothing. Throws DamagedDbf where it is cut off or its header makes no sense.
 */
export function attributesOf(dbf: Uint8Array, cpg: string | null): DbfTable {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  if (dbf.length < 33)
    throw new DamagedDbf(dbf.length === 0 ? 'it is empty' : 'it is cut off in its header', 1);
  const records = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes < 33 || headerBytes > dbf.length || recordBytes < 1)
    throw new DamagedDbf('its header makes no sense', Math.max(1, records));
  const whole = Math.floor((dbf.length - headerBytes) / recordBytes);
  if (whole < records) {
    throw new DamagedDbf(
      `${(records - whole).toLocaleString('en-GB')} of ${records.toLocaleString('en-GB')} rows are missing`,
      records - whole,
    );
  }
  const { decode, issues } = decoderFor(cpg, dbf[29]);
  const fields = fieldsOf(dbf, headerBytes, recordBytes, decode);
  const startOf = (record: number) => headerBytes + record * recordBytes;
  return {
    columns: fields.map(({ name }) => name),
    records,
    issues,
    isDeleted: (record) => dbf[startOf(record)] === DELETED,
    readRow: (record, take) => {
      const start = startOf(record);
      fields.forEach(({ type, offset, bytes }, column) => {
        const cell = dbf.subarray(start + offset, start + offset + bytes);
        take(column, cellText(type, cell, decode));
      });
    },
  };
}

/** A .dbf that cannot be read whole; so many of its rows are missing. */
export class DamagedDbf extends Error {
  readonly missing: number;

  constructor(reason: string, missing: number) {
    super(reason);
    this.missing = missing;
  }
}

const DELETED = 0x2a;
const END_OF_FIELDS = 0x0d;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly bytes: number;
}

function fieldsOf(
  dbf: Uint8Array,
  headerBytes: number,
  recordBytes: number,
  decode: (bytes: Uint8Array) => string,
): Field[] {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerBytes && dbf[at] !== END_OF_FIELDS; at += 32) {
    const raw = dbf.subarray(at, at + 11);
    const end = raw.indexOf(0);
    const name = decode(end < 0 ? raw : raw.subarray(0, end)).trim();
    const type = String.fromCharCode(dbf[at + 11]);
    // A long text column keeps the upper half of its length where numbers keep their decimals.
    const bytes = type === 'C' ? dbf[at + 16] + 256 * dbf[at + 17] : dbf[at + 16];
    const taken = offset + bytes <= recordBytes ? bytes : dbf[at + 16];
    fields.push({ name, type, offset, bytes: taken });
    offset += taken;
  }
  if (offset > recordBytes) throw new DamagedDbf('its columns are wider than its rows', 1);
  return fields;
}

function cellText(type: string, cell: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  switch (type) {
    case 'N':
    case 'F': {
      const text = ascii(cell).trim();
      // Stars stand where a number was too wide, and where it is not known.
      return /^\*+$/.test(text) ? '' : text;
    }
    case 'D': {
      const text = ascii(cell).trim();
      const date = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
      if (!date) return /^0*$/.test(text) ? '' : text;
      return text === '00000000' ? '' : `${date[1]}-${date[2]}-${date[3]}`;
    }
    case 'L': {
      const mark = ascii(cell).toUpperCase();
      if (mark === 'T' || mark === 'Y') return 'true';
      return mark === 'F' || mark === 'N' ? 'false' : '';
    }
    case 'I':
      return cell.length === 4 ? String(viewOf(cell).getInt32(0, true)) : '';
    case 'O':
    case 'B':
      return cell.length === 8 ? String(viewOf(cell).getFloat64(0, true)) : ascii(cell).trim();
    default: {
      let end = cell.length;
      while (end > 0 && (cell[end - 1] === 0x20 || cell[end - 1] === 0)) end--;
      const zero = cell.indexOf(0);
      return decode(cell.subarray(0, zero >= 0 && zero < end ? zero : end));
    }
  }
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) if (byte !== 0) text += String.fromCharCode(byte);
  return text;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The encoding by the .cpg, else by the table's language byte; without either UTF-8 where it is that, else Windows-1252. */
function decoderFor(cpg: string | null, languageByte: number) {
  const named = cpg?.replaceAll('\0', '').trim() ?? '';
  let label = encodingNamed(named) ?? LANGUAGES.get(languageByte) ?? null;
  const issues: FileIssue[] = [];
  if (named !== '' && encodingNamed(named) === null) {
    issues.push({
      code: 'BAD_ENCODING',
      outcome: 'note',
      message: 'The .cpg names no known encoding: UTF-8 or Windows-1252 was taken. Check accents.',
      count: 1,
      examples: [],
    });
  }
  label ??= 'utf-8';
  const strict = new TextDecoder(label, { fatal: label === 'utf-8', ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  const decode = (bytes: Uint8Array) => {
    try {
      return strict.decode(bytes);
    } catch {
      return western.decode(bytes);
    }
  };
  return { decode, issues };
}

function encodingNamed(name: string): string | null {
  if (name === '' || name.length > 40) return null;
  const number = /^(?:cp|ansi|oem|windows|iso)?[\s_-]*(\d{3,5})(?:[\s_-]*(\d{1,2}))?$/i.exec(name);
  const tried = number
    ? number[1] === '65001'
      ? 'utf-8'
      : number[1].startsWith('8859')
        ? `iso-8859-${number[2] ?? (number[1].slice(4) || '1')}`
        : number[1].startsWith('125')
          ? `windows-${number[1]}`
          : `ibm${number[1]}`
    : name;
  try {
    return new TextDecoder(tried).encoding;
  } catch {
    return null;
  }
}

/** Language bytes of dBASE headers that name an encoding browsers read. */
const LANGUAGES = new Map([
  [0x03, 'windows-1252'],
  [0x57, 'windows-1252'],
  [0x58, 'windows-1252'],
  [0x59, 'windows-1252'],
  [0x26, 'ibm866'],
  [0x65, 'ibm866'],
  [0xc8, 'windows-1250'],
  [0xc9, 'windows-1251'],
  [0xca, 'windows-1254'],
  [0xcb, 'windows-1253'],
  [0xcc, 'windows-1257'],
]);
