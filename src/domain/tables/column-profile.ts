import { type AreaKind, areaKindOf, isPostcode } from '../geo/gss-code.ts';
import { cellNumber } from './number-cell.ts';
import { cellCount, cellText, type TextColumn } from './text-column.ts';

/** What the cells of a column look like, judged on up to 500 cells spread over it. Shares are of the cells not blank. */
export interface ColumnProfile {
  readonly column: TextColumn;
  readonly name: string;
  /** Cells looked at, and how many of them hold anything. */
  readonly looked: number;
  readonly filled: number;
  readonly numericShare: number;
  /** Of the numeric cells; NaN where there are none. */
  readonly smallest: number;
  readonly largest: number;
  /** Kind of GSS code that at least 95 % of the cells are, else null. */
  readonly areaKind: AreaKind | null;
  readonly postcodeShare: number;
  /** Whole numbers of up to 12 digits. */
  readonly integerShare: number;
  /** Different texts met, at most 50 kept. */
  readonly texts: ReadonlySet<string>;
}

/** Looks at a column. */
export function profileColumn(column: TextColumn): ColumnProfile {
  const count = cellCount(column);
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const kinds = new Map<AreaKind, number>();
  const texts = new Set<string>();
  let looked = 0;
  let filled = 0;
  let numeric = 0;
  let integers = 0;
  let postcodes = 0;
  let smallest = Number.NaN;
  let largest = Number.NaN;
  for (let row = 0; row < count; row += step) {
    looked++;
    const text = cellText(column, row).trim();
    if (text === '') continue;
    filled++;
    if (texts.size < MOST_TEXTS) texts.add(text);
    const number = cellNumber(column, row);
    if (Number.isFinite(number)) {
      numeric++;
      if (!(number >= smallest)) smallest = number;
      if (!(number <= largest)) largest = number;
    }
    if (/^\d{1,12}$/.test(text)) integers++;
    if (isPostcode(text)) postcodes++;
    const kind = areaKindOf(text);
    if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const enough = filled * MOSTLY;
  const codes = [...kinds.values()].reduce((sum, one) => sum + one, 0);
  const commonest = [...kinds].sort((one, other) => other[1] - one[1])[0];
  return {
    column,
    name: column.name,
    looked,
    filled,
    numericShare: filled > 0 ? numeric / filled : 0,
    smallest,
    largest,
    areaKind: filled > 0 && codes >= enough && commonest ? commonest[0] : null,
    postcodeShare: filled > 0 ? postcodes / filled : 0,
    integerShare: filled > 0 ? integers / filled : 0,
    texts,
  };
}

const SAMPLE = 500;
const MOST_TEXTS = 50;
const MOSTLY = 0.95;
