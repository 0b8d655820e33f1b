import { emptyBits, hasBit, setBit } from '../coverage/bitset.ts';
import { type AddressIndex, wordsStarting } from './address-index.ts';
import type { FindIndex } from './find-index.ts';
import { foldText } from './fold-text.ts';
import { addressOf } from './premises-words.ts';

/** More addresses than this are not ranked: the first ones in space are, and the person is asked for more words. */
const MOST_RANKED = 4000;

/**
 * Premises rows whose address has every word of the query, the last one perhaps only begun. The same address comes first,
 * then those that start with the query, then those that have all words whole, then the rest; like ones by number.
 * `within`: only these rows.
 */
export function findAddresses(
  index: FindIndex,
  query: string,
  options: { readonly most: number; readonly within?: readonly number[] },
): { rows: number[]; total: number } {
  const { addresses, words } = index;
  const parts = foldText(query).split(' ').filter(Boolean);
  if (!addresses || parts.length === 0) return { rows: [], total: 0 };
  let matching: Uint32Array | null = options.within ? bitsOf(words.premises.count, options.within) : null;
  for (const [i, part] of parts.entries()) {
    const bits = rowsWithWord(addresses, part, words.premises.count, i === parts.length - 1);
    if (matching) for (let w = 0; w < bits.length; w++) bits[w] &= matching[w];
    matching = bits;
  }
  const rows: number[] = [];
  let total = 0;
  for (let w = 0; matching && w < matching.length; w++) {
    if (matching[w] === 0) continue;
    for (let row = 32 * w; row < 32 * w + 32; row++) {
      if (!hasBit(matching, row)) continue;
      total++;
      if (rows.length < MOST_RANKED) rows.push(row);
    }
  }
  const folded = parts.join(' ');
  const ranked = rows
    .map((row) => {
      const address = addressOf(words, row);
      return { row, address, rank: rankOf(foldText(address), folded, parts) };
    })
    .sort((one, other) => one.rank - other.rank || BY_NUMBER.compare(one.address, other.address));
  return { rows: ranked.slice(0, options.most).map(({ row }) => row), total };
}

const BY_NUMBER = new Intl.Collator('en-GB', { numeric: true });

function rankOf(address: string, query: string, parts: readonly string[]): number {
  if (address === query) return 0;
  if (address.startsWith(`${query} `)) return 1;
  if (address.startsWith(query)) return 2;
  const words = address.split(' ');
  return parts.every((part) => words.includes(part)) ? 3 : 4;
}

/** Rows with a word; one that no address has whole, and the last one, count as the beginning of a word. */
function rowsWithWord(addresses: AddressIndex, word: string, count: number, isLast: boolean): Uint32Array {
  const bits = emptyBits(count);
  let [from, to] = wordsStarting(addresses, word);
  // A number is meant whole: 1 is not 12.
  const isWhole = addresses.words[from] === word && from < to;
  if (isWhole && (!isLast || /^\d+$/.test(word))) to = from + 1;
  for (let i = addresses.starts[from]; i < addresses.starts[to]; i++) setBit(bits, addresses.rows[i]);
  return bits;
}

function bitsOf(count: number, rows: readonly number[]): Uint32Array {
  const bits = emptyBits(count);
  for (const row of rows) setBit(bits, row);
  return bits;
}
