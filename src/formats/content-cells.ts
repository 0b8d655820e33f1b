import * as v from 'valibot';
import type { TextColumn } from '../domain/tables/text-column.ts';
import { blockSchema } from './block-schema.ts';
import type { Block, BlockReader, BlockWriter } from './pack-bytes.ts';
import { findWords } from './repeated-cells.ts';

/** How the cells of a column lie in a content. Both ways give back the very same bytes. */
export type PackedCells =
  /** Cells end to end, and the length of each in bytes. */
  | { readonly encoding: 'plain'; readonly bytes: Block; readonly lengths: Block }
  /** Each different cell once in order of first use, its length, and which one stands in each row. */
  | {
      readonly encoding: 'dictionary';
      readonly bytes: Block;
      readonly lengths: Block;
      readonly index: Block;
    };

export const packedCellsSchema = v.variant('encoding', [
  v.strictObject({ encoding: v.literal('plain'), bytes: blockSchema, lengths: blockSchema }),
  v.strictObject({
    encoding: v.literal('dictionary'),
    bytes: blockSchema,
    lengths: blockSchema,
    index: blockSchema,
  }),
]);

/**
 * How far the repeated cells of one content may grow: to ten times their size, and 128 MB beyond that in all columns
 * together. A dictionary can name one long word many times: this stops a small file from filling the memory.
 */
export class CellRoom {
  private left = FREE_GROWTH_BYTES;

  /** True where cells that unpack to `bytes` still have room, which is then theirs. */
  takes(bytes: number, packed: PackedCells): boolean {
    return packed.encoding === 'plain' || this.hasFor(bytes, dictionarySize(packed));
  }

  /** The same for a dictionary of `size` bytes. */
  hasFor(bytes: number, size: number): boolean {
    const over = Math.max(0, bytes - size * USUAL_GROWTH);
    if (over > this.left || bytes > size * MOST_GROWTH) return false;
    this.left -= over;
    return true;
  }
}

/** Writes a column: as a dictionary where that is smaller and has room to be unpacked. */
export function packCells({ bytes, offsets }: TextColumn, writer: BlockWriter, room: CellRoom): PackedCells {
  const rows = offsets.length - 1;
  const words = findWords({ bytes, offsets });
  if (words) {
    const packed = words.bytes.length + words.lengths.length + rows * (words.lengths.length < 257 ? 1 : 2);
    const plain = offsets[rows] - offsets[0];
    if (packed < plain + rows && room.hasFor(plain, packed))
      return {
        encoding: 'dictionary',
        bytes: writer.bytes(words.bytes),
        lengths: writer.counts(words.lengths),
        index: writer.counts(words.index),
      };
  }
  return {
    encoding: 'plain',
    bytes: writer.bytes(bytes.subarray(offsets[0], offsets[rows])),
    lengths: writer.counts(lengthsOf(offsets)),
  };
}

/**
 * Bytes that `rows` cells unpack to. Throws a plain-worded Error where blocks do not add up to that; takes memory only in
 * proportion to the blocks.
 */
export function unpackedSize(packed: PackedCells, rows: number, reader: BlockReader): number {
  if (packed.encoding === 'plain') return reader.lengthOf(packed.bytes);
  const lengths = reader.counts(packed.lengths);
  const index = indexOf(packed, rows, reader);
  let total = 0;
  for (let row = 0; row < rows; row++) total += lengths[index[row]] ?? noWord();
  return total;
}

/** Reads `rows` cells back, whose size (`unpackedSize`) was found to have room. Throws as that does. */
export function unpackCells(
  packed: PackedCells,
  rows: number,
  reader: BlockReader,
): Omit<TextColumn, 'name'> {
  if (packed.encoding === 'plain') return unpackPlain(packed, rows, reader);
  const words = unpackPlain(packed, packed.lengths.items, reader);
  const index = indexOf(packed, rows, reader);
  const offsets = new Uint32Array(rows + 1);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const word = index[row];
    if (word + 1 >= words.offsets.length) noWord();
    total += words.offsets[word + 1] - words.offsets[word];
    offsets[row + 1] = total;
  }
  const bytes = new Uint8Array(total);
  for (let row = 0; row < rows; row++) {
    const end = words.offsets[index[row] + 1];
    let to = offsets[row];
    for (let from = words.offsets[index[row]]; from < end; from++) bytes[to++] = words.bytes[from];
  }
  return { bytes, offsets };
}

function unpackPlain(
  packed: Pick<PackedCells, 'bytes' | 'lengths'>,
  rows: number,
  reader: BlockReader,
): Omit<TextColumn, 'name'> {
  const lengths = reader.counts(packed.lengths);
  if (lengths.length !== rows) throw new Error(`a column has ${lengths.length} cells, not ${rows}`);
  const offsets = new Uint32Array(rows + 1);
  let end = 0;
  for (let i = 0; i < rows; i++) {
    end += lengths[i];
    offsets[i + 1] = end;
  }
  if (end !== packed.bytes.bytes) throw new Error('the cells of a column do not fill its bytes');
  return { bytes: reader.bytes(packed.bytes), offsets };
}

function indexOf({ index }: Dictionary, rows: number, reader: BlockReader): Uint32Array {
  const found = reader.counts(index);
  if (found.length !== rows) throw new Error(`a column has ${found.length} cells, not ${rows}`);
  return found;
}

type Dictionary = Extract<PackedCells, { encoding: 'dictionary' }>;

function noWord(): never {
  throw new Error('a column names a word that it does not hold');
}

function dictionarySize({ bytes, lengths, index }: Dictionary): number {
  return bytes.bytes + lengths.bytes + index.bytes;
}

function lengthsOf(offsets: Uint32Array): Uint32Array {
  const lengths = new Uint32Array(offsets.length - 1);
  for (let i = 0; i < lengths.length; i++) lengths[i] = offsets[i + 1] - offsets[i];
  return lengths;
}

const USUAL_GROWTH = 10;
/** Of one column, whatever room there is. */
const MOST_GROWTH = 100;
const FREE_GROWTH_BYTES = 128_000_000;
