import * as v from 'valibot';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './check-json.ts';
import { CellRoom, packCells, packedCellsSchema, unpackCells, unpackedSize } from './content-cells.ts';
import {
  packedShapesSchema,
  packShapes,
  packWritten,
  shapesSize,
  unpackShapes,
  unpackWritten,
} from './content-shapes.ts';
import { reportSchema } from './dataset-schema.ts';
import { BlockReader, BlockWriter } from './pack-bytes.ts';
import { cellsPacked, packedHeightsSchema, packHeights, unpackHeights } from './packed-heights.ts';
import { ProjectRefused } from './project-refused.ts';
import { count, items, text } from './schema-values.ts';
import { sha256 } from './sha-256.ts';
import { systemSchema } from './system-schema.ts';

/** One content as it was kept: what a file held. */
export interface KeptContent {
  readonly table: SourceTable;
  /** Where it was kept in form 1: what reading the file reported (null where it was not read from one). */
  readonly former: { readonly report: FileReport | null } | null;
}

/** Most bytes of memory that the data of one file may take, and that of a whole project in a .notspot file. */
export const MOST_CONTENT_MEMORY = 2_500_000_000;

/**
 * A content as bytes, exact to the last bit of a coordinate and the same for the same content on every machine:
 * "NSPC", version, length of the header, four zero bytes, the header as canonical JSON, then the columns and shapes, each
 * on a multiple of 8 from the body's start, little-endian. What reading said of the file is no part of it: its words are
 * another version's to choose. Takes memory for the bytes once; cells are not copied before that, coordinates and the
 * lengths of cells are.
 */
export function writeContent(table: SourceTable): Uint8Array<ArrayBuffer> {
  return whole(packed(table, null));
}

/** The same bytes in pieces that end to end are `writeContent`, for what only reads them through. */
export function* contentPieces(table: SourceTable): Generator<Uint8Array> {
  const { beginning, writer } = packed(table, null);
  yield beginning;
  yield* writer.pieces();
}

/**
 * Whether `hash` names this table: in the form of now, or in form 1, of which the report of reading was a part (null where
 * there was none).
 */
export async function isNameOf(
  hash: string,
  table: SourceTable,
  reports: readonly (FileReport | null)[],
): Promise<boolean> {
  if ((await contentHash(writeContent(table))) === hash) return true;
  for (const report of reports)
    if ((await contentHash(whole(packed(table, { report })))) === hash) return true;
  return false;
}

function whole({ beginning, writer }: Packed): Uint8Array<ArrayBuffer> {
  const bytes = writer.finish(beginning.length);
  bytes.set(beginning);
  return bytes;
}

interface Packed {
  readonly beginning: Uint8Array;
  readonly writer: BlockWriter;
}

/** All up to the body, and the body's blocks. */
function packed(table: SourceTable, former: KeptContent['former']): Packed {
  const writer = new BlockWriter();
  const room = new CellRoom();
  const { fileName, format, rows, headerAssumed, reading, written, heights } = table;
  if (tableSize(table) > MOST_CONTENT_MEMORY) throw tooLarge(fileName);
  const header: ContentHeader = {
    fileName,
    format,
    rows,
    headerAssumed,
    ...(reading ? { reading } : {}),
    columns: table.columns.map((column) => ({ name: column.name, cells: packCells(column, writer, room) })),
    shapes: packShapes(table.geometry, writer),
    ...(written ? { written: packWritten(written, writer) } : {}),
    ...(heights ? { heights: packHeights(heights, writer) } : {}),
    ...(former ? { report: former.report as ContentHeader['report'] } : {}),
  };
  const headerBytes = new TextEncoder().encode(canonicalJson(header));
  const beginning = new Uint8Array(bodyStart(headerBytes.length));
  const view = new DataView(beginning.buffer);
  view.setUint32(0, MAGIC, false);
  view.setUint32(4, former ? 1 : heights ? VERSION : VERSION_WITHOUT_HEIGHTS, true);
  view.setUint32(8, headerBytes.length, true);
  beginning.set(headerBytes, PREAMBLE_BYTES);
  return { beginning, writer };
}

/**
 * The content that `bytes` hold; all of it checked first, and what it would take before memory is taken for it. Throws
 * ProjectRefused: NOT_NOTSPOT, NEWER, TOO_LARGE or DAMAGED. That the bytes are those that were written is for the caller to
 * check (`contentHash`).
 */
export function readContent(bytes: Uint8Array): KeptContent {
  const { header, reader } = readHeader(bytes);
  const { fileName, format, rows, headerAssumed, reading, written, heights, report } = header;
  sizeOf(header, reader);
  try {
    const table: SourceTable = {
      fileName,
      format,
      rows,
      columns: header.columns.map(({ name, cells }) => ({ name, ...unpackCells(cells, rows, reader) })),
      geometry: unpackShapes(header.shapes, rows, reader),
      headerAssumed,
      ...(reading ? { reading } : {}),
      ...(written ? { written: unpackWritten(written, rows, reader) } : {}),
      ...(heights ? { heights: unpackHeights(heights, reader) } : {}),
    };
    return { table, former: report === undefined ? null : { report } };
  } catch (error) {
    throw damaged(fileName, error);
  }
}

/** Bytes of memory that `readContent` takes for a content. Throws what that throws, but for what only the cells tell. */
export function contentSize(bytes: Uint8Array): number {
  const { header, reader } = readHeader(bytes);
  return sizeOf(header, reader);
}

/** The same of a table, without its shapes. */
function tableSize({ columns, rows, heights }: SourceTable): number {
  const cells = 4 * (heights?.heights.length ?? 0);
  return columns.reduce((sum, { offsets }) => sum + offsets[rows] - offsets[0] + 4 * rows, cells);
}

function sizeOf(header: ContentHeader, reader: BlockReader): number {
  const { fileName, rows, columns, shapes, written, heights } = header;
  const room = new CellRoom();
  let size = shapesSize(shapes) + (written ? shapesSize(written) : 0);
  try {
    if (heights) size += 4 * cellsPacked(heights);
    for (const { cells } of columns) {
      const taken = unpackedSize(cells, rows, reader);
      if (!room.takes(taken, cells)) throw tooLarge(fileName);
      size += taken + 4 * rows;
    }
  } catch (error) {
    throw error instanceof ProjectRefused ? error : damaged(fileName, error);
  }
  if (size > MOST_CONTENT_MEMORY) throw tooLarge(fileName);
  return size;
}

function tooLarge(fileName: string): ProjectRefused {
  return new ProjectRefused(
    'TOO_LARGE',
    `The data of ${fileName} unpacks to more than it may: it grows too much, or over ${MOST_CONTENT_MEMORY / 1e9} GB.`,
    fileName,
  );
}

function damaged(fileName: string, error: unknown): ProjectRefused {
  const reason = (error as Error).message.replace(/^The pack is (?:damaged|cut short): |\.$/g, '');
  return new ProjectRefused('DAMAGED', `The data of ${fileName} is damaged: ${reason}.`, fileName);
}

/** The name of a content wherever it is kept: SHA-256 of its bytes, 64 hexadecimal digits in lower case. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  return sha256(bytes);
}

const headerSchema = v.strictObject({
  fileName: text,
  format: text,
  rows: count,
  headerAssumed: v.boolean(),
  reading: v.optional(
    v.strictObject({
      system: systemSchema,
      swapped: v.boolean(),
      by: v.picklist(['file', 'guess', 'person']),
    }),
  ),
  columns: items(v.strictObject({ name: text, cells: packedCellsSchema })),
  shapes: packedShapesSchema,
  written: v.optional(packedShapesSchema),
  heights: v.optional(packedHeightsSchema),
  report: v.optional(v.nullable(reportSchema)),
});

type ContentHeader = v.InferOutput<typeof headerSchema>;

function readHeader(bytes: Uint8Array): { header: ContentHeader; reader: BlockReader } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, false) !== MAGIC)
    throw new ProjectRefused('NOT_NOTSPOT', 'This is not the data of a file kept by Notspot.');
  const version = view.getUint32(4, true);
  if (version > VERSION)
    throw new ProjectRefused(
      'NEWER',
      `The data was written by a newer version of Notspot (form ${version}; this one reads up to ${VERSION}).`,
    );
  const length = view.getUint32(8, true);
  const bodyAt = bodyStart(length);
  if (version < 1 || view.getUint32(12, true) !== 0 || bodyAt > bytes.length)
    throw new ProjectRefused('DAMAGED', 'The data of a file is damaged: its beginning cannot be right.');
  const json = parseJson(
    decoded(bytes.subarray(PREAMBLE_BYTES, PREAMBLE_BYTES + length)),
    'The data of a file',
  );
  const result = v.safeParse(headerSchema, json);
  const odd = result.success ? oddPart(result.output, version) : v.getDotPath(result.issues[0]);
  if (result.success && odd === null)
    return { header: result.output, reader: new BlockReader(bytes.subarray(bodyAt)) };
  const part = odd ?? undefined;
  const where = part ?? 'its header';
  throw new ProjectRefused('DAMAGED', `The data of a file is damaged: ${where} is not as expected.`, part);
}

/** Form 1 always says what reading reported, or null; later ones never do. Form 3 alone has heights. */
function oddPart({ report, heights }: ContentHeader, version: number): string | null {
  if ((version === 1) !== (report !== undefined)) return 'report';
  return (version === VERSION) !== (heights !== undefined) ? 'heights' : null;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProjectRefused('DAMAGED', 'The data of a file is damaged: its header cannot be read.');
  }
}

/** "NSPC" read big-endian. */
const MAGIC = 0x4e535043;
/** 1: with the report of reading. 2: the table alone, still written of all files but those of heights. 3: with its heights. */
const VERSION = 3;
const VERSION_WITHOUT_HEIGHTS = 2;
const PREAMBLE_BYTES = 16;

function bodyStart(headerLength: number): number {
  return Math.ceil((PREAMBLE_BYTES + headerLength) / 8) * 8;
}
