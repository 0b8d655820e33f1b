import { firstAtLeast } from '../tables/first-at-least.ts';

/**
 * Rows by a number that stands for their key (a UPRN, a postcode, a hash), ascending. Keys are whole numbers below
 * 2 ** 40, rows below 2 ** 24.
 */
export interface KeyIndex {
  readonly keys: Float64Array;
  /** rows[i] has keys[i]; rows of one key ascend. */
  readonly rows: Uint32Array;
}

/** First number too large for a key; 12 digits fit below it. */
export const KEY_LIMIT = 2 ** 40;

/** Most rows that can be indexed. */
export const ROW_LIMIT = 2 ** 24;

/** Rows with their keys in order; rows whose key is NaN are left out. Throws RangeError above ROW_LIMIT rows. */
export function indexKeys(keyOfRow: Float64Array): KeyIndex {
  if (keyOfRow.length > ROW_LIMIT) throw new RangeError(`More than ${ROW_LIMIT} rows cannot be searched.`);
  // Key and row in one 64-bit number: the engine sorts these without a comparison function.
  const packed = new BigUint64Array(keyOfRow.length);
  const words = new Uint32Array(packed.buffer);
  const low = isLittleEndian() ? 0 : 1;
  let count = 0;
  for (let row = 0; row < keyOfRow.length; row++) {
    const key = keyOfRow[row];
    if (!(key >= 0 && key < KEY_LIMIT)) continue;
    const high = Math.floor(key / 256);
    words[2 * count + low] = (((key - high * 256) << 24) | row) >>> 0;
    words[2 * count + 1 - low] = high;
    count++;
  }
  const sorted = packed.subarray(0, count).sort();
  const sortedWords = new Uint32Array(sorted.buffer, 0, 2 * count);
  const keys = new Float64Array(count);
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const lowWord = sortedWords[2 * i + low];
    keys[i] = sortedWords[2 * i + 1 - low] * 256 + (lowWord >>> 24);
    rows[i] = lowWord & 0xffffff;
  }
  return { keys, rows };
}

/** Where the keys from `from` to before `to` stand: first place and the place after the last. */
export function keyRange({ keys }: KeyIndex, from: number, to: number): readonly [number, number] {
  return [firstAtLeast(keys, from), firstAtLeast(keys, to)];
}

/** Rows of one key. */
export function rowsOfKey(index: KeyIndex, key: number): Uint32Array {
  const [from, to] = keyRange(index, key, key + 1);
  return index.rows.subarray(from, to);
}

/** Bytes held. */
export function keyIndexBytes({ keys, rows }: KeyIndex): number {
  return keys.byteLength + rows.byteLength;
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}
