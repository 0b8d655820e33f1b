import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { ViewState } from '../view-store.ts';
import { kilometresText, shareText } from './area-text.ts';
import { rememberLast } from './remember-last.ts';
import type { TableCell } from './table-cell.ts';

/** A column of the table of areas. `key` is what the view's sort names. */
export interface AreaColumn {
  readonly key: string;
  readonly header: string;
  readonly meaning: string;
  readonly numeric: boolean;
}

/** A line: a ward by its number, or the total. */
export interface AreaLine {
  readonly key: string;
  readonly place: number;
}

export interface AreaTableText {
  readonly columns: readonly AreaColumn[];
  readonly lines: readonly AreaLine[];
  readonly foot: readonly AreaLine[];
  readonly sort: ViewState['sort'];
  readonly cell: (line: AreaLine, column: string) => TableCell;
}

/** Wards with their areas, and the counted not-spot premises beside them (`counted` null: none are counted). */
export const areaTable = rememberLast(
  (areas: AreaAnalysis, counted: Analysis | null, asked: ViewState['sort']): AreaTableText => {
    const columns = columnsOf(areas, counted);
    const sort = columns.some(({ key }) => key === asked.column)
      ? asked
      : { column: columns.some(({ key }) => key === 'not-spots') ? 'not-spots' : 'units', descending: true };
    const valueAt = (place: number, column: string): number => value(areas, counted, place, column);
    const lines = areas.wardCodes.map((code, place): AreaLine => ({ key: code, place }));
    const turn = sort.descending ? -1 : 1;
    lines.sort(
      sort.column === 'name'
        ? (a, b) =>
            turn * NAMES.compare(areas.wardNames[a.place], areas.wardNames[b.place]) || a.place - b.place
        : (a, b) =>
            turn * (valueAt(a.place, sort.column) - valueAt(b.place, sort.column)) || a.place - b.place,
    );
    return {
      columns,
      lines,
      foot: [{ key: 'total', place: areas.wardCodes.length }],
      sort,
      cell: ({ place, key }, column) => ({
        ...cell(areas, counted, place, column),
        asks: asksOf(areas, { place, key }, column),
      }),
    };
  },
);

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function columnsOf(
  { notSpots, operators, recipeWords }: AreaAnalysis,
  counted: Analysis | null,
): AreaColumn[] {
  const column = (key: string, header: string, meaning: string): AreaColumn => ({
    key,
    header,
    meaning,
    numeric: true,
  });
  return [
    { key: 'name', header: 'Ward', meaning: 'Electoral ward, as named in the loaded file', numeric: false },
    column('units', 'Area, km²', 'Area of the ward on the WGS84 ellipsoid'),
    ...(notSpots
      ? [
          column('not-spots', 'Not-spot, km²', `Area of the ward that has ${recipeWords}`),
          column('share', '% of area', 'Not-spot area out of all of the ward’s'),
          column('not-known', 'Not known, km²', 'Area for which the loaded files give no answer'),
        ]
      : []),
    ...(counted
      ? [
          column(
            'premises',
            `Not-spot ${counted.unit}`,
            `${counted.unit} of the ward that have ${counted.recipeWords}`,
          ),
        ]
      : []),
    ...operators.map(({ technology, label, operators: names }) =>
      column(
        `none ${technology}`,
        `No ${label}, km²`,
        `Area that none of ${names.length} operators covers with ${label}`,
      ),
    ),
  ];
}

function value(areas: AreaAnalysis, counted: Analysis | null, place: number, column: string): number {
  const { area, notSpots, notKnown, operators } = areas;
  switch (column) {
    case 'units':
      return area[place];
    case 'not-spots':
      return notSpots?.mid[place] ?? 0;
    case 'share':
      return notSpots && area[place] > 0 ? notSpots.mid[place] / area[place] : -1;
    case 'not-known':
      return notKnown[place];
    case 'premises':
      return counted ? premisesIn(areas, counted, place) : -1;
    default:
      return operators.find(({ technology }) => column === `none ${technology}`)?.exactly[0][place] ?? 0;
  }
}

/** The premises of a ward are a count's own figure; those of all wards leave out what the count's total holds. */
function asksOf({ wardCodes }: AreaAnalysis, { place, key }: AreaLine, column: string): TableCell['asks'] {
  if (column === 'name') return null;
  if (column === 'premises' && place < wardCodes.length) return { kind: 'not-spots', place: key };
  return { kind: 'area', column, place: key };
}

type PlainCell = Omit<TableCell, 'asks'>;

function cell(areas: AreaAnalysis, counted: Analysis | null, place: number, column: string): PlainCell {
  const plain = (text: string): PlainCell => ({ text, band: null, share: null });
  const { notSpots, area } = areas;
  if (column === 'name') return plain(areas.wardNames[place] ?? 'All wards');
  const found = value(areas, counted, place, column);
  if (column === 'share')
    return { text: shareText(Math.max(0, found), found < 0 ? 0 : 1), band: null, share: Math.max(0, found) };
  if (column === 'premises') return plain(found < 0 ? '–' : count(found));
  const isBanded =
    column === 'not-spots' && notSpots && notSpots.high[place] - notSpots.low[place] > NOTHING * area[place];
  return {
    text: kilometresText(found),
    band: isBanded ? `${kilometresText(notSpots.low[place])}–${kilometresText(notSpots.high[place])}` : null,
    share: null,
  };
}

/** Counted premises of a ward (−1 where none are counted), or of all wards: those outside every ward are not among them. */
function premisesIn(areas: AreaAnalysis, counted: Analysis, place: number): number {
  const inWard = (code: string): number => counted.notSpots.mid[counted.wardCodes.indexOf(code)] ?? -1;
  const code = areas.wardCodes[place];
  if (code !== undefined) return inWard(code);
  return areas.wardCodes.map(inWard).reduce((sum, units) => sum + Math.max(0, units), 0);
}

const NOTHING = 1e-9;
