import type { PremisesTable } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import { foldText } from './fold-text.ts';
import { Vocabulary } from './vocabulary.ts';

/** Which premises have which word in their address. */
export interface AddressIndex {
  /** Folded, ascending. */
  readonly words: readonly string[];
  /** Rows of word w are rows[starts[w] .. starts[w + 1]), ascending. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Indexes the words of the address columns of every premises. Yields between chunks of rows. */
export function* indexAddresses(
  premises: PremisesTable,
  columns: readonly TextColumn[],
): Generator<WorkStep, AddressIndex> {
  const vocabulary = new Vocabulary();
  const found = new WordList();
  const wordEnds = new Uint32Array(premises.count + 1);
  const scratch = new Uint8Array(LONGEST_WORD);
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Indexing addresses', fraction: row / premises.count };
    for (const column of columns) addWords(column, premises.sourceRow[row], { vocabulary, found, scratch });
    wordEnds[row + 1] = found.length;
  }
  yield { what: 'Indexing addresses', fraction: 1 };
  const words = vocabulary.words();
  const order = words.map((_, id) => id).sort((one, other) => compare(words[one], words[other]));
  const placeOf = new Uint32Array(words.length);
  for (const [place, id] of order.entries()) placeOf[id] = place;
  const starts = new Uint32Array(words.length + 1);
  for (let i = 0; i < found.length; i++) starts[placeOf[found.ids[i]] + 1]++;
  for (let place = 0; place < words.length; place++) starts[place + 1] += starts[place];
  const next = starts.slice();
  const rows = new Uint32Array(found.length);
  for (let row = 0; row < premises.count; row++)
    for (let i = wordEnds[row]; i < wordEnds[row + 1]; i++) rows[next[placeOf[found.ids[i]]]++] = row;
  return { words: order.map((id) => words[id]), starts, rows };
}

/** Places of the words that begin with `start`: first, and after the last. */
export function wordsStarting({ words }: AddressIndex, start: string): readonly [number, number] {
  return [firstAtLeast(words, start), firstAtLeast(words, `${start}\u{10ffff}`)];
}

/** Bytes held, words as UTF-16. */
export function addressIndexBytes({ words, starts, rows }: AddressIndex): number {
  return words.reduce((sum, word) => sum + 2 * word.length, 0) + starts.byteLength + rows.byteLength;
}

const LONGEST_WORD = 64;
const encoder = new TextEncoder();

interface WordSink {
  readonly vocabulary: Vocabulary;
  readonly found: WordList;
  readonly scratch: Uint8Array;
}

/** The same words as foldText gives, byte by byte where the cell is ASCII. */
function addWords(column: TextColumn, row: number, sink: WordSink): void {
  const from = column.offsets[row];
  const to = column.offsets[row + 1];
  const { bytes } = column;
  for (let i = from; i < to; i++) {
    if (bytes[i] < 128) continue;
    const folded = encoder.encode(foldText(cellText(column, row)));
    for (let start = 0, end = 0; end <= folded.length; end++) {
      if (end < folded.length && folded[end] !== SPACE) continue;
      if (end > start)
        sink.found.push(sink.vocabulary.idOf(folded, start, Math.min(end, start + LONGEST_WORD)));
      start = end + 1;
    }
    return;
  }
  let length = 0;
  const endWord = (): void => {
    if (length > 0) sink.found.push(sink.vocabulary.idOf(sink.scratch, 0, length));
    length = 0;
  };
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    const folded = FOLDED[byte];
    if (folded > 0) {
      if (length < LONGEST_WORD) sink.scratch[length++] = folded;
    } else if (byte === AMPERSAND) {
      endWord();
      sink.found.push(sink.vocabulary.idOf(AND, 0, AND.length));
    } else if (byte !== APOSTROPHE && byte !== BACKTICK) endWord();
  }
  endWord();
}

const SPACE = 32;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const BACKTICK = 96;
const AND = encoder.encode('and');

/** Lower-case letters and digits by byte; 0 for all others. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte).toLowerCase();
  return byte < 128 && /^[a-z0-9]$/.test(character) ? character.charCodeAt(0) : 0;
});

class WordList {
  ids = new Uint32Array(1 << 16);
  length = 0;

  push(id: number): void {
    if (this.length === this.ids.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.length++] = id;
  }
}

function firstAtLeast(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(words[middle], word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By code unit: the order in which a beginning is a range. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
