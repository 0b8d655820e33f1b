import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import { addSpreads, NO_SPREAD } from '../../domain/cost/spread.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { restrictionWords } from '../../domain/plan/barrier-words.ts';
import { metresOf } from './dig-headline.ts';
import { STREET_LOOKS } from './dig-looks.ts';
import type { DigStreet } from './dig-streets.ts';
import { poundsBand, poundsText } from './pounds-text.ts';
import { rememberLast } from './remember-last.ts';
import type { TableColumn } from './table-column.ts';

/** Streets in the order asked for. */
export interface DigStreetTable {
  readonly columns: readonly TableColumn[];
  readonly lines: readonly DigStreet[];
  /** What lies in no street, and all of it; none where there is no route. */
  readonly foot: readonly DigStreet[];
  readonly cell: (street: DigStreet, column: string) => string;
}

/** Streets of a dig by a column; equal ones keep their order. `worksFrom`: ISO date at which works begin. */
export const digStreetTable = rememberLast(
  (
    streets: readonly DigStreet[],
    bill: BillOfQuantities | null,
    worksFrom: string,
    sort: { readonly column: string; readonly descending: boolean },
  ): DigStreetTable => {
    const { column, descending } = sort;
    const all = allColumns(worksFrom);
    const { value } = all.find((one) => one.column.key === column) ?? all[0];
    const turn = descending ? -1 : 1;
    const lines = [...streets].sort((one, other) => {
      // What a person blocked is found again at the top, wherever its numbers would put it.
      const first = Number(other.state === 'blocked') - Number(one.state === 'blocked');
      if (first !== 0) return first;
      const [a, b] = [value(one), value(other)];
      return turn * (typeof a === 'string' ? NAMES.compare(a, String(b)) : a - Number(b));
    });
    return {
      columns: all.map((one) => one.column),
      lines,
      foot: bill ? footOf(bill) : [],
      cell: (street, key) => all.find((one) => one.column.key === key)?.text(street) ?? '',
    };
  },
);

/** Names of the lines at the foot, which are no streets. */
const FOOT = { state: null, isUsed: true, barriers: [] } as const;

/** Lead-ins, and the sum of all lines: what is built and paid but connections, which no street has. */
function footOf({
  streets,
  trenchMetres,
  ductMetres,
  poleMetres,
  leadInMetres,
  days,
}: BillOfQuantities): DigStreet[] {
  const none = streets.filter(({ street }) => street === null);
  const sum = (some: typeof streets) => some.reduce((all, { pence }) => addSpreads(all, pence), NO_SPREAD);
  return [
    {
      ...FOOT,
      id: 'foot:none',
      name: 'In no street: lead-ins',
      metres: none.reduce((metres, one) => metres + one.metres, 0),
      surfaces: [],
      pence: sum(none),
      days: NO_SPREAD,
    },
    {
      ...FOOT,
      id: 'foot:all',
      name: 'All but connections',
      metres: trenchMetres + ductMetres + poleMetres + leadInMetres,
      surfaces: [],
      pence: sum(streets),
      days,
    },
  ];
}

interface FullColumn {
  readonly column: TableColumn;
  readonly value: (street: DigStreet) => number | string;
  readonly text: (street: DigStreet) => string;
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function allColumns(worksFrom: string): FullColumn[] {
  return [
    make('street', 'Street', 'As the file of streets names it', '12rem', {
      value: ({ name }) => name,
      text: ({ name }) => name,
    }),
    make('state', 'How it stands', 'Whether the route uses it, and what was decided of it', '9rem', {
      value: (street) => standing(street),
      text: standing,
    }),
    numeric('metres', 'Route', 'Metres of the route in it', '6.5rem', {
      value: ({ metres }) => metres,
      text: ({ isUsed, metres }) => (isUsed ? metresOf(metres) : '–'),
    }),
    numeric(
      'cost',
      'Cost',
      'All that is built and paid in it, with the yearly sums as they are worth today',
      '18rem',
      {
        value: ({ pence }) => pence.mid,
        text: ({ isUsed, pence }) => {
          if (!isUsed) return '–';
          const band = poundsBand(pence);
          return `${poundsText(pence.mid)}${band ? ` (${band})` : ''}`;
        },
      },
    ),
    numeric('days', 'Days', 'Days that one gang digs in it', '8rem', {
      value: ({ days }) => days.mid,
      text: ({ isUsed, days }) => (isUsed ? daysText(days) : '–'),
    }),
    make('surface', 'Surface', 'What is broken, most of it first', '14rem', {
      value: ({ surfaces }) => surfacesText(surfaces),
      text: ({ isUsed, surfaces }) => (isUsed ? surfacesText(surfaces) || 'nothing is dug' : '–'),
    }),
    make(
      'restrictions',
      'Restrictions',
      'Of what the route uses, on the day works begin; none loaded does not mean none',
      '22rem',
      {
        value: ({ barriers }) => barriers.length,
        text: ({ barriers }) => restrictionWords(barriers, worksFrom) || 'none loaded',
      },
    ),
  ];
}

/** "On the route", "Blocked by you": whether the route uses it, and what was decided of it. */
export function standing({ state, isUsed }: Pick<DigStreet, 'state' | 'isUsed'>): string {
  if (state === null) return isUsed ? 'On the route' : 'Not used';
  return isUsed && state !== 'forced'
    ? `On the route; ${STREET_LOOKS[state].label.toLowerCase()}`
    : STREET_LOOKS[state].label;
}

/** "4 (3–6)", days made whole upwards as streets are booked. */
export function daysText({ low, mid, high }: DigStreet['days']): string {
  const [least, middle, most] = [low, mid, high].map(Math.ceil);
  return least === most ? count(middle) : `${count(middle)} (${count(least)}–${count(most)})`;
}

/** "footway 120 m, carriageway 40 m" */
export function surfacesText(surfaces: DigStreet['surfaces']): string {
  return [...surfaces]
    .sort((one, other) => other.metres - one.metres)
    .map(
      ({ surface, metres }) =>
        `${surface === 'not known' ? 'surface not known' : surface} ${metresOf(metres)}`,
    )
    .join(', ');
}

type Of = Pick<FullColumn, 'value' | 'text'>;

function make(key: string, header: string, meaning: string, width: string, of: Of): FullColumn {
  return { column: { key, header, meaning, numeric: false, sortable: true, width }, ...of };
}

function numeric(key: string, header: string, meaning: string, width: string, of: Of): FullColumn {
  return { column: { key, header, meaning, numeric: true, sortable: true, width }, ...of };
}
