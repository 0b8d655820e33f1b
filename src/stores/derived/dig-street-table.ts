import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import { NO_SPREAD, spreadWithout } from '../../domain/cost/spread.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import { restrictionWords } from '../../domain/plan/barrier-words.ts';
import { numberOf } from './count-text.ts';
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
    const all = allColumns(worksFrom, bill?.termYears ?? null);
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

/** What lies in no street, connections, and the sum of all lines: what the headline says. */
function footOf({
  streets,
  trenchMetres,
  ductMetres,
  poleMetres,
  leadInMetres,
  parts,
  premises,
  capital,
  presentValueOfRunning,
  streetDays,
}: BillOfQuantities): DigStreet[] {
  const none = streets.filter(({ street }) => street === null);
  const connections = parts.find(({ what }) => what === 'connection');
  return [
    ...none.map((one) => ({
      ...FOOT,
      id: 'foot:none',
      name: 'In no street',
      metres: one.metres,
      surfaces: one.surfaces,
      pence: one.capital,
      running: spreadWithout(one.pence, one.capital),
      days: one.days,
    })),
    ...(connections
      ? [
          {
            ...FOOT,
            id: 'foot:connections',
            name: `Connections: ${percent(premises.takeUpPercent / 100)} of ${count(premises.served)} served`,
            metres: 0,
            surfaces: [],
            pence: connections.pence,
            running: NO_SPREAD,
            days: NO_SPREAD,
          },
        ]
      : []),
    {
      ...FOOT,
      id: 'foot:all',
      name: 'All of it',
      metres: trenchMetres + ductMetres + poleMetres + leadInMetres,
      surfaces: [],
      pence: capital,
      running: presentValueOfRunning,
      days: streetDays,
    },
  ];
}

interface FullColumn {
  readonly column: TableColumn;
  readonly value: (street: DigStreet) => number | string;
  readonly text: (street: DigStreet) => string;
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function allColumns(worksFrom: string, termYears: number | null): FullColumn[] {
  const term = termYears === null ? 'the years of the rates' : numberOf(termYears, 'year');
  return [
    make('street', 'Street', 'As the file of streets names it', '11rem', {
      value: ({ name }) => name,
      text: ({ name }) => name,
    }),
    numeric(
      'days',
      'Days',
      'Days that one gang digs in it, made whole upwards; of lines without a name to the tenth, and made whole once for all of them',
      '8.5rem',
      {
        value: ({ days }) => days.mid,
        text: ({ isUsed, isNameless, days }) =>
          isUsed ? (isNameless ? daysInTenths(days) : daysText(days)) : '–',
      },
    ),
    numeric('metres', 'Route', 'Metres of the route in it', '5.5rem', {
      value: ({ metres }) => metres,
      text: ({ isUsed, metres }) => (isUsed ? metresOf(metres) : '–'),
    }),
    numeric(
      'cost',
      'To build',
      'What is paid once in it; whole pounds, so that a sum of them may be a few off',
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
    make(
      'restrictions',
      'Restrictions',
      'Of what the route uses, on the day works begin; none loaded does not mean none',
      '20rem',
      {
        value: ({ barriers }) => barriers.length,
        text: ({ barriers }) => restrictionWords(barriers, worksFrom) || 'none loaded',
      },
    ),
    make('surface', 'Surface', 'What is broken, most of it first', '14rem', {
      value: ({ surfaces }) => surfacesText(surfaces),
      text: ({ isUsed, surfaces }) => (isUsed ? surfacesText(surfaces) || 'nothing is dug' : '–'),
    }),
    numeric('run', 'To run', `Rents and maintenance over ${term}, as they are worth today`, '6.5rem', {
      value: ({ running }) => running.mid,
      text: ({ isUsed, running }) => (isUsed ? poundsText(running.mid) : '–'),
    }),
    make('state', 'How it stands', 'Whether the route uses it, and what was decided of it', '9rem', {
      value: (street) => standing(street),
      text: standing,
    }),
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
  const [least, middle, most] = [low, mid, high].map((days) => Math.max(0, Math.ceil(days - 1e-9)));
  return least === most ? count(middle) : `${count(middle)} (${count(least)}–${count(most)})`;
}

/** "0.6 (0.4–0.9)": of a line that is a street or part of one, which is not known. */
function daysInTenths({ low, mid, high }: DigStreet['days']): string {
  const [least, middle, most] = [low, mid, high].map((days) => days.toFixed(1));
  return least === most ? middle : `${middle} (${least}–${most})`;
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
