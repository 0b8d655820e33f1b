import { postcodeNumber } from '../find/postcode-number.ts';
import type { PremisesWords } from '../find/premises-words.ts';
import { premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';

/** What a typed or pasted list of premises was understood as. */
export interface ListedPremises {
  /** Ids of the premises it names, as the file has them, each once. */
  readonly ids: readonly string[];
  /** What of it is no id and no postcode of the loaded premises, in its order. */
  readonly unknown: readonly string[];
  /** How many postcodes of it are there. */
  readonly postcodes: number;
}

/** Longest list that is read, in entries. */
export const MOST_LISTED = 100_000;

/**
 * Reads a list of UPRNs (or whatever ids the premises have) and postcodes, parted by line breaks, commas, semicolons or
 * tabs; ids also by spaces. An id stands before a postcode that looks the same. Throws RangeError beyond MOST_LISTED
 * entries, and where the premises file has no ids to name them by.
 */
export function* listedPremises(words: PremisesWords, text: string): Generator<WorkStep, ListedPremises> {
  const { premises, hasIds, postcodeColumn } = words;
  if (!hasIds)
    throw new RangeError(
      'The premises file has no ids, so a list cannot name them. Choose a ward, a cluster or a shape.',
    );
  const entries = entriesOf(text);
  if (entries.length > MOST_LISTED)
    throw new RangeError(
      `The list has ${entries.length.toLocaleString('en-GB')} entries: at most ${MOST_LISTED.toLocaleString('en-GB')} are read. Choose a ward or draw a shape instead.`,
    );
  const wanted = new Set(entries);
  const codes = new Map(
    entries.map((entry) => [postcodeNumber(entry), entry] as const).filter(([code]) => !Number.isNaN(code)),
  );
  const ids = new Set<string>();
  const met = new Set<string>();
  const metCodes = new Set<string>();
  for (let from = 0; from < premises.count; from += CHUNK_ROWS) {
    yield { what: 'Reading the list', fraction: from / premises.count };
    const to = Math.min(premises.count, from + CHUNK_ROWS);
    for (let row = from; row < to; row++) {
      const id = premisesCell(premises, premises.ids, row).trim();
      if (id === '') continue;
      const isNamed = wanted.has(id);
      const cell = postcodeColumn ? premisesCell(premises, postcodeColumn, row) : '';
      const code = codes.size > 0 && cell !== '' ? codes.get(postcodeNumber(cell)) : undefined;
      if (isNamed) met.add(id);
      if (code !== undefined) metCodes.add(code);
      if (isNamed || code !== undefined) ids.add(id);
    }
  }
  return {
    ids: [...ids],
    unknown: [...wanted].filter((entry) => !met.has(entry) && !metCodes.has(entry)),
    postcodes: metCodes.size,
  };
}

/** Entries of a list. Spaces part those of digits only: "M15 4AB" is one. */
function entriesOf(text: string): string[] {
  return text
    .split(/[\n\r,;\t]+/)
    .flatMap((part) => (/^[\s\d]+$/.test(part) ? part.split(/\s+/) : [part]))
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .filter((part) => part !== '');
}
