import { columnNamed } from '../tables/source-table.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';
import type { PremisesTable } from './premises-table.ts';

/** What premises are used for, in the words shown. A flat is a home too, told apart where a file tells it apart. */
export const PREMISES_USES = ['home', 'flat', 'business', 'public building', 'other', 'not known'] as const;

export type PremisesUse = (typeof PREMISES_USES)[number];

/** The use of each premises row as its place in PREMISES_USES, and the column that told. */
export interface PremisesUses {
  readonly column: string;
  readonly use: Uint8Array;
}

/**
 * What a cell says of the use, by these rules: a blank, "unknown" or AddressBase's U… is not known. AddressBase
 * classification codes: RD06 (self-contained flat) is a flat, any other R… (residential) a home; CC, CE, CM (community, education, medical) and ZW (worship) are
 * public buildings, any other C… (commercial) a business; L, M, O, P, X, Z (land, military, other, parent shell, dual
 * use, object of interest) are other. Else plain words, the first of these lists that one is in: public building, flat,
 * home, business. Anything else is other. Source of the codes: OS AddressBase classification scheme.
 */
export function readUse(text: string): PremisesUse {
  const cell = text.trim();
  if (NOT_KNOWN.test(cell)) return 'not known';
  if (ADDRESS_BASE.test(cell)) {
    if (/^R/.test(cell)) return cell.startsWith('RD06') ? 'flat' : 'home';
    if (/^(?:C[CEM]|ZW)/.test(cell)) return 'public building';
    if (/^C/.test(cell)) return 'business';
    return cell.startsWith('U') ? 'not known' : 'other';
  }
  if (PUBLIC.test(cell)) return 'public building';
  if (isHome(cell)) return FLAT.test(cell) ? 'flat' : 'home';
  return BUSINESS.test(cell) ? 'business' : 'other';
}

function isHome(cell: string): boolean {
  return HOME.test(cell) && !/\bnon-?(?:residential|domestic)\b/i.test(cell);
}

/**
 * The use of every row by the column called `name`; null where the premises have no such column. With an `address`
 * column, a home whose address begins with "Flat", "Apartment", "Apt" or "Maisonette" is a flat.
 */
export function premisesUses(
  premises: PremisesTable,
  name: string | undefined,
  address?: string,
): PremisesUses | null {
  const column = name === undefined ? undefined : columnNamed(premises.columns, name);
  if (!column) return null;
  const addresses = address === undefined ? undefined : columnNamed(premises.columns, address);
  const known = new Map<string, number>();
  const bySourceRow = new Uint8Array(cellCount(column));
  for (let row = 0; row < bySourceRow.length; row++) {
    const text = cellText(column, row);
    let use = known.get(text);
    if (use === undefined) {
      use = PREMISES_USES.indexOf(readUse(text));
      if (known.size < MOST_TEXTS) known.set(text, use);
    }
    bySourceRow[row] = use === HOME_AT && addresses && beginsAsFlat(addresses, row) ? FLAT_AT : use;
  }
  return { column: column.name, use: Uint8Array.from(premises.sourceRow, (row) => bySourceRow[row]) };
}

/** Whether a cell begins with one of FLAT_STARTS, read from its bytes: there may be half a million. */
function beginsAsFlat({ bytes, offsets }: TextColumn, row: number): boolean {
  const start = offsets[row];
  const length = offsets[row + 1] - start;
  return FLAT_STARTS.some((word) => {
    if (length < word.length) return false;
    // An ASCII letter with this bit set is its lower case; the blank after the word has it already.
    for (let i = 0; i < word.length; i++) if ((bytes[start + i] | 0x20) !== word[i]) return false;
    return true;
  });
}

const HOME_AT = PREMISES_USES.indexOf('home');
const FLAT_AT = PREMISES_USES.indexOf('flat');
const FLAT_STARTS = ['flat ', 'apartment ', 'apt ', 'maisonette '].map((word) =>
  new TextEncoder().encode(word),
);
const MOST_TEXTS = 10_000;
const NOT_KNOWN = /^(?:|-|\?|n\/?a|null|none|unknown|not known|unclassified|unspecified)$/i;
/** One letter of a class, then at most a second letter, two digits and two more letters: R, RD, RD06, CE03HP, PP. */
const ADDRESS_BASE = /^[CLMOPRUXZ](?:[A-Z](?:\d{2}(?:[A-Z]{1,2})?)?)?$/;
const PUBLIC =
  /\b(?:public|school|college|universit\w*|academy|nursery|education\w*|hospital|clinic|surgery|surgeries|medical|health|gp|library|libraries|council|civic|community|town hall|museum|church|mosque|temple|synagogue|worship|police|fire station|ambulance|court|prison|leisure cent(?:re|er)|government)\b/i;
const FLAT = /\b(?:flat|flats|apartment|apartments|maisonette|maisonettes)\b/i;
const HOME =
  /\b(?:home|homes|house|houses|household|residential|residence|dwelling|dwellings|domestic|flat|flats|apartment|apartments|maisonette|bungalow|detached|semi-detached|terraced|terrace|caravan)\b/i;
const BUSINESS =
  /\b(?:business|businesses|commercial|non-?residential|non-?domestic|shop|shops|retail|office|offices|industrial|industry|factory|warehouse|hotel|pub|restaurant|cafe|farm|workshop|sme|company|firm)\b/i;
