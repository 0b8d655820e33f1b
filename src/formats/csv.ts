import Papa from 'papaparse';
import type { FileIssue, FileReport } from '../domain/tables/file-report.ts';
import { counted, IssueCollector } from '../domain/tables/issue-collector.ts';
import { isFiniteNumberText } from '../domain/tables/number-cell.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { NO_GEOMETRY, type SourceTable } from '../domain/tables/source-table.ts';
import { type TextColumn, TextColumnBuilder } from '../domain/tables/text-column.ts';
import { type ByteSource, openBytes } from './byte-source.ts';
import { withDecimalPoints } from './csv-decimal-comma.ts';
import {
  CODE_POINT_OPEN_COLUMNS,
  type CsvLayout,
  guessLayout,
  isCodePointOpenRow,
  uniqueNames,
} from './csv-layout.ts';
import { type CsvRow, CsvRows, MAX_ROW_LENGTH, OpenQuote } from './csv-rows.ts';
import { csvText, NotUtf8, utf8Cell } from './csv-text.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { MAX_ROWS_COUNTED, refuseByEstimate, tooManyRows } from './table-limits.ts';

/**
 * Reads a CSV (or TSV, or with ; or |) into text columns. Throws FileRefused where a quote never closes, or closes only
 * behind line ends. Rows with too few cells are filled with blanks, rows with too many are left out unless the
 * surplus is blank. A file that is not all UTF-8 is read again through `reopen`, its other cells as Windows-1252. All of
 * it is counted in the report.
 */
export async function readCsv({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  try {
    return [await readAs('utf-8', source)];
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return [await readAs('windows-1252', await openBytes(file, options))];
  }
}

/**
 * CSV text of `rows` under `header`, CRLF between rows. Text that a spreadsheet could take for a formula gets a ' in
 * front; finite numbers, typed or as text, stay as they are (−2.35 is a longitude). null is a blank cell.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  const lines = [header.map(safeCell)];
  for (const row of rows) lines.push(row.map(safeCell));
  // A lone blank cell would read back as a blank line, and one that every reader would cut at another mark as two.
  const quotes = header.length === 1 && ((cell: string) => cell === '' || /[|;\t\x1e\x1f]/.test(cell));
  return `${Papa.unparse(lines, { newline: NEWLINE, quotes })}${NEWLINE}`;
}

async function readAs(
  encoding: 'utf-8' | 'windows-1252',
  source: ByteSource,
): Promise<{ table: SourceTable; report: FileReport }> {
  const layout = guessLayout(source.head);
  const reader = new CsvReader(encoding === 'windows-1252', layout);
  const rows = new CsvRows(layout, (row) => {
    if (row.row > layout.skippedRows) reader.take(row);
    if (row.row > MAX_ROWS_COUNTED) throw tooManyRows(source);
  });
  try {
    refuseByEstimate(source, columnsIn(source.head, layout));
    for await (const text of csvText(source, encoding)) rows.push(text);
    rows.finish();
  } catch (error) {
    await source.close();
    if (!(error instanceof OpenQuote)) throw error;
    const place = `row ${error.row}`;
    const message = `${source.name}: ${openQuoteMessage(error, place)}`;
    throw refuseFile(source, [{ code: 'CSV_QUOTES', message, examples: [place] }]);
  }
  return reader.finish(source);
}

/** How many columns the first rows have, by the delimiters in them. */
function columnsIn(head: Uint8Array, { delimiter }: CsvLayout): number {
  const text = new TextDecoder().decode(head);
  const lines = text.split(/[\r\n]+/).length;
  return Math.round((text.split(delimiter).length - 1) / lines) + 1;
}

class CsvReader {
  private readonly mayBeWindows: boolean;
  private readonly layout: CsvLayout;
  private readonly found = new IssueCollector();
  private builders: TextColumnBuilder[] = [];
  private headerAssumed = false;
  private rows = 0;
  private rowsLeftOut = 0;
  private rowsRepaired = 0;

  constructor(mayBeWindows: boolean, layout: CsvLayout) {
    this.mayBeWindows = mayBeWindows;
    this.layout = layout;
    for (const title of layout.titles) this.found.add('TITLE_LINES', 'note', title.slice(0, 120));
  }

  take(row: CsvRow): void {
    if (this.builders.length === 0 && this.takeHeader(row)) return;
    const { cells } = row;
    const width = this.builders.length;
    let used = cells.length;
    while (used > width && cells[used - 1] === '') used--;
    if (used > width) {
      this.rowsLeftOut++;
      this.found.add('CSV_RAGGED', 'left-out', () => this.raggedPlace(row));
      return;
    }
    const recoded = this.mayBeWindows ? this.inUtf8(cells, `data row ${this.rows + 1}`) : 0;
    for (let cell = 0; cell < width; cell++) this.builders[cell].push(cell < used ? cells[cell] : '');
    this.rows++;
    if (row.oddQuotes > 0) this.found.add('CSV_QUOTES', 'repaired', `row ${row.row}`, row.oddQuotes);
    if (cells.length !== width) this.found.add('CSV_RAGGED', 'repaired', () => this.raggedPlace(row));
    if (cells.length !== width || recoded > 0) this.rowsRepaired++;
  }

  finish(source: ByteSource): { table: SourceTable; report: FileReport } {
    if (this.builders.length === 0)
      throw refuseFile(source, [{ code: 'EMPTY', message: `${source.name} is empty.` }]);
    if (this.rows === 0) this.found.add('EMPTY', 'note', null);
    const table: SourceTable = {
      fileName: source.name,
      format: 'csv',
      rows: this.rows,
      columns: this.builders.map((builder) => this.settled(builder.finish())),
      geometry: NO_GEOMETRY,
      headerAssumed: this.headerAssumed,
    };
    const report: FileReport = {
      fileName: source.name,
      bytes: source.size,
      rowsRead: this.rows + this.rowsLeftOut,
      rowsUsed: this.rows,
      rowsRepaired: this.rowsRepaired,
      rowsLeftOut: this.rowsLeftOut,
      issues: [...source.issues, ...this.found.issues(csvMessage)],
    };
    return { table, report };
  }

  private settled(column: TextColumn): TextColumn {
    const pointed = this.layout.delimiter === ';' ? withDecimalPoints(column) : null;
    if (!pointed) return column;
    this.found.add('DECIMAL_COMMA', 'note', `column "${column.name}"`, pointed.changed);
    return pointed.column;
  }

  /** Names the columns by the first row; returns false where that row is data already. */
  private takeHeader({ cells }: CsvRow): boolean {
    this.headerAssumed = isCodePointOpenRow(cells.map((cell) => cell.trim()));
    if (this.headerAssumed) {
      this.found.add('HEADER_ASSUMED', 'note', 'row 1');
      const names = cells.map((_, cell) => CODE_POINT_OPEN_COLUMNS[cell] ?? `column ${cell + 1}`);
      this.builders = names.map((name) => new TextColumnBuilder(name));
      return false;
    }
    if (this.mayBeWindows) this.inUtf8(cells, 'header');
    const { names, changed } = uniqueNames(cells.map((cell) => cell.trim()));
    for (const place of changed) this.found.add('DUPLICATE_COLUMN', 'note', place);
    this.builders = names.map((name) => new TextColumnBuilder(name));
    return true;
  }

  private raggedPlace({ row, cells }: CsvRow): string {
    return `row ${row}: ${cells.length} cells, not ${this.builders.length}`;
  }

  /** Puts `cells`, decoded as Windows-1252, right where they are UTF-8; returns how many are not. */
  private inUtf8(cells: string[], place: string): number {
    let others = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      if (ASCII.test(cells[cell])) continue;
      const text = utf8Cell(cells[cell]);
      if (text !== null) {
        cells[cell] = text;
        continue;
      }
      others++;
      const name = this.builders[cell]?.name;
      this.found.add('BAD_ENCODING', 'repaired', `${place}, column ${name ? `"${name}"` : cell + 1}`);
    }
    return others;
  }
}

function openQuoteMessage({ how }: OpenQuote, place: string): string {
  switch (how) {
    case 'never-closes':
      return `a quote opened on ${place} never closes. Close or double it there, then load the file again.`;
    case 'closes-later':
      return `a cell that opens on ${place} has text behind a quote. Double the quotes within it, then load the file again.`;
    case 'too-long':
      return `${place} is longer than ${MAX_ROW_LENGTH / 1_000_000} million characters. Look for an open quote there.`;
  }
}

function csvMessage(code: FileIssue['code'], outcome: FileIssue['outcome'], count: number): string {
  switch (code) {
    case 'CSV_RAGGED':
      return outcome === 'left-out'
        ? `${counted(count, 'row')} left out: more cells than the header names. Look for unquoted commas.`
        : `${counted(count, 'row')} had fewer cells than the header, or blank surplus ones: read with blanks.`;
    case 'CSV_QUOTES':
      return `${counted(count, 'quote')} within quoted cells ${count === 1 ? 'was' : 'were'} not doubled: kept as text.`;
    case 'BAD_ENCODING':
      return `${counted(count, 'cell')} not in UTF-8, read as Windows-1252. Check accents and £ signs.`;
    case 'HEADER_ASSUMED':
      return 'No header row: the rows are laid out like OS Code-Point Open, so its column names were used.';
    case 'TITLE_LINES':
      return `${counted(count, 'title line')} above the header row left out of the table.`;
    case 'DECIMAL_COMMA':
      return `${counted(count, 'number')} with a decimal comma read with a point. Check a few of them.`;
    case 'DUPLICATE_COLUMN':
      return `${counted(count, 'column')} had a blank or repeated name and got a new one.`;
    default:
      return 'The file has a header row but no rows.';
  }
}

/** The cell as it is written: no number that is none, no text that a spreadsheet would run. */
function safeCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return FORMULA_START.test(cell) && !isFiniteNumberText(cell) ? `'${cell}` : cell;
}

const NEWLINE = '\r\n';
const FORMULA_START = /^[=+\-@\t\r\n]/;
const ASCII = /^[\x00-\x7f]*$/;
