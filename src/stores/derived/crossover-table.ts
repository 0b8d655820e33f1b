import type { Crossover } from '../../domain/evaluation/crossover.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';
import { cheapestAt, surenessAt } from './crossover-places.ts';
import { placeKey } from './place-key.ts';
import { CHEAPEST_LOOKS, SURENESS_LOOKS } from './plan-looks.ts';
import { poundsText } from './pounds-text.ts';
import { rememberLast } from './remember-last.ts';
import { type SortedColumn, type SortedTable, sortedTable, type TableSort } from './sorted-table.ts';
import type { TableColumn } from './table-column.ts';

/** A place of a crossover by its number. */
export interface CrossoverLine {
  readonly key: string;
  readonly at: number;
}

/** The places of a crossover by a column; equal ones keep their order. */
export const crossoverTable = rememberLast(
  (crossover: Crossover, sort: TableSort): SortedTable<CrossoverLine> =>
    sortedTable(
      Array.from(crossover.lon, (lon, at) => ({ key: placeKey({ lon, lat: crossover.lat[at] }), at })),
      columnsOf(crossover),
      sort,
    ),
);

function columnsOf(crossover: Crossover): SortedColumn<CrossoverLine>[] {
  const { unit, units, names, samples, confidence, radioPence, digPence } = crossover;
  const all = units.reduce((sum, one) => sum + one, 0);
  const one = unitWord(unit, 1) === 'premises' ? 'premises' : unitWord(unit, 1);
  const pence = (key: string, header: string, of: Float64Array): SortedColumn<CrossoverLine> => ({
    column: column(
      key,
      header,
      `Whole term, mid costs, for each ${one} there, as its share of what it uses`,
      9,
      true,
    ),
    value: ({ at }) => of[at],
    text: ({ at }) => (Number.isNaN(of[at]) ? 'does not reach it' : poundsText(of[at])),
    foot: '',
  });
  return [
    {
      column: column(
        'place',
        unit === 'postcodes' ? 'Postcode' : 'Premises',
        'By the id in its file',
        12,
        false,
      ),
      value: ({ at }) => names[at],
      text: ({ at }) => names[at],
      foot: `All ${numberOf(names.length, 'place')}`,
    },
    {
      column: column('units', 'How many', 'How many stand at this point', 7, true),
      value: ({ at }) => units[at],
      text: ({ at }) => count(units[at]),
      foot: count(all),
    },
    {
      column: column('cheapest', 'Cheapest', 'Of rooftop radio and dig, at mid costs', 12, false),
      value: ({ at }) => CHEAPEST_LOOKS[cheapestAt(crossover, at)].label,
      text: ({ at }) => CHEAPEST_LOOKS[cheapestAt(crossover, at)].label,
      foot: '',
    },
    {
      column: column(
        'sure',
        'How surely',
        `In how many of ${numberOf(samples, 'sample')} of the costs it stays the cheapest`,
        17,
        false,
      ),
      value: ({ at }) => confidence[at],
      text: ({ at }) => surelyText(crossover, at),
      foot: '',
    },
    pence('radio', 'By radio, each', radioPence),
    pence('dig', 'By digging, each', digPence),
    {
      column: column('difference', 'Radio less dig', 'Below nothing: radio is the cheaper', 9, true),
      value: ({ at }) => radioPence[at] - digPence[at],
      text: ({ at }) => {
        const difference = radioPence[at] - digPence[at];
        return Number.isNaN(difference) ? '–' : poundsText(difference);
      },
      foot: '',
    },
  ];
}

/** "97.0 %: sure", "the only one that reaches it", "–" */
function surelyText(crossover: Crossover, at: number): string {
  const sureness = surenessAt(crossover, at);
  if (sureness === null) return '–';
  if (sureness === 'only') return SURENESS_LOOKS.only.label;
  return `${percent(crossover.confidence[at])} of the samples: ${sureness}`;
}

function column(key: string, header: string, meaning: string, rem: number, numeric: boolean): TableColumn {
  return { key, header, meaning, numeric, sortable: true, width: `${rem}rem` };
}
