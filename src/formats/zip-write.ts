import { crc32 } from './crc-32.ts';

/** One file of a zip to be written. */
export interface ZipEntry {
  /** Relative path with forward slashes, in ASCII letters. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Put in as it is; else packed, unless that makes it over 100 times smaller: such entries look like bombs. */
  readonly stored?: boolean;
}

/**
 * A zip of the entries in their order (PKWARE APPNOTE 6.3: version 2.0, no data descriptors, no extra fields). All are
 * dated 1 January 1980, so that the same entries give the same bytes wherever the browser packs alike. Holds one entry in
 * memory at a time. Throws RangeError beyond 65,534 entries or 4 GB.
 */
export async function zipOf(entries: AsyncIterable<ZipEntry>): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for await (const { path, bytes, stored = false } of entries) {
    const name = new TextEncoder().encode(path);
    const packed = stored ? null : await deflated(bytes);
    const isPacked =
      packed !== null && packed.size < bytes.length && packed.size * MOST_GROWTH >= bytes.length;
    const data = isPacked ? packed : new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const fields: Field[] = [
      [20, 2],
      [UTF8_NAMES, 2],
      [isPacked ? DEFLATED : 0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(bytes), 4],
      [data.size, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ];
    directory.push(record(DIRECTORY_ENTRY, [[20, 2], ...fields, ...DIRECTORY_TAIL, [at, 4]]), name);
    const header = record(LOCAL_HEADER, fields);
    parts.push(header, name, data);
    at += header.length + name.length + data.size;
    if (at > LARGEST || directory.length / 2 > MOST_ENTRIES)
      throw new RangeError('A zip holds at most 65,534 files and 4 GB.');
  }
  const listed = directory.reduce((sum, { length }) => sum + length, 0);
  const count = directory.length / 2;
  const end = record(END, [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listed, 4],
    [at, 4],
    [0, 2],
  ]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

type Field = readonly [value: number, width: 2 | 4];

function record(signature: number, fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

async function deflated(bytes: Uint8Array): Promise<Blob> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Response(stream).blob();
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
/** 1 January 1980 as MS-DOS writes it. */
const FIRST_DAY = 0x21;
/** Comment, disk and attributes of a directory entry: none. */
const DIRECTORY_TAIL: readonly Field[] = [
  [0, 2],
  [0, 2],
  [0, 2],
  [0, 4],
];
const MOST_GROWTH = 100;
const MOST_ENTRIES = 65_534;
const LARGEST = 0xffffffff;
