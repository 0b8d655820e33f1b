import type { AreaTable } from '../geo/area-table.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import type { TextColumn } from '../tables/text-column.ts';
import { type AddressIndex, addressIndexBytes, indexAddresses } from './address-index.ts';
import { foldText } from './fold-text.ts';
import { indexKeys, KEY_LIMIT, type KeyIndex, keyIndexBytes } from './key-index.ts';
import type { NamedPlace } from './named-places.ts';
import { postcodeNumber } from './postcode-number.ts';
import type { PostcodePlaces } from './postcode-places.ts';
import type { PremisesWords } from './premises-words.ts';

/** What is looked through. */
export interface FindSource {
  readonly words: PremisesWords;
  readonly wards: AreaTable;
  /** Ward number of each premises row, −1 outside. */
  readonly wardOf: Int32Array;
  /** Other areas with shapes, by file. */
  readonly areas: readonly { readonly areas: AreaTable; readonly fileName: string }[];
  readonly places: readonly NamedPlace[];
  /** Postcodes of other files than the premises, with where they are. */
  readonly postcodePlaces: PostcodePlaces | null;
}

/** An area by what it can be asked for. */
export interface AreaName {
  readonly code: string;
  readonly name: string;
  readonly folded: string;
  readonly foldedCode: string;
  readonly table: AreaTable;
  /** Number in `table`. */
  readonly area: number;
  /** null: a ward of the ward file. */
  readonly fileName: string | null;
}

/** Everything that answers a search without walking the rows. */
export interface FindIndex extends FindSource {
  readonly areaNames: readonly AreaName[];
  /** Premises by postcode; null where they have none. */
  readonly postcodes: KeyIndex | null;
  /** Premises by an id of up to 12 digits, leading zeros ignored, and by the hash of any other id. */
  readonly numberIds: KeyIndex;
  readonly textIds: KeyIndex;
  /** null where the premises have no addresses. */
  readonly addresses: AddressIndex | null;
}

/** Builds the index. Yields between chunks of rows. */
export function* buildFindIndex(source: FindSource): Generator<WorkStep, FindIndex> {
  const { premises, postcodeColumn, addressColumns, hasIds } = source.words;
  const numbers = new Float64Array(premises.count).fill(Number.NaN);
  const hashes = new Float64Array(premises.count).fill(Number.NaN);
  const idIsPostcode = postcodeColumn === premises.ids;
  for (let row = 0; hasIds && !idIsPostcode && row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Indexing ids', fraction: row / premises.count };
    const id = premisesCell(premises, premises.ids, row).trim();
    if (NUMBER_ID.test(id)) numbers[row] = Number(id);
    else if (id !== '') hashes[row] = idHash(id);
  }
  const postcodes = postcodeColumn ? yield* indexPostcodes(premises, postcodeColumn) : null;
  const addresses = addressColumns.length > 0 ? yield* indexAddresses(premises, addressColumns) : null;
  yield { what: 'Sorting ids', fraction: 0 };
  const numberIds = indexKeys(numbers);
  yield { what: 'Sorting ids', fraction: 0.5 };
  const textIds = indexKeys(hashes);
  yield { what: 'Indexing names', fraction: 1 };
  return {
    ...source,
    areaNames: [
      ...areaNames(source.wards, null),
      ...source.areas.flatMap(({ areas, fileName }) => areaNames(areas, fileName)),
    ],
    postcodes,
    numberIds,
    textIds,
    addresses,
  };
}

/** An id of digits, as UPRNs are, perhaps padded with zeros; longer ones are found as text. */
export const NUMBER_ID = /^0*\d{1,12}$/;

/** A number for any id, the same in any case and spacing; different ids may share one. */
export function idHash(id: string): number {
  const text = id.replace(/\s+/g, '').toUpperCase();
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low, 31) + text.charCodeAt(i);
  }
  return ((high >>> 0) * 256 + ((low >>> 0) % 256)) % KEY_LIMIT;
}

/** Bytes that the index itself holds. */
export function findIndexBytes(index: FindIndex): number {
  const { postcodes, numberIds, textIds, addresses, areaNames } = index;
  const names = areaNames.reduce(
    (sum, { folded, foldedCode }) => sum + 2 * (folded.length + foldedCode.length),
    0,
  );
  return (
    (postcodes ? keyIndexBytes(postcodes) : 0) +
    keyIndexBytes(numberIds) +
    keyIndexBytes(textIds) +
    (addresses ? addressIndexBytes(addresses) : 0) +
    names
  );
}

function* indexPostcodes(premises: PremisesTable, column: TextColumn): Generator<WorkStep, KeyIndex> {
  const keys = new Float64Array(premises.count);
  // Neighbours mostly have the same postcode.
  let cell = '';
  let key = Number.NaN;
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Indexing postcodes', fraction: row / premises.count };
    const text = premisesCell(premises, column, row);
    if (text !== cell) {
      cell = text;
      key = postcodeNumber(text);
    }
    keys[row] = key;
  }
  yield { what: 'Sorting postcodes', fraction: 1 };
  return indexKeys(keys);
}

function areaNames(table: AreaTable, fileName: string | null): AreaName[] {
  return table.codes.map((code, area) => ({
    code,
    name: table.names[area],
    folded: table.names[area] === code ? '' : foldText(table.names[area]),
    foldedCode: foldText(code),
    table,
    area,
    fileName,
  }));
}
