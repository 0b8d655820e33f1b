import Papa from 'papaparse';
import type { CsvLayout } from './csv-layout.ts';

/** Longest row taken, in UTF-16 units. A longer one is most likely a quote that never closes. */
export const MAX_ROW_LENGTH = 4_000_000;

/** A row as a file has it. `row` is 1-based and counts the header and blank lines, as a spreadsheet does. */
export interface CsvRow {
  readonly row: number;
  readonly cells: string[];
  /** Quotes within quoted cells that are not doubled. Papa Parse keeps them. */
  readonly oddQuotes: number;
}

/**
 * Feeds text to Papa Parse chunk by chunk, as its own streamers do: they need a FileReader or a Node stream, which a
 * worker and a command line do not share. The row that a chunk cuts is parsed anew with the next one. Lines that
 * are blank or hold only spaces are skipped; `""` alone is a row of one blank cell. The same text gives the same rows
 * however it is cut.
 */
export class CsvRows {
  private readonly parser: Papa.Parser;
  private readonly layout: CsvLayout;
  private readonly onRow: (row: CsvRow) => void;
  private row = 0;
  private input = '';
  /** Where in `input` the row being parsed starts. */
  private start = 0;

  constructor(layout: CsvLayout, onRow: (row: CsvRow) => void) {
    this.layout = layout;
    this.onRow = onRow;
    const { delimiter, newline } = layout;
    this.parser = new Papa.Parser({
      delimiter,
      newline,
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) =>
        this.take(data[0], errors, meta.cursor),
    });
  }

  /** Takes the next text. Throws OpenQuote, also when one row grows beyond MAX_ROW_LENGTH. */
  push(text: string): void {
    this.parse(this.input + text, true);
    if (this.input.length > MAX_ROW_LENGTH) throw new OpenQuote(this.row + 1, 'too-long');
  }

  /** Ends the file. Throws OpenQuote where its last quote never closes. */
  finish(): void {
    this.parse(this.input, false);
  }

  private parse(input: string, ignoreLastRow: boolean): void {
    this.input = input;
    this.start = 0;
    this.parser.parse(input, 0, ignoreLastRow);
    this.input = input.slice(this.start);
  }

  private take(cells: string[], errors: readonly Papa.ParseError[], end: number): void {
    this.row++;
    const start = this.start;
    this.start = end;
    if (errors.length > 0) {
      if (errors.some(({ code }) => code === 'MissingQuotes')) throw new OpenQuote(this.row, 'never-closes');
      // Papa Parse looks for the next closing quote, over line ends, and so may have swallowed rows.
      if (cells.some((cell) => cell.includes(this.layout.newline)))
        throw new OpenQuote(this.row, 'closes-later');
    }
    const last = cells.length - 1;
    // A CR before a LF that ends rows by itself: line ends of two kinds in one file.
    if (this.layout.newline === '\n' && cells[last].endsWith('\r')) cells[last] = cells[last].slice(0, -1);
    if (last === 0 && BLANK.test(this.input.slice(start, end))) return;
    this.onRow({ row: this.row, cells, oddQuotes: errors.length });
  }
}

/** A quote opened on `row` that ends that row nowhere, in the wrong place, or not within MAX_ROW_LENGTH. */
export class OpenQuote extends Error {
  readonly row: number;
  readonly how: 'never-closes' | 'closes-later' | 'too-long';

  constructor(row: number, how: OpenQuote['how']) {
    super(`row ${row}: ${how}`);
    this.name = 'OpenQuote';
    this.row = row;
    this.how = how;
  }
}

const BLANK = /^[ \t\r\n]*$/;
