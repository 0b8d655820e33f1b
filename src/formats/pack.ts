import type { Project } from '../domain/project/project.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { BlockReader, BlockWriter } from './pack-bytes.ts';
import { packGeometry, unpackGeometry } from './pack-geometry.ts';
import { type PackHeader, readPackHeader } from './pack-header.ts';
import { packText, unpackText } from './pack-text.ts';
import { packHeights, unpackHeights } from './packed-heights.ts';

/** A project together with the files it is made of: the demo borough, or a large generated one. */
export interface Pack {
  readonly project: Project;
  readonly contents: readonly PackContent[];
}

/** One file of a pack. */
export interface PackContent {
  readonly contentId: string;
  readonly table: SourceTable;
}

/**
 * The pack as bytes: "NSPK", version, length of the header, four zero bytes, the header as JSON, then the columns,
 * each on a multiple of 8 from the body's start, little-endian. Coordinates are rounded to 1e-7 degree; all else is
 * kept to the byte. Throws RangeError for a coordinate that is no position.
 */
export function writePack(pack: Pack): Uint8Array {
  const writer = new BlockWriter();
  const header: PackHeader = {
    project: pack.project,
    contents: pack.contents.map(({ contentId, table }) => ({
      contentId,
      fileName: table.fileName,
      format: table.format,
      rows: table.rows,
      headerAssumed: table.headerAssumed,
      columns: table.columns.map((column) => ({ name: column.name, text: packText(column, writer) })),
      geometry: packGeometry(table.geometry, writer),
      ...(table.heights ? { heights: packHeights(table.heights, writer) } : {}),
    })),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const body = writer.finish();
  const bodyAt = bodyStart(headerBytes.length);
  const bytes = new Uint8Array(bodyAt + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, false);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, headerBytes.length, true);
  bytes.set(headerBytes, PREAMBLE_BYTES);
  bytes.set(body, bodyAt);
  return bytes;
}

/**
 * The pack that `bytes` hold. Everything is checked before it is returned; throws an Error in plain words for bytes
 * that are no pack, of a newer version, cut short or damaged.
 */
export function readPack(bytes: Uint8Array): Pack {
  if (bytes.length < PREAMBLE_BYTES) throw new Error('This is not a Notspot pack: it is too short.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, false) !== MAGIC)
    throw new Error('This is not a Notspot pack: it does not begin with NSPK.');
  const version = view.getUint32(4, true);
  if (version !== VERSION)
    throw new Error(`This pack is of version ${version}; this Notspot reads version ${VERSION}.`);
  const headerLength = view.getUint32(8, true);
  const bodyAt = bodyStart(headerLength);
  if (bodyAt > bytes.length) throw new Error('The pack is cut short: it ends within its header.');
  const header = readPackHeader(bytes.subarray(PREAMBLE_BYTES, PREAMBLE_BYTES + headerLength));
  const reader = new BlockReader(bytes.subarray(bodyAt));
  return {
    project: header.project,
    contents: header.contents.map((content) => ({
      contentId: content.contentId,
      table: {
        fileName: content.fileName,
        format: content.format,
        rows: content.rows,
        columns: content.columns.map(({ name, text }) => unpackText(name, text, content.rows, reader)),
        geometry: unpackGeometry(content.geometry, content.rows, reader),
        headerAssumed: content.headerAssumed,
        ...(content.heights ? { heights: unpackHeights(content.heights, reader) } : {}),
      },
    })),
  };
}

/** "NSPK" read big-endian. */
const MAGIC = 0x4e53504b;
const VERSION = 1;
const PREAMBLE_BYTES = 16;

function bodyStart(headerLength: number): number {
  return Math.ceil((PREAMBLE_BYTES + headerLength) / 8) * 8;
}
