import { count } from '../domain/not-spots/headline.ts';
import { type Content, element, type Markup, parts } from './page-html.ts';

/** A table of a page. The first cell of each row is its heading. */
export interface PageTable {
  readonly caption: Content;
  readonly columns: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
  /** Columns, from 0, whose cells are numbers. */
  readonly numbers?: readonly number[];
  readonly className?: string;
  /** Rows beyond so many are left out, and said to be; without it all are shown. */
  readonly most?: number;
  /** Shares of the width in per cent, each a multiple of 5 from 5 to 60; the others share what is left alike. */
  readonly widths?: readonly (number | null)[];
}

/** A table with caption and scopes. Where it has no rows, `none` in words. */
export function pageTable(
  { caption, columns, rows, numbers = [], className, widths = [], most = rows.length }: PageTable,
  none: string,
): Markup {
  if (rows.length === 0) return element('p', {}, none);
  const kind = (at: number) => ({ class: numbers.includes(at) ? 'number' : null });
  const cells = (row: readonly Content[]): Markup[] =>
    row.map((cell, at) =>
      at === 0 ? element('th', { scope: 'row', ...kind(at) }, cell) : element('td', kind(at), cell),
    );
  const table = element(
    'table',
    { class: className ?? null },
    element('caption', {}, caption),
    element(
      'colgroup',
      {},
      ...columns.map((_, at) => element('col', { class: widths[at] ? `w${widths[at]}` : null })),
    ),
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map((name, at) => element('th', { scope: 'col', ...kind(at) }, name))),
    ),
    element('tbody', {}, ...rows.slice(0, most).map((row) => element('tr', {}, ...cells(row)))),
  );
  if (rows.length <= most) return table;
  return parts(
    table,
    element(
      'p',
      { class: 'left-out' },
      `The first ${count(most)} of ${count(rows.length)} lines stand here; the plan’s CSV files, handed over beside this page, have them all.`,
    ),
  );
}

/** Longer tables of a page are cut here: what is read on paper ends somewhere. */
export const MOST_ROWS = 60;
