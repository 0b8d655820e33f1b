import type { Source } from '../domain/project/figure.ts';
import { guessLayout } from './csv-layout.ts';
import { CsvRows, OpenQuote } from './csv-rows.ts';
import { REGISTER_COLUMNS, type RegisterColumn, unshielded } from './rate-card-csv.ts';
import { RateCardRefused } from './rate-card-refused.ts';

/** A line of a rate card, by its columns. */
export interface RateLine {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly cells: ReadonlyMap<RegisterColumn, string>;
}

/**
 * The lines of a CSV file under its header; `hasCommas`: cells stand between ;, so that numbers may have a comma for the
 * point. Throws RateCardRefused where a quote does not close, or where there are more lines than a person could have written.
 */
export function rateLines(
  text: string,
  fileName: string,
): { readonly lines: RateLine[]; readonly columns: ReadonlySet<string>; readonly hasCommas: boolean } {
  const body = text.replace(/^\ufeff/, '');
  const layout = guessLayout(new TextEncoder().encode(body.slice(0, 65_536)));
  const lines: RateLine[] = [];
  let columns: readonly string[] | null = null;
  const rows = new CsvRows(layout, ({ row, cells }) => {
    if (row <= layout.skippedRows) return;
    if (lines.length >= MOST_LINES)
      throw new RateCardRefused('NOT_RATES', fileName, [
        `row ${row}: here are more than ${MOST_LINES.toLocaleString('en-GB')} rows, and the largest register has a few hundred. Load the file that was saved from Notspot.`,
      ]);
    if (columns) {
      const named = columns.flatMap((column, at): [RegisterColumn, string][] =>
        isColumn(column) ? [[column, cells[at] ?? '']] : [],
      );
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ row, cells: new Map(named) });
    } else columns = cells.map((cell) => cell.trim().toLowerCase());
  });
  try {
    rows.push(body);
    rows.finish();
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    throw new RateCardRefused('NOT_RATES', fileName, [
      `row ${error.row}: a quote opens there that does not close as it should. Close or double it and load the file again.`,
    ]);
  }
  return { lines, columns: new Set(columns ?? []), hasCommas: layout.delimiter === ';' };
}

/** More than a hundred radios with all their figures. */
const MOST_LINES = 5_000;

function isColumn(name: string): name is RegisterColumn {
  return REGISTER_COLUMNS.includes(name as RegisterColumn);
}

/** What stands in a column of a line; blank where it has none. */
export function cell({ cells }: RateLine, column: RegisterColumn): string {
  return cells.get(column) ?? '';
}

/** The source that a line names; null: none, it is assumed. */
export function sourceOf(line: RateLine): Source | null {
  const told = (column: RegisterColumn): string | null => unshielded(cell(line, column)) || null;
  const [title, publisher, date, licence, url, attribution] = (
    ['source', 'publisher', 'date', 'licence', 'link', 'attribution'] as const
  ).map(told);
  if ([title, publisher, date, licence, url, attribution].every((part) => part === null)) return null;
  return {
    title: title ?? '',
    publisher,
    date,
    licence,
    url,
    ...(attribution === null ? {} : { attribution }),
  };
}

/** "16", "£1,500", "3.5"; with commas for points "3,5". NaN for what is no number. */
export function numberOf(text: string, hasCommas: boolean): number {
  let plain = text.trim().replace(/^£ ?/, '').replace('−', '-');
  if (hasCommas) plain = plain.replace(',', '.');
  else if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}
