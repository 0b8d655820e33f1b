import type { DigOnceCalendar, SharedWorks } from '../../domain/plan/barrier-ledger.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { leverFrom } from '../../domain/plan/levers-known.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { numberOf } from './count-text.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { poundsBand, poundsText } from './pounds-text.ts';
import { rememberLast } from './remember-last.ts';

/** Works of others in a street that designs dig, ready to print. */
export interface DigOnceRow {
  readonly key: string;
  /** Id of the street. */
  readonly street: string;
  readonly streetName: string;
  /** "Wrenne Water, water main renewal" */
  readonly what: string;
  /** "1 March 2027 until 31 May 2027" */
  readonly when: string;
  /** Whether they would let a duct in, and why it cannot be shared all the same: one sentence without its point. */
  readonly standing: string;
  /** What each design that digs there would save. */
  readonly savings: readonly {
    readonly intervention: BuiltIntervention;
    readonly name: string;
    readonly saved: string;
    readonly metres: string;
  }[];
  readonly isShared: boolean;
  /** Shares the trench of this street; null: it is shared, or cannot be. */
  readonly lever: Lever | null;
  /** Why not, in words; '' where it could. */
  readonly whyNot: string;
  /** Days after the first day of the calendar shown; null: dates not known. */
  readonly from: number | null;
  readonly until: number | null;
}

export interface DigOnceView {
  readonly summary: string;
  readonly rows: readonly DigOnceRow[];
  /** Days that the picture spans, the day on which works begin, and the first days of years within it. */
  readonly days: number;
  readonly begin: number;
  readonly years: readonly { readonly at: number; readonly year: string }[];
}

/** The calendar with the works of one street once, however many designs dig there. */
export const digOnceView = rememberLast((calendar: DigOnceCalendar): DigOnceView => {
  const grouped = new Map<string, SharedWorks[]>();
  for (const works of calendar.works) {
    const key = JSON.stringify([works.street, works.promoter, works.works, works.begins, works.ends]);
    grouped.set(key, [...(grouped.get(key) ?? []), works]);
  }
  const known = calendar.works.flatMap(({ begins, ends }) => [begins, ends]).filter((day) => day !== null);
  const first = [calendar.worksFrom, ...known].reduce((one, other) => (one < other ? one : other));
  const last = [calendar.worksFrom, ...known].reduce((one, other) => (one > other ? one : other));
  const rows = Array.from(grouped, ([key, list]) => rowOf(key, list, first));
  return {
    summary: summaryOf(calendar, rows),
    rows,
    days: Math.max(1, daysBetween(first, last)),
    begin: daysBetween(first, calendar.worksFrom),
    years: yearsBetween(first, last),
  };
});

function rowOf(key: string, list: readonly SharedWorks[], first: string): DigOnceRow {
  const [{ street, streetName, promoter, works, begins, ends, shares, isInTime }] = list;
  const isShared = list.some((one) => one.isShared);
  const whyNot = isShared
    ? ''
    : shares === false
      ? 'they let nobody in'
      : isInTime
        ? ''
        : begins === null
          ? 'its dates are not known'
          : 'they do not dig in the year in which this plan could wait';
  return {
    key,
    street,
    streetName,
    what: [promoter ?? 'who digs is not known', works].filter(Boolean).join(', '),
    when: whenWords(begins, ends),
    standing: standingOf({ shares, isShared, whyNot }),
    savings: list.map(({ intervention, penceSaved, metres }) => {
      const band = poundsBand(penceSaved);
      return {
        intervention,
        name: INTERVENTION_TEXT[intervention].name,
        saved: `${poundsText(penceSaved.mid)}${band ? ` (${band})` : ''}`,
        metres: `${Math.round(metres).toLocaleString('en-GB')} m`,
      };
    }),
    isShared,
    lever: isShared || whyNot !== '' ? null : leverFrom('dig-once', [street]),
    whyNot,
    from: begins === null ? null : daysBetween(first, begins),
    until: ends === null ? null : daysBetween(first, ends),
  };
}

function standingOf({
  shares,
  isShared,
  whyNot,
}: Pick<SharedWorks, 'shares' | 'isShared'> & { readonly whyNot: string }): string {
  if (isShared) return 'the trench is shared with them';
  if (shares === false) return 'they let nobody in, so it cannot be shared';
  const said = shares ? 'they would let a duct in' : 'nobody has asked them';
  return whyNot === '' ? said : `${said}, but ${whyNot}: it cannot be shared`;
}

function whenWords(begins: string | null, ends: string | null): string {
  if (begins === null) return 'dates not known';
  return ends === null ? `from ${dateWords(begins)}` : `${dateWords(begins)} until ${dateWords(ends)}`;
}

function summaryOf({ listed, unmatched }: DigOnceCalendar, rows: readonly DigOnceRow[]): string {
  if (listed === 0) return 'No calendar of planned excavations is loaded.';
  const of = `Of ${numberOf(listed, 'planned excavation')}, ${rows.length === 0 ? 'none lies' : rows.length === 1 ? 'one lies' : `${rows.length} lie`} in a street that a design digs.`;
  return unmatched === 0
    ? of
    : `${of} ${numberOf(unmatched, 'row')} of the calendar ${unmatched === 1 ? 'names' : 'name'} no street that is loaded.`;
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

function yearsBetween(first: string, last: string): { at: number; year: string }[] {
  const years: { at: number; year: string }[] = [];
  for (let year = Number(first.slice(0, 4)) + 1; `${year}-01-01` <= last; year++)
    years.push({ at: daysBetween(first, `${year}-01-01`), year: String(year) });
  return years;
}
