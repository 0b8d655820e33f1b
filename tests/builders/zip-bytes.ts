import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive to build. What is left out is right; what is given is written as it stands, lies included. */
export interface ZipPart {
  readonly path: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly packedSize?: number;
  readonly size?: number;
  readonly crc?: number;
  /** Where the directory says that it begins. */
  readonly offset?: number;
}

/** The bytes of a zip (PKWARE APPNOTE 6.3): local headers and data, directory, end. */
export function zipBytes(parts: readonly ZipPart[]): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const path = typeof part.path === 'string' ? new TextEncoder().encode(part.path) : part.path;
    const content = part.content ?? '';
    const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const data = part.stored || plain.length === 0 ? plain : deflateRawSync(plain);
    const method = part.method ?? (data === plain ? 0 : 8);
    const fields = [
      20,
      part.encrypted ? 0x801 : 0x800,
      method,
      0,
      0x5a21,
      part.crc ?? crc32(plain),
      part.packedSize ?? data.length,
      part.size ?? plain.length,
      path.length,
      0,
    ];
    const header = record(0x04034b50, fields, LOCAL_WIDTHS);
    directory.push(
      record(0x02014b50, [20, ...fields, 0, 0, 0, 0, part.offset ?? at], DIRECTORY_WIDTHS),
      path,
    );
    local.push(header, path, data);
    at += header.length + path.length + data.length;
  }
  const listed = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [0, 0, parts.length, parts.length, listed, at, 0], END_WIDTHS);
  return joined([...local, ...directory, end]);
}

const LOCAL_WIDTHS = [2, 2, 2, 2, 2, 4, 4, 4, 2, 2];
const DIRECTORY_WIDTHS = [2, ...LOCAL_WIDTHS, 2, 2, 2, 4, 4];
const END_WIDTHS = [2, 2, 2, 2, 4, 4, 2];

function record(signature: number, fields: readonly number[], widths: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + widths.reduce((sum, width) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [i, width] of widths.entries()) {
    if (width === 2) view.setUint16(at, fields[i], true);
    else view.setUint32(at, fields[i] >>> 0, true);
    at += width;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
