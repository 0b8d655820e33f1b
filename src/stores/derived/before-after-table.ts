import { changeAt } from '../../domain/before-after/change-classes.ts';
import type { CountComparison } from '../../domain/before-after/compare-counts.ts';
import { capitalised } from '../../domain/capitalised.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import { placesOf } from '../../domain/not-spots/tally.ts';
import { shownDifference, signed } from './change-marks.ts';
import { rememberLast } from './remember-last.ts';
import type { TableCell } from './table-cell.ts';

/** A column of the table of differences. */
export interface ChangeColumn {
  readonly key: ChangeColumnKey;
  readonly header: string;
  readonly meaning: string;
  readonly numeric: boolean;
  /** True where some place's count is a range. */
  readonly banded: boolean;
}

export type ChangeColumnKey =
  | 'name'
  | 'units'
  | 'before'
  | 'after'
  | 'difference'
  | 'became'
  | 'ceased'
  | 'share-before'
  | 'share-after';

/** A ward, "outside every ward" or the total. */
export interface ChangeLine {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly place: number;
}

export interface ChangeSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface ChangeTable {
  readonly columns: readonly ChangeColumn[];
  readonly lines: readonly ChangeLine[];
  readonly foot: readonly ChangeLine[];
  readonly cell: (line: ChangeLine, column: string) => TableCell;
}

/** The wards whose difference is largest, either way, are first. */
export const FIRST_SORT: ChangeSort = { column: 'difference', descending: true };

/** The table of differences: wards in the order asked for, then outside and total. */
export const changeTable = rememberLast((comparison: CountComparison, sort: ChangeSort): ChangeTable => {
  const lines = linesOf(comparison);
  const { wards } = placesOf(comparison.wardCodes.length);
  return {
    columns: columnsOf(comparison),
    lines: sorted(lines.slice(0, wards), comparison, sort),
    foot: lines.slice(wards),
    cell: (line, column) => ({
      ...cellOf(comparison, line, column as ChangeColumnKey),
      asks: column === 'name' ? null : { kind: 'change', column, place: line.key },
    }),
  };
});

/** The wards whose difference is 0 although something changed: not-spots came and went alike, or only what is known changed. */
export function evenChanges(comparison: CountComparison): { line: ChangeLine; words: string }[] {
  const { became, ceased, becameKnown, ceasedKnown, knownNow, unknownNow } = comparison.moves;
  const { lines } = changeTable(comparison, FIRST_SORT);
  return lines
    .filter(({ place }) => comparison.difference.mid[place] === 0 && changeAt(comparison, place) !== 'none')
    .map((line) => {
      const { place } = line;
      const parts: readonly (readonly [number, string])[] = [
        [became[place] + becameKnown[place], 'became a not-spot'],
        [ceased[place] + ceasedKnown[place], 'ceased to be one'],
        [knownNow[place], 'known after only'],
        [unknownNow[place], 'known before only'],
      ];
      const words = parts.filter(([units]) => units > 0).map(([units, what]) => `${count(units)} ${what}`);
      return { line, words: words.join(', ') };
    });
}

/** The wards that changed most, fewer and more together; none whose difference is 0. */
export function largestChanges(comparison: CountComparison, most: number): ChangeLine[] {
  const { lines } = changeTable(comparison, FIRST_SORT);
  return lines.filter(({ place }) => comparison.difference.mid[place] !== 0).slice(0, most);
}

function linesOf({ wardCodes, wardNames }: CountComparison): ChangeLine[] {
  const wards = wardCodes.map((code, place) => ({ key: code, code, name: wardNames[place] || code, place }));
  const { outside, total } = placesOf(wardCodes.length);
  return [
    ...wards,
    { key: 'outside', code: '', name: 'Outside every ward', place: outside },
    { key: 'total', code: '', name: 'Total', place: total },
  ];
}

function columnsOf({ unit, before, after, difference }: CountComparison): ChangeColumn[] {
  const isBanded = (low: Float64Array, high: Float64Array): boolean =>
    low.some((value, place) => value !== high[place]);
  const column = (key: ChangeColumnKey, header: string, meaning: string, banded = false): ChangeColumn => ({
    key,
    header,
    meaning,
    numeric: key !== 'name',
    banded,
  });
  const units = capitalised(unit);
  return [
    column('name', 'Ward', 'Electoral ward, as named in the loaded file'),
    column(
      'before',
      'Before',
      `Not-spots of the side before, of all ${unit}`,
      isBanded(before.low, before.high),
    ),
    column('after', 'After', `Not-spots of the side after, of all ${unit}`, isBanded(after.low, after.high)),
    column('difference', 'Difference', 'After less before', isBanded(difference.low, difference.high)),
    column('became', 'Became one', `${units} that are a not-spot after and were none, or not known, before`),
    column('ceased', 'Ceased', `${units} that were a not-spot before and are none, or not known, after`),
    column('share-before', '% before', `Not-spots before out of all ${unit} of the ward`),
    column('share-after', '% after', `Not-spots after out of all ${unit} of the ward`),
    column('units', units, 'All that are counted: the denominator of both shares'),
  ];
}

type ChangeCell = Omit<TableCell, 'asks'>;

function cellOf(
  comparison: CountComparison,
  { name, place }: ChangeLine,
  column: ChangeColumnKey,
): ChangeCell {
  const { units, before, after, difference, moves } = comparison;
  const plain = (text: string): ChangeCell => ({ text, band: null, sign: 0 });
  const band = (
    [low, mid, high]: readonly [number, number, number],
    write: (value: number) => string,
    to = '–',
  ): ChangeCell => ({
    text: write(mid),
    band: low === high ? null : `${write(low)}${to}${write(high)}`,
    sign: 0,
  });
  const share = (mid: number): string => (units[place] === 0 ? '–' : percent(mid / units[place]));
  switch (column) {
    case 'name':
      return plain(name);
    case 'units':
      return plain(count(units[place]));
    case 'before':
      return band([before.low[place], before.mid[place], before.high[place]], count);
    case 'after':
      return band([after.low[place], after.mid[place], after.high[place]], count);
    case 'difference': {
      const mid = shownDifference(comparison, place);
      const sign = Math.sign(mid) as -1 | 0 | 1;
      return { ...band([difference.low[place], mid, difference.high[place]], signed, ' to '), sign };
    }
    case 'became':
      return plain(count(moves.became[place] + moves.becameKnown[place]));
    case 'ceased':
      return plain(count(moves.ceased[place] + moves.ceasedKnown[place]));
    case 'share-before':
      return plain(share(before.mid[place]));
    case 'share-after':
      return plain(share(after.mid[place]));
  }
}

function sorted(lines: readonly ChangeLine[], comparison: CountComparison, sort: ChangeSort): ChangeLine[] {
  const turn = sort.descending ? -1 : 1;
  if (sort.column === 'name')
    return [...lines].sort((a, b) => turn * NAMES.compare(a.name, b.name) || byCode(a, b));
  return [...lines].sort(
    (a, b) => turn * (sortValue(comparison, a, sort) - sortValue(comparison, b, sort)) || byCode(a, b),
  );
}

function sortValue(comparison: CountComparison, { place }: ChangeLine, { column }: ChangeSort): number {
  const { units, before, after, difference, moves } = comparison;
  const share = (value: number): number => (units[place] === 0 ? -1 : value / units[place]);
  switch (column as ChangeColumnKey) {
    case 'units':
      return units[place];
    case 'before':
      return before.mid[place];
    case 'after':
      return after.mid[place];
    case 'became':
      return moves.became[place] + moves.becameKnown[place];
    case 'ceased':
      return moves.ceased[place] + moves.ceasedKnown[place];
    case 'share-before':
      return share(before.mid[place]);
    case 'share-after':
      return share(after.mid[place]);
    default:
      return Math.abs(difference.mid[place]);
  }
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function byCode(a: ChangeLine, b: ChangeLine): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
