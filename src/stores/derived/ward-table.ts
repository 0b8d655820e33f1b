import { capitalised } from '../../domain/capitalised.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { layerLabel, technologyDefinition, technologyLabel } from '../../domain/coverage/technology.ts';
import type { AskedFigure } from '../../domain/explain/figure-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import type { Tally } from '../../domain/not-spots/tally.ts';
import { countAt, type PlaceCount, type WardRow, wardRows } from '../../domain/not-spots/ward-rows.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import type { ViewState } from '../view-store.ts';
import { rememberLast } from './remember-last.ts';

/** A column of the ward table. `key` is what the view's sort names. */
export interface WardColumn {
  readonly key: string;
  readonly header: string;
  readonly meaning: string;
  readonly numeric: boolean;
  /** True where some place's count is a range. */
  readonly banded: boolean;
  /** Characters of its longest cell, band and all; 0 for names. */
  readonly longest: number;
  /** False where the recipe ranks no wards. */
  readonly sortable: boolean;
  /** What its numbers are of, for their explanation; null for names. */
  readonly asks: AskedFigure | null;
}

/** A line of the table: the ward's counts and where they stand in the analysis. */
export interface WardLine extends WardRow {
  readonly key: string;
  readonly place: number;
}

export interface WardTable {
  readonly columns: readonly WardColumn[];
  /** Wards in the order asked for. */
  readonly lines: readonly WardLine[];
  /** "Outside every ward" and the total. */
  readonly foot: readonly WardLine[];
  /** The order really used. */
  readonly sort: ViewState['sort'];
  readonly cell: (line: WardLine, column: string) => CellText;
}

/** A cell ready to print. `band` is null for exact counts; `share` draws the small bar. */
export interface CellText {
  readonly text: string;
  readonly band: string | null;
  readonly share: number | null;
}

/** The ward table of an analysis. `everyLayer` gives each layer a column instead of each technology. */
export const wardTable = rememberLast(
  (
    analysis: Analysis,
    layers: readonly LayerRecord[],
    asked: ViewState['sort'],
    everyLayer: boolean,
  ): WardTable => {
    const counted = coverageColumns(analysis, layers, everyLayer);
    const tallies = new Map(counted.map((one) => [one.column.key, one.tally]));
    const lines = linesOf(analysis);
    const columns = [...ownColumns(analysis), ...counted.map((one) => one.column)].map((column) => ({
      ...column,
      longest: column.numeric ? longestOf(lines, column.key, tallies) : 0,
    }));
    const sortable = columns.some((column) => column.key === asked.column && column.sortable);
    const sort = sortable ? asked : { column: 'name', descending: false };
    const wards = lines.filter((line) => line.kind === 'ward');
    return {
      columns,
      lines: sorted(wards, sort, tallies),
      foot: lines.filter((line) => line.kind !== 'ward'),
      sort,
      cell: (line, column) => cellText(line, column, tallies),
    };
  },
);

/** Whether a sort may name `key`: one of the table's own columns, a technology's or a single layer's. */
export function isWardColumn(analysis: Analysis, layers: readonly LayerRecord[], key: string): boolean {
  const columns = [
    ...ownColumns(analysis),
    ...[true, false].flatMap((every) => coverageColumns(analysis, layers, every).map((one) => one.column)),
  ];
  return columns.some((column) => column.key === key);
}

/** Wards by not-spots, most first; by code where the recipe ranks none. */
export const wardsByNotSpots = rememberLast((analysis: Analysis): readonly WardLine[] => {
  const wards = linesOf(analysis).filter((line) => line.kind === 'ward');
  return analysis.ranksWards ? sorted(wards, { column: 'not-spots', descending: true }, new Map()) : wards;
});

const linesOf = rememberLast((analysis: Analysis): readonly WardLine[] => {
  return wardRows(analysis).map((row, place) => ({ ...row, key: row.code || row.kind, place }));
});

type PlainColumn = Omit<WardColumn, 'longest'>;

function ownColumns(analysis: Analysis): PlainColumn[] {
  const { unit, ranksWards } = analysis;
  const number = { numeric: true, banded: false, sortable: true };
  return [
    {
      key: 'name',
      header: 'Ward',
      meaning: 'Electoral ward, as named in the loaded file',
      numeric: false,
      banded: false,
      sortable: true,
      asks: null,
    },
    {
      key: 'units',
      header: capitalised(unit),
      meaning: UNIT_MEANING[unit],
      asks: { kind: 'units' },
      ...number,
    },
    {
      key: 'not-spots',
      header: 'Not-spots',
      meaning: `${capitalised(unit)} that have ${analysis.recipeWords}`,
      asks: { kind: 'not-spots' },
      ...number,
      banded: isBanded(analysis.notSpots),
      sortable: ranksWards,
    },
    {
      key: 'share',
      header: `% of ${unit}`,
      meaning: `Not-spots out of all ${unit} of the ward`,
      asks: { kind: 'share' },
      ...number,
      sortable: ranksWards,
    },
    {
      key: 'not-known',
      header: 'Not known',
      meaning: `${capitalised(unit)} for which the loaded files give no answer`,
      asks: { kind: 'not-known' },
      ...number,
    },
  ];
}

const UNIT_MEANING: Record<Unit, string> = {
  premises: 'Homes and businesses at address level',
  postcodes: 'Postcodes, each counted once however many addresses it has',
  households: 'Households, standing at a point inside their area',
};

interface CoverageColumn {
  readonly column: PlainColumn;
  readonly tally: Tally;
}

function coverageColumns(
  analysis: Analysis,
  layers: readonly LayerRecord[],
  everyLayer: boolean,
): CoverageColumn[] {
  const column = (
    key: string,
    words: { readonly label: string; readonly meaning: string },
    tally: Tally,
    asks: AskedFigure,
  ): CoverageColumn => {
    const [header, meaning] = [capitalised(words.label), words.meaning];
    const banded = isBanded(tally);
    return { column: { key, header, meaning, numeric: true, banded, sortable: true, asks }, tally };
  };
  return [...new Set(layers.map((layer) => layer.technology))].flatMap((technology): CoverageColumn[] => {
    const label = technologyLabel(technology);
    const what = technologyDefinition(technology) ?? 'as the layer defines it';
    const joint = analysis.operators.find((tally) => tally.technology === technology);
    if (joint && !everyLayer) {
      const meaning = `Covered by ${label} of any of ${joint.operators.length} operators: ${what}`;
      const asks: AskedFigure = { kind: 'operators', technology, atLeast: 1 };
      return [column(technology, { label, meaning }, joint.atLeast[0], asks)];
    }
    const mine = layers.filter((layer) => layer.technology === technology);
    return mine.flatMap((layer): CoverageColumn[] => {
      const found = analysis.layers.find((tally) => tally.layerId === layer.id);
      if (!found) return [];
      const short = mine.length === 1 && !everyLayer ? label : layerLabel(layer);
      const meaning = `Covered by ${layer.name}: ${layer.definition || what}`;
      const asks: AskedFigure = { kind: 'covered', layerId: layer.id };
      return [column(layer.key, { label: short, meaning }, found.covered, asks)];
    });
  });
}

function cellText(line: WardLine, column: string, tallies: ReadonlyMap<string, Tally>): CellText {
  const plain = (text: string): CellText => ({ text, band: null, share: null });
  if (column === 'name') return plain(line.name || line.code);
  if (column === 'units') return plain(count(line.units));
  if (column === 'not-known') return plain(count(line.notSpots.notKnown));
  if (column === 'share')
    return { text: line.share === null ? '–' : percent(line.share), band: null, share: line.share };
  const tally = tallies.get(column);
  return counted(tally ? countAt(tally, line.place) : line.notSpots);
}

function longestOf(lines: readonly WardLine[], column: string, tallies: ReadonlyMap<string, Tally>): number {
  return lines.reduce((longest, line) => {
    const { text, band } = cellText(line, column, tallies);
    return Math.max(longest, text.length + (band ? band.length + 1 : 0));
  }, 0);
}

function counted(at: PlaceCount): CellText {
  return {
    text: count(at.mid),
    band: at.low === at.high ? null : `${count(at.low)}–${count(at.high)}`,
    share: null,
  };
}

function sorted(
  lines: readonly WardLine[],
  sort: ViewState['sort'],
  tallies: ReadonlyMap<string, Tally>,
): WardLine[] {
  const turn = sort.descending ? -1 : 1;
  if (sort.column === 'name') {
    return [...lines].sort(
      (a, b) => turn * NAMES.compare(a.name || a.code, b.name || b.code) || compare(a.code, b.code),
    );
  }
  const values = new Map(lines.map((line) => [line, sortValue(line, sort.column, tallies)]));
  const numberOf = (line: WardLine): number => values.get(line) ?? 0;
  return [...lines].sort((a, b) => turn * (numberOf(a) - numberOf(b)) || compare(a.code, b.code));
}

function sortValue(line: WardLine, column: string, tallies: ReadonlyMap<string, Tally>): number {
  if (column === 'units') return line.units;
  if (column === 'not-spots') return line.notSpots.mid;
  if (column === 'not-known') return line.notSpots.notKnown;
  if (column === 'share') return line.share ?? -1;
  return tallies.get(column)?.mid[line.place] ?? 0;
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isBanded({ low, high }: Tally): boolean {
  return low.some((value, place) => value !== high[place]);
}
