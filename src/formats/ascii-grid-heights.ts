import { refuseFile } from '../domain/tables/refuse-file.ts';
import { MAX_CELLS } from '../domain/terrain/height-grid.ts';
import { asciiGridHeader } from './ascii-grid.ts';
import type { FoundHeights } from './found-heights.ts';
import type { HeightsInput } from './heights-input.ts';
import { heightsSystem } from './heights-system.ts';

/**
 * The heights of an ASCII grid (ESRI), in metres, as the format has it. What it calls nodata, and any word that is no
 * number, is not known. Throws FileRefused for a broken header, another number of heights than cells, and no system.
 */
export async function readAsciiGridHeights({ source, file, asked }: HeightsInput): Promise<FoundHeights> {
  const header = asciiGridHeader(source.head, file);
  const { columns, rows, cell, west, north, nodata } = header;
  const cells = columns * rows;
  if (cells > MAX_CELLS) {
    await source.close();
    const message = `${file.name} has ${cells.toLocaleString('en-GB')} cells, above the limit of 100 million. Cut it to your area.`;
    throw refuseFile(file, [{ code: 'TOO_LARGE', message }]);
  }
  const system = heightsSystem(null, asked, file);
  const words = new Words(new Float32Array(cells), nodata === null ? null : Number(nodata));
  let linesLeft = header.lines;
  for await (const chunk of source.chunks()) {
    let at = 0;
    // The header's lines, blank ones before it among them.
    for (; linesLeft > 0 && at < chunk.length; at++) {
      if (chunk[at] === NEW_LINE || (chunk[at] === RETURN && chunk[at + 1] !== NEW_LINE)) linesLeft--;
    }
    words.take(chunk.subarray(at));
  }
  words.end();
  if (words.count !== cells) {
    const message = `${file.name} should hold ${cells.toLocaleString('en-GB')} heights and holds ${words.count.toLocaleString('en-GB')}. Download or export it again.`;
    throw refuseFile(file, [{ code: 'FILE_CORRUPT', message }]);
  }
  const [cellWidth, cellHeight] = cell;
  const place = { system, west, north, cellWidth, cellHeight, columns, rows };
  const heights = { ...place, verticalDatum: null, heights: words.heights };
  return { heights, issues: [], words: '' };
}

const NEW_LINE = 10;
const RETURN = 13;
const SPACE = 32;

/** Numbers out of bytes, whatever blanks are between them, over the borders of chunks. */
class Words {
  readonly heights: Float32Array;
  count = 0;
  private readonly nodata: number | null;
  private word = '';

  constructor(heights: Float32Array, nodata: number | null) {
    this.heights = heights;
    this.nodata = nodata;
  }

  take(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] > SPACE) continue;
      if (this.word !== '') this.add(Number(this.word + text(bytes, from, at)));
      else if (at > from) this.add(plainNumber(bytes, from, at) ?? Number(text(bytes, from, at)));
      this.word = '';
      from = at + 1;
    }
    // No number is so long: what is, is no grid.
    if (bytes.length - from > MOST_LETTERS || this.word.length > MOST_LETTERS) this.word = 'broken';
    else this.word += text(bytes, from, bytes.length);
  }

  end(): void {
    if (this.word !== '') this.add(Number(this.word));
  }

  private add(height: number): void {
    if (this.count < this.heights.length)
      this.heights[this.count] = height === this.nodata || !Number.isFinite(height) ? Number.NaN : height;
    this.count++;
  }
}

const MOST_LETTERS = 400;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
/** Digits of which every number is a whole double, and its tenth, hundredth … rounds as Number does. */
const EXACT_DIGITS = 15;

/** Digits with a sign and a point at most, which nearly all heights are; null for anything else. */
function plainNumber(bytes: Uint8Array, from: number, to: number): number | null {
  const start = bytes[from] === MINUS ? from + 1 : from;
  if (to - start > EXACT_DIGITS || to === start) return null;
  let digits = 0;
  let point = -1;
  for (let at = start; at < to; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[at] === POINT && point < 0 && to - start > 1) point = at;
    else return null;
  }
  const size = point < 0 ? digits : digits / 10 ** (to - point - 1);
  return start > from ? -size : size;
}

function text(bytes: Uint8Array, from: number, to: number): string {
  let word = '';
  for (let at = from; at < to; at++) word += String.fromCharCode(bytes[at]);
  return word;
}
