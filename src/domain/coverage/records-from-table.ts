import type { FileIssue, IssueCode } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { type RowFilter, rowsWhere } from '../tables/rows-where.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn, textColumn } from '../tables/text-column.ts';
import type { CodeMeaning } from './code-meaning.ts';
import type { LayerRecord } from './layer.ts';
import type { RecordCoverage } from './layer-data.ts';

/** How a column of records is read where it is no plain yes or no. Explained at LayerRecord. */
export interface RecordReading {
  readonly atLeast?: number;
  readonly codes?: readonly CodeMeaning[];
  readonly where?: readonly RowFilter[];
}

/**
 * Per-premises answers from a column: yes/no (true, 1, y …), or with `atLeast` a speed in the column's own unit, covered
 * from that value on; with `codes` only those numbers are read, negative ones as not known. Blank and "unknown" are not
 * known; anything else is too, and is counted. Rows that do not meet `where` have no record. Ids stay text.
 * Throws RangeError where a column is not in the table.
 */
export function recordsFromTable(
  wholeTable: SourceTable,
  idColumn: string,
  valueColumn: string,
  options: RecordReading = {},
): { records: RecordCoverage; issues: FileIssue[] } {
  const table = rowsWhere(wholeTable, options.where ?? []);
  const found = new IssueCollector();
  const ids = mustHave(table, idColumn);
  const column = mustHave(table, valueColumn);
  const values = new Int8Array(table.rows);
  const known = options.codes ? new Set(options.codes.map(({ code }) => code)) : null;
  const wordOf = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const value =
      options.atLeast === undefined
        ? wordAnswer(column, row, wordOf)
        : numberAnswer(column, row, options.atLeast, known);
    values[row] = value === UNREADABLE ? -1 : value;
    if (value === UNREADABLE)
      found.add(
        'BAD_VALUE',
        'left-out',
        () => `data row ${row + 1}: "${cellText(column, row).slice(0, 20)}"`,
      );
  }
  return { records: { shape: 'records', ids: trimmed(ids), values }, issues: found.issues(message) };
}

/** How a layer's column is read. */
export function recordReading(layer: Pick<LayerRecord, 'atLeast' | 'codes' | 'where'>): RecordReading {
  return { atLeast: layer.atLeast ?? undefined, codes: layer.codes, where: layer.where };
}

/** What a yes/no cell says: 1, 0, −1 for "not known"; undefined where it is no such word. */
export function yesNoOf(text: string): 1 | 0 | -1 | undefined {
  return WORDS.get(text.trim().toLowerCase());
}

const UNREADABLE = 2;
const WORDS = new Map<string, 1 | 0 | -1>([
  ...['yes', 'y', 'true', 't', '1', '1.0'].map((word): [string, 1] => [word, 1]),
  ...['no', 'n', 'false', 'f', '0', '0.0'].map((word): [string, 0] => [word, 0]),
  ...['', '-1', 'unknown', 'not known', 'null', 'none', 'n/a', 'na', '?'].map((word): [string, -1] => [
    word,
    -1,
  ]),
]);

function wordAnswer(column: TextColumn, row: number, seen: Map<string, number>): number {
  const text = cellText(column, row);
  let value = seen.get(text);
  if (value === undefined) {
    value = yesNoOf(text) ?? UNREADABLE;
    if (seen.size < 1000) seen.set(text, value);
  }
  return value;
}

/** Ofcom's −1 is a code for "no prediction": a negative speed is not known. */
function numberAnswer(
  column: TextColumn,
  row: number,
  atLeast: number,
  codes: ReadonlySet<number> | null,
): number {
  const speed = cellNumber(column, row);
  if (Number.isNaN(speed))
    return WORDS.get(cellText(column, row).trim().toLowerCase()) === -1 ? -1 : UNREADABLE;
  if (speed < 0) return -1;
  if (codes && !codes.has(speed)) return UNREADABLE;
  return speed >= atLeast ? 1 : 0;
}

function mustHave(table: SourceTable, name: string): TextColumn {
  const column = columnNamed(table.columns, name);
  if (!column) throw new RangeError(`${table.fileName} has no column "${name}".`);
  return column;
}

/** The ids without spaces around them; the same column where none has any. */
function trimmed(ids: TextColumn): TextColumn {
  const { bytes, offsets } = ids;
  for (let row = 0; row + 1 < offsets.length; row++) {
    if (offsets[row] === offsets[row + 1]) continue;
    if (bytes[offsets[row]] <= 32 || bytes[offsets[row + 1] - 1] <= 32) {
      return textColumn(
        ids.name,
        Array.from({ length: offsets.length - 1 }, (_, i) => cellText(ids, i).trim()),
      );
    }
  }
  return ids;
}

function message(_code: IssueCode, _outcome: string, count: number): string {
  return `${counted(count, 'cell')} hold neither yes nor no nor a number where one is needed: not known.`;
}
