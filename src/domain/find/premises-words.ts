import { areaKindOf } from '../geo/gss-code.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import type { DatasetRecord } from '../project/project.ts';
import { columnNamed } from '../tables/source-table.ts';
import type { TextColumn } from '../tables/text-column.ts';
import { postcodeNumber, postcodeOfNumber } from './postcode-number.ts';

/** Which columns of the premises say who and where a row is. */
export interface PremisesWords {
  readonly premises: PremisesTable;
  /** "UPRN", "postcode", "output area", or the column's own name. */
  readonly idLabel: string;
  /** False where the file has no ids and rows go by their number. */
  readonly hasIds: boolean;
  /** In the order in which they are read out. */
  readonly addressColumns: readonly TextColumn[];
  readonly postcodeColumn: TextColumn | null;
  readonly useColumn: TextColumn | null;
}

/** Finds the columns of a premises file that say who and where a row is. */
export function premisesWords(premises: PremisesTable, dataset: DatasetRecord): PremisesWords {
  const { roles, unit } = dataset;
  const named = (name: string | undefined): TextColumn | undefined =>
    name === undefined ? undefined : columnNamed(premises.columns, name);
  const address = named(roles.address);
  const parts = premises.columns.filter(
    (column) => column === address || (ADDRESS_PART.test(column.name.trim()) && column.name !== roles.use),
  );
  const hasIds = roles.id !== undefined;
  const isPostcodes = unit === 'postcodes' || (hasIds && POSTCODE_NAME.test(premises.ids.name.trim()));
  const postcodeColumn = isPostcodes
    ? premises.ids
    : (premises.columns.find((column) => POSTCODE_NAME.test(column.name.trim())) ??
      premises.columns.find((column) => holdsPostcodes(premises, column)) ??
      null);
  return {
    premises,
    idLabel: isPostcodes ? 'postcode' : idLabelOf(premises),
    hasIds,
    addressColumns: parts,
    postcodeColumn,
    useColumn: named(roles.use) ?? null,
  };
}

/** The address of a row in one line; '' where the file has none for it. */
export function addressOf({ premises, addressColumns }: PremisesWords, row: number): string {
  return addressColumns
    .map((column) => premisesCell(premises, column, row).trim())
    .filter((part, i, all) => part !== '' && all.indexOf(part) === i)
    .join(', ');
}

/** The postcode of a row as printed, "M15 4AB"; '' where it has none. A cell that is no postcode is given as it stands. */
export function postcodeOf({ premises, postcodeColumn }: PremisesWords, row: number): string {
  if (!postcodeColumn) return '';
  const cell = premisesCell(premises, postcodeColumn, row).trim();
  const key = postcodeNumber(cell);
  return Number.isNaN(key) ? cell : postcodeOfNumber(key);
}

/** A row's name for a person: its address, else its postcode where it is one, else its id with what kind it is. */
export function titleOf(words: PremisesWords, row: number): string {
  const address = addressOf(words, row);
  if (address !== '') return address;
  if (words.postcodeColumn === words.premises.ids) return postcodeOf(words, row);
  const id = premisesCell(words.premises, words.premises.ids, row).trim();
  return words.hasIds ? `${words.idLabel} ${id || 'blank'}` : id;
}

/** Parts of an address that stand in columns of their own. Towns and counties are left out: everybody has the same. */
const ADDRESS_PART =
  /^(?:(?:full_?|site_?)?address(?:_?(?:line_?)?\d)?|sub_?building(?:_?name)?|building_?(?:name|number)|house_?(?:name|number)|organi[sz]ation(?:_?name)?|street(?:_?(?:name|address))?|thoroughfare|road)$/i;

const POSTCODE_NAME = /^(?:pcds?|pcd[278]?|post_?code(?:_space)?|postcode_locator|postal_?code)$/i;

const LOOKED_ROWS = 200;

function holdsPostcodes(premises: PremisesTable, column: TextColumn): boolean {
  const step = Math.max(1, Math.floor(premises.count / LOOKED_ROWS));
  let looked = 0;
  let held = 0;
  for (let row = 0; row < premises.count; row += step) {
    const cell = premisesCell(premises, column, row);
    if (cell === '') continue;
    looked++;
    if (cell.length < 9 && !Number.isNaN(postcodeNumber(cell))) held++;
  }
  return looked > 0 && held > 0.95 * looked;
}

function idLabelOf(premises: PremisesTable): string {
  if (/uprn/i.test(premises.ids.name)) return 'UPRN';
  const first = premises.count > 0 ? premisesCell(premises, premises.ids, 0).trim() : '';
  return areaKindOf(first) ?? premises.ids.name;
}
