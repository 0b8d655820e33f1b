import * as v from 'valibot';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './check-json.ts';
import { packCells, packedCellsSchema, unpackCells } from './content-cells.ts';
import {
  packedShapesSchema,
  packShapes,
  packWritten,
  unpackShapes,
  unpackWritten,
} from './content-shapes.ts';
import { reportSchema } from './dataset-schema.ts';
import { BlockReader, BlockWriter } from './pack-bytes.ts';
import { ProjectRefused } from './project-refused.ts';
import { count, items, text } from './schema-values.ts';
import { sha256 } from './sha-256.ts';

/** One content as it is kept: what a file held, and what reading it reported (null where it was not read from a file). */
export interface KeptContent {
  readonly table: SourceTable;
  readonly report: FileReport | null;
}

/**
 * A content as bytes, exact to the last bit of a coordinate and the same for the same content on every machine:
 * "NSPC", version, length of the header, four zero bytes, the header as canonical JSON, then the columns and shapes, each
 * on a multiple of 8 from the body's start, little-endian. Takes memory for the bytes once; cells are not copied before that,
 * coordinates and the lengths of cells are.
 */
export function writeContent(content: KeptContent): Uint8Array<ArrayBuffer> {
  const { beginning, writer } = packed(content);
  const bytes = writer.finish(beginning.length);
  bytes.set(beginning);
  return bytes;
}

/** The same bytes in pieces that end to end are `writeContent`, for what only reads them through. */
export function* contentPieces(content: KeptContent): Generator<Uint8Array> {
  const { beginning, writer } = packed(content);
  yield beginning;
  yield* writer.pieces();
}

/** All up to the body, and the body's blocks. */
function packed({ table, report }: KeptContent): { beginning: Uint8Array; writer: BlockWriter } {
  const writer = new BlockWriter();
  const { fileName, format, rows, headerAssumed, reading, written } = table;
  const header: ContentHeader = {
    fileName,
    format,
    rows,
    headerAssumed,
    ...(reading ? { reading } : {}),
    columns: table.columns.map((column) => ({ name: column.name, cells: packCells(column, writer) })),
    shapes: packShapes(table.geometry, writer),
    ...(written ? { written: packWritten(written, writer) } : {}),
    report: report as ContentHeader['report'],
  };
  const headerBytes = new TextEncoder().encode(canonicalJson(header));
  const beginning = new Uint8Array(bodyStart(headerBytes.length));
  const view = new DataView(beginning.buffer);
  view.setUint32(0, MAGIC, false);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, headerBytes.length, true);
  beginning.set(headerBytes, PREAMBLE_BYTES);
  return { beginning, writer };
}

/**
 * The content that `bytes` hold; all of it checked first. Throws ProjectRefused: NOT_NOTSPOT, NEWER, TOO_LARGE or
 * DAMAGED. That the bytes are those that were written is for the caller to check (`contentHash`).
 */
export function readContent(bytes: Uint8Array): KeptContent {
  const { header, bodyAt } = readHeader(bytes);
  const reader = new BlockReader(bytes.subarray(bodyAt));
  const { fileName, format, rows, headerAssumed, reading, written, report } = header;
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
    };
    return { table, report };
  } catch (error) {
    const reason = (error as Error).message.replace(/^The pack is (?:damaged|cut short): |\.$/g, '');
    throw new ProjectRefused('DAMAGED', `The data of ${fileName} is damaged: ${reason}.`, fileName);
  }
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
      system: v.strictObject({
        kind: v.picklist(['degrees', 'british-national-grid', 'irish-grid', 'web-mercator', 'other']),
        name: text,
        epsg: v.nullable(v.number()),
        definition: v.nullable(text),
      }),
      swapped: v.boolean(),
      by: v.picklist(['file', 'guess', 'person']),
    }),
  ),
  columns: items(v.strictObject({ name: text, cells: packedCellsSchema })),
  shapes: packedShapesSchema,
  written: v.optional(packedShapesSchema),
  report: v.nullable(reportSchema),
});

type ContentHeader = v.InferOutput<typeof headerSchema>;

function readHeader(bytes: Uint8Array): { header: ContentHeader; bodyAt: number } {
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
  if (result.success) return { header: result.output, bodyAt };
  const part = v.getDotPath(result.issues[0]);
  const where = part ?? 'its header';
  throw new ProjectRefused('DAMAGED', `The data of a file is damaged: ${where} is not as expected.`, part);
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
const VERSION = 1;
const PREAMBLE_BYTES = 16;

function bodyStart(headerLength: number): number {
  return Math.ceil((PREAMBLE_BYTES + headerLength) / 8) * 8;
}
