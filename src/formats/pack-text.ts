import type { TextColumn } from '../domain/tables/text-column.ts';
import type { Block, BlockReader, BlockWriter } from './pack-bytes.ts';

/** How a text column lies in a pack. Each way gives back the very same bytes. */
export type PackedText =
  /** Cells end to end, and the length of each in bytes. */
  | { readonly encoding: 'plain'; readonly bytes: Block; readonly lengths: Block }
  /** Each different cell once, and which one stands in each row. */
  | { readonly encoding: 'dictionary'; readonly words: PackedText; readonly index: Block }
  /** Every cell is a whole number written without sign, point or leading zero. */
  | { readonly encoding: 'integers'; readonly numbers: Block }
  /** Each cell cut in two after its last number: "12 " and "Mill Lane". */
  | { readonly encoding: 'halves'; readonly head: PackedText; readonly tail: PackedText };

/** Writes a column in the way that suits its cells. */
export function packText(column: TextColumn, writer: BlockWriter): PackedText {
  const cells = binaryCells(column);
  return packCells(cells, writer, true);
}

/** Reads `rows` cells back. Throws a plain-worded Error where blocks do not add up to that. */
export function unpackText(name: string, packed: PackedText, rows: number, reader: BlockReader): TextColumn {
  switch (packed.encoding) {
    case 'plain': {
      const bytes = reader.bytes(packed.bytes);
      const lengths = reader.counts(packed.lengths);
      checkRows(name, lengths.length, rows);
      const offsets = new Uint32Array(rows + 1);
      let end = 0;
      for (let i = 0; i < rows; i++) {
        end += lengths[i];
        offsets[i + 1] = end;
      }
      if (end !== bytes.length)
        throw new Error(`The pack is damaged: the cells of "${name}" do not fill its bytes.`);
      return { name, bytes, offsets };
    }
    case 'dictionary': {
      const index = reader.counts(packed.index);
      checkRows(name, index.length, rows);
      const words = unpackText(name, packed.words, wordCount(packed.words), reader);
      return joined(name, rows, [{ words, index }]);
    }
    case 'integers': {
      const numbers = reader.steps(packed.numbers);
      checkRows(name, numbers.length, rows);
      return written(name, numbers);
    }
    case 'halves': {
      const head = unpackText(name, packed.head, rows, reader);
      const tail = unpackText(name, packed.tail, rows, reader);
      const index = Uint32Array.from({ length: rows }, (_, row) => row);
      return joined(name, rows, [
        { words: head, index },
        { words: tail, index },
      ]);
    }
  }
}

/** Cells as strings with one character a byte: exact for any bytes, and usable as keys. */
function binaryCells(column: TextColumn): string[] {
  const cells: string[] = [];
  for (let row = 0; row + 1 < column.offsets.length; row++) {
    let cell = '';
    for (let at = column.offsets[row]; at < column.offsets[row + 1]; at++)
      cell += String.fromCharCode(column.bytes[at]);
    cells.push(cell);
  }
  return cells;
}

function packCells(cells: readonly string[], writer: BlockWriter, mayHalve: boolean): PackedText {
  if (cells.length > 0 && cells.every(isWholeNumber)) {
    return { encoding: 'integers', numbers: writer.steps(cells.map(Number)) };
  }
  const words = new Map<string, number>();
  const index = new Uint32Array(cells.length);
  cells.forEach((cell, row) => {
    const known = words.get(cell);
    index[row] = known ?? words.size;
    if (known === undefined) words.set(cell, words.size);
  });
  if (words.size * 3 < cells.length) {
    return {
      encoding: 'dictionary',
      words: packPlain([...words.keys()], writer),
      index: writer.counts(index),
    };
  }
  if (mayHalve && cells.length > 100) {
    const cuts = cells.map(cutAfterLastNumber);
    const heads = cells.map((cell, row) => cell.slice(0, cuts[row]));
    const tails = cells.map((cell, row) => cell.slice(cuts[row]));
    if (new Set(heads).size * 3 < cells.length && new Set(tails).size * 3 < cells.length) {
      return {
        encoding: 'halves',
        head: packCells(heads, writer, false),
        tail: packCells(tails, writer, false),
      };
    }
  }
  return packPlain(cells, writer);
}

function packPlain(cells: readonly string[], writer: BlockWriter): PackedText {
  const lengths = Uint32Array.from(cells, (cell) => cell.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let to = 0;
  for (const cell of cells) for (let i = 0; i < cell.length; i++) bytes[to++] = cell.charCodeAt(i);
  return { encoding: 'plain', bytes: writer.bytes(bytes), lengths: writer.counts(lengths) };
}

const WHOLE_NUMBER = /^(0|[1-9]\d{0,14})$/;

function isWholeNumber(cell: string): boolean {
  return WHOLE_NUMBER.test(cell);
}

function cutAfterLastNumber(cell: string): number {
  for (let at = cell.length - 1; at >= 0; at--) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      const space = cell.indexOf(' ', at);
      return space < 0 ? cell.length : space + 1;
    }
  }
  return 0;
}

function wordCount(words: PackedText): number {
  if (words.encoding !== 'plain') throw new Error('The pack is damaged: a dictionary must be plain.');
  return words.lengths.items;
}

function checkRows(name: string, found: number, rows: number): void {
  if (found !== rows)
    throw new Error(`The pack is damaged: column "${name}" has ${found} cells, not ${rows}.`);
}

/** Rows made of one word from each part, end to end. */
function joined(
  name: string,
  rows: number,
  parts: readonly { words: TextColumn; index: Uint32Array }[],
): TextColumn {
  const offsets = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (const { words, index } of parts) {
      const word = index[row];
      if (word + 1 >= words.offsets.length)
        throw new Error(`The pack is damaged: column "${name}" names a word it does not hold.`);
      length += words.offsets[word + 1] - words.offsets[word];
    }
    if (offsets[row] + length > LARGEST_COLUMN_BYTES)
      throw new Error(`The pack is damaged: column "${name}" is impossibly long.`);
    offsets[row + 1] = offsets[row] + length;
  }
  const bytes = new Uint8Array(offsets[rows]);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (const { words, index } of parts) {
      const end = words.offsets[index[row] + 1];
      for (let from = words.offsets[index[row]]; from < end; from++) bytes[to++] = words.bytes[from];
    }
  }
  return { name, bytes, offsets };
}

function written(name: string, numbers: Float64Array): TextColumn {
  const offsets = new Uint32Array(numbers.length + 1);
  const cells: string[] = [];
  numbers.forEach((number, row) => {
    if (number < 0) throw new Error(`The pack is damaged: column "${name}" holds a negative number.`);
    const cell = String(number);
    cells.push(cell);
    offsets[row + 1] = offsets[row] + cell.length;
  });
  const bytes = new Uint8Array(offsets[numbers.length]);
  let to = 0;
  for (const cell of cells) for (let i = 0; i < cell.length; i++) bytes[to++] = cell.charCodeAt(i);
  return { name, bytes, offsets };
}

/** A dictionary can name one long word many times: this stops a small file from filling the memory. */
const LARGEST_COLUMN_BYTES = 1 << 30;
