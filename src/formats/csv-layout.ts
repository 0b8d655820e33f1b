import Papa from 'papaparse';
import { isPostcode } from '../domain/geo/gss-code.ts';
import { csvPreamble, namedDelimiter } from './csv-preamble.ts';

/** How a file separates cells and rows. */
export interface CsvLayout {
  readonly delimiter: string;
  /** Where it is LF, a CR in front of it belongs to it. */
  readonly newline: '\n' | '\r' | '\r\n';
  /** Rows above the header, blank ones counted, and the titles among them. */
  readonly skippedRows: number;
  readonly titles: readonly string[];
}

/** The ten columns of OS Code-Point Open, which is published without a header row. */
export const CODE_POINT_OPEN_COLUMNS = [
  'Postcode',
  'Positional_quality_indicator',
  'Eastings',
  'Northings',
  'Country_code',
  'NHS_regional_HA_code',
  'NHS_HA_code',
  'Admin_county_code',
  'Admin_district_code',
  'Admin_ward_code',
] as const;

/**
 * The layout that Papa Parse guesses from `head`, the beginning of the file, or that its first line names ("sep=;"). A
 * comma where the guess leaves the first row in one piece. Titles above the table have no say.
 */
export function guessLayout(head: Uint8Array): CsvLayout {
  const text = new TextDecoder().decode(head);
  const whole = guess(text);
  const newline = whole.newline;
  const isMixed = newline === '\r\n' && BARE_LF.test(text.replaceAll(QUOTED, ''));
  const delimiter = namedDelimiter(text) ?? whole.delimiter ?? belowTitles(text) ?? ',';
  const { rows, titles } = csvPreamble(text, delimiter);
  return { delimiter, newline: isMixed ? '\n' : newline, skippedRows: rows, titles };
}

/** True where `cells` is a data row of Code-Point Open: then the file has no header row. */
export function isCodePointOpenRow(cells: readonly string[]): boolean {
  return (
    cells.length >= CODE_POINT_OPEN_COLUMNS.length &&
    isPostcode(cells[0]) &&
    /^\d{2}$/.test(cells[1]) &&
    /^\d{1,6}$/.test(cells[2]) &&
    /^\d{1,7}$/.test(cells[3]) &&
    /^[EWSN]92\d{6}$/.test(cells[4])
  );
}

/** Column names made unique and not blank; `changed` lists what was done, as "column 3". */
export function uniqueNames(names: readonly string[]): { names: string[]; changed: string[] } {
  const taken = new Set<string>();
  const changed: string[] = [];
  const unique = names.map((name, index) => {
    const wanted = name.trim() === '' ? `column ${index + 1}` : name;
    let candidate = wanted;
    for (let copy = 2; taken.has(candidate); copy++) candidate = `${wanted} (${copy})`;
    taken.add(candidate);
    if (candidate !== name) changed.push(`column ${index + 1}`);
    return candidate;
  });
  return { names: unique, changed };
}

/** Null as delimiter where the guess leaves the first row in one piece. */
function guess(text: string): { delimiter: string | null; newline: CsvLayout['newline'] } {
  const { data, meta } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    preview: 10,
    skipEmptyLines: 'greedy',
  });
  const delimiter = data.length > 0 && data[0].length > 1 ? meta.delimiter : null;
  return { delimiter, newline: meta.linebreak as CsvLayout['newline'] };
}

/** The delimiter of what stands below the first blank line near the top; null where nothing does. */
function belowTitles(text: string): string | null {
  const blank = TITLES_AND_BLANK.exec(text);
  return blank && guess(text.slice(blank[0].length)).delimiter;
}

/** Up to ten short lines and a blank one. */
const TITLES_AND_BLANK =
  /^(?:[^\r\n]{1,500}(?:\r\n|\n|\r(?!\n))){1,10}[,;\t| ]*(?:\r\n|\n|\r(?!\n))(?=[^\r\n])/;
const QUOTED = /"[^"]*"/g;
const BARE_LF = /(?:^|[^\r])\n/;
