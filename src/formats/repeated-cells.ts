import type { TextColumn } from '../domain/tables/text-column.ts';

/** The different cells of a column in order of first use, end to end, and which one stands in each row. */
export interface RepeatedCells {
  readonly bytes: Uint8Array;
  readonly lengths: Uint32Array;
  readonly index: Uint32Array;
}

/** Most different cells that are looked for: an index of two bytes a row tells them apart. */
const MOST_WORDS = 65_536;

/** Finds the different cells of a column byte by byte; null where over a third of its rows differ, or over 65,536. */
export function findWords({ bytes, offsets }: Pick<TextColumn, 'bytes' | 'offsets'>): RepeatedCells | null {
  const rows = offsets.length - 1;
  const most = Math.min(MOST_WORDS, Math.floor(rows / 3));
  if (most === 0) return null;
  const index = new Uint32Array(rows);
  const firstRow = new Uint32Array(most);
  const hashes = new Uint32Array(most);
  let slots = new Int32Array(1024).fill(-1);
  let words = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashOf(bytes, offsets[row], offsets[row + 1]);
    let slot = hash & (slots.length - 1);
    while (slots[slot] >= 0 && !isSame(slots[slot], hash, row)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] < 0) {
      if (words === most) return null;
      slots[slot] = words;
      firstRow[words] = row;
      hashes[words++] = hash;
      if (words * 2 > slots.length) slots = wider(slots, hashes, words);
      index[row] = words - 1;
    } else index[row] = slots[slot];
  }
  return { ...taken(), index };

  function isSame(word: number, hash: number, row: number): boolean {
    if (hashes[word] !== hash) return false;
    let at = offsets[firstRow[word]];
    const length = offsets[firstRow[word] + 1] - at;
    let other = offsets[row];
    if (offsets[row + 1] - other !== length) return false;
    for (const end = at + length; at < end; ) if (bytes[at++] !== bytes[other++]) return false;
    return true;
  }

  function taken(): { bytes: Uint8Array; lengths: Uint32Array } {
    const lengths = new Uint32Array(words);
    let total = 0;
    for (let word = 0; word < words; word++) {
      lengths[word] = offsets[firstRow[word] + 1] - offsets[firstRow[word]];
      total += lengths[word];
    }
    const all = new Uint8Array(total);
    let to = 0;
    for (let word = 0; word < words; word++) {
      all.set(bytes.subarray(offsets[firstRow[word]], offsets[firstRow[word] + 1]), to);
      to += lengths[word];
    }
    return { bytes: all, lengths };
  }
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo), its halves folded together so that the low bits tell words apart. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function wider(slots: Int32Array, hashes: Uint32Array, words: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(slots.length * 2).fill(-1);
  for (let word = 0; word < words; word++) {
    let slot = hashes[word] & (larger.length - 1);
    while (larger[slot] >= 0) slot = (slot + 1) & (larger.length - 1);
    larger[slot] = word;
  }
  return larger;
}
