import { capitalised } from '../../domain/capitalised.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import { count, tenths } from '../../domain/not-spots/headline.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { type BesideInput, publishedBeside } from '../../domain/published/published-beside.ts';
import type { PublishedFigure, PublishedTable } from '../../domain/published/published-table.ts';
import {
  changedSince,
  spreadByGroup,
  spreadOf,
  standingOf,
  type WiderShare,
  widerShare,
} from '../../domain/published/standing.ts';
import { type BesideText, besideText } from './compare-beside.ts';
import { rankWords } from './ordinal.ts';
import { type SourceText, sourceText } from './source-text.ts';
import { unbroken } from './unbroken.ts';

/** A published table to choose: "Gigabit, September 2023". */
export interface TableChoice {
  readonly id: string;
  readonly label: string;
}

/** An authority against the others of a table, ready to print. */
export interface AuthoritiesView {
  readonly tableId: string;
  /** "gigabit" */
  readonly what: string;
  readonly of: 'premises' | 'land';
  /** "Westminster: 76.8 %, 187th of 374 authorities (the highest is 1st)"; null where the table has no figure of it. */
  readonly standing: string | null;
  readonly spread: string;
  /** Every authority's share, for a chart and its table. */
  readonly values: readonly { readonly key: string; readonly label: string; readonly value: number }[];
  /** Code of the authority; what the chart marks. */
  readonly code: string;
  readonly peers: readonly { readonly code: string; readonly name: string; readonly share: string }[];
  readonly groups: readonly {
    readonly group: string;
    readonly of: number;
    readonly median: string;
    readonly lowest: string;
    readonly highest: string;
    readonly place: string;
  }[];
  readonly wider: string;
  /** What the table's reader must know; `items` say it one by one. */
  readonly notes: readonly { readonly text: string; readonly items: readonly string[] }[];
  readonly beside: BesideText | null;
  /** What `beside` was worked out from. */
  readonly besideOf: BesideInput | null;
  readonly source: SourceText;
  readonly fileName: string;
}

/** The loaded tables, the latest gigabit one first. */
export function tableChoices(tables: readonly PublishedTable[]): TableChoice[] {
  return ordered(tables).map((table) => ({ id: table.id, label: labelOf(table) }));
}

/** The latest table of a technology's share of premises; undefined where none is loaded. */
export function latestTable(
  tables: readonly PublishedTable[],
  technology: string,
): PublishedTable | undefined {
  return ordered(tables).find((table) => table.technology === technology && table.of === 'premises');
}

/** The chosen table (the first where none is) with the authority's place in it; null where no table is loaded. */
export function authoritiesView(comparison: Comparison, tableId: string | null): AuthoritiesView | null {
  const tables = ordered(comparison.published);
  const table = tables.find(({ id }) => id === tableId) ?? tables[0];
  if (!table) return null;
  const code = comparison.authority?.code ?? '';
  const standing = standingOf(table, code);
  const { lowest, highest } = spreadOf(table);
  const counted = comparison.counted.find(({ technology }) => technology === table.technology);
  const besideOf =
    standing && counted && table.of === 'premises' ? { figure: standing.figure, table, counted } : null;
  return {
    tableId: table.id,
    what: table.label,
    of: table.of,
    standing: standing
      ? unbroken(
          `${standing.figure.name}: ${standing.figure.percent} %, ${rankWords(standing.rank, standing.sharing)} of ${standing.of} authorities, the highest share being 1st.`,
        )
      : null,
    spread: unbroken(
      `Lowest: ${lowest.name}, ${lowest.percent} %. Highest: ${highest.name}, ${highest.percent} %.`,
    ),
    values: table.figures.map(({ code: key, name, percent }) => ({ key, label: name, value: percent })),
    code,
    peers: (standing?.peers ?? []).map(({ code: key, name, percent }) => ({
      code: key,
      name,
      share: `${percent} %`,
    })),
    groups: spreadByGroup(table, code).map((group) => ({
      group: group.group,
      of: group.of,
      median: points(group.quartiles[1]),
      lowest: `${group.lowest.percent} %`,
      highest: `${group.highest.percent} %`,
      place: group.own ? rankWords(group.own.rank, group.own.sharing) : '–',
    })),
    wider: unbroken(widerWords(widerShare(table))),
    notes: notesOf(table),
    beside: besideOf && besideText(publishedBeside(besideOf)),
    besideOf,
    source: sourceText({ ...table.source, date: table.period ?? table.source.date }),
    fileName: table.fileName,
  };
}

/** Authorities that can be chosen: those of the tables, by name. */
export function authorityChoices(tables: readonly PublishedTable[]): readonly PublishedFigure[] {
  const found = new Map(tables.flatMap(({ figures }) => figures.map((figure) => [figure.code, figure])));
  return [...found.values()].sort((one, other) => NAMES.compare(one.name, other.name));
}

const NAMES = new Intl.Collator('en-GB');

/** Shares of premises before shares of land, gigabit before others, the latest first. */
function ordered(tables: readonly PublishedTable[]): PublishedTable[] {
  const weight = ({ of, technology }: PublishedTable): number =>
    (of === 'land' ? 2 : 0) + (technology === 'gigabit' ? 0 : 1);
  return tables.toSorted((one, other) => {
    if (weight(one) !== weight(other)) return weight(one) - weight(other);
    const [a, b] = [one.period ?? '', other.period ?? ''];
    return a < b ? 1 : a > b ? -1 : 0;
  });
}

function labelOf(table: PublishedTable): string {
  const what = capitalised(table.label);
  return `${what}, ${table.period ? dateWords(table.period) : `date not known (${table.fileName})`}`;
}

/** A published share, without a needless decimal: "76 %", "75.6 %". */
export function points(value: number): string {
  return `${tenths(value)} %`;
}

function widerWords(wider: WiderShare): string {
  switch (wider.kind) {
    case 'published':
      return `Also in the table: ${wider.figures.map(({ name, percent }) => `${name} ${percent} %`).join(', ')}.`;
    case 'counted':
      return `All ${wider.authorities} authorities of the table together: ${points(wider.percent)} of ${count(wider.units)} premises, counted from their shares and premises.`;
    case 'none':
      return wider.why;
  }
}

function notesOf(table: PublishedTable): AuthoritiesView['notes'] {
  const notes: AuthoritiesView['notes'][number][] = [];
  if (table.technologyGuessed)
    notes.push({
      text: `No column says what the share is of: “${table.label}” is taken from the file’s name (assumed). Name its technology on the Data page to be sure.`,
      items: [],
    });
  const changed = changedSince(table);
  if (changed.length > 0)
    notes.push({
      text: `${changed.length} of its ${table.figures.length} authorities no longer exist by these codes; they are ranked as the table has them.`,
      items: changed.map(
        ({ figure, until, became }) =>
          `${figure.name} (${figure.code}) ended on ${dateWords(until)} and ${became}.`,
      ),
    });
  if (table.withoutShare.length > 0)
    notes.push({
      text: `For ${table.withoutShare.length} authorities the table has no share: they have no rank.`,
      items: table.withoutShare,
    });
  return notes;
}
