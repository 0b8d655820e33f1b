import { areaKindOf } from '../geo/gss-code.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { firstRowsOfCells } from '../tables/repeated-cells.ts';
import { columnNamed, NO_GEOMETRY, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn, takeCells, textColumn } from '../tables/text-column.ts';

/** A table of counts per area with one row for each code, and what was made of the rows. */
export interface SummedTable {
  readonly table: SourceTable;
  /** Rows whose count went in. */
  readonly rowsUsed: number;
  readonly issues: readonly FileIssue[];
}

/**
 * One row per area code of a table of counts. In long form (a row per area and dwelling type) the units of an area's
 * rows are summed; each type becomes a column, columns that are the same throughout an area stay. Rows of percentages
 * and of totals beside their parts are left out. A blank or suppressed count is not known: left out and counted, never
 * 0. An area of which no count is known is not in the result. Throws RangeError where a column is not in the table.
 */
export function sumByArea(
  table: SourceTable,
  roles: Pick<ColumnRoles, 'code' | 'units' | 'dimension'>,
): SummedTable {
  const code = mustHave(table, roles.code);
  const units = mustHave(table, roles.units);
  const firstRows = firstRowsOfCells(code);
  const others = table.columns.filter((column) => column !== code && column !== units);
  const varying = others.filter((column) => variesWithin(column, firstRows));
  const dimension = roles.dimension === undefined ? undefined : columnNamed(others, roles.dimension);
  const rest = varying.filter((column) => column !== dimension && !MEASURE.test(column.name));
  const dimensions = dimension ? [dimension, ...rest] : rest;
  const found = new IssueCollector();
  const { areas, labels, rowsUsed } = gather(table, { code, units, firstRows, dimensions, varying, found });
  const rows = Uint32Array.from(areas.keys());
  const parts = [...labels];
  const constant = others.filter((column) => !varying.includes(column) && !dimensions.includes(column));
  const unitsOf = [...areas.values()].map((counts) => sum([...counts.values()]));
  const columns = [
    takeCells(code, rows),
    ...constant.map((column) => takeCells(column, rows)),
    ...(parts.length > 1 ? parts.map((label, i) => partColumn(label, i, areas, others)) : []),
    textColumn(units.name, unitsOf.map(String)),
  ];
  const summed: SourceTable = { ...table, rows: rows.length, columns, geometry: NO_GEOMETRY };
  const kind = rows.length > 0 ? areaKindOf(cellText(code, rows[0]).trim()) : null;
  if (rowsUsed > rows.length) {
    const what = dimensions[0] ? ` of ${counted(parts.length, words(dimensions[0].name))}` : '';
    found.add('SUMMED', 'note', null, rowsUsed);
    const areaWord = kind && kind !== 'other area' ? kind : 'area';
    const plural = areaWord === 'authority' || areaWord === 'country' ? undefined : `${areaWord}s`;
    const into = counted(rows.length, areaWord, plural ?? areaWord.replace(/y$/, 'ies'));
    return {
      table: summed,
      rowsUsed,
      issues: found.issues((issue, outcome, count) =>
        issue === 'SUMMED' && outcome === 'note'
          ? `${counted(rowsUsed, 'row')}${what} summed to ${into}.`
          : message(issue, count),
      ),
    };
  }
  return { table: summed, rowsUsed, issues: found.issues((issue, _outcome, count) => message(issue, count)) };
}

interface Gathering {
  readonly code: TextColumn;
  readonly units: TextColumn;
  readonly firstRows: Uint32Array;
  readonly dimensions: readonly TextColumn[];
  readonly varying: readonly TextColumn[];
  readonly found: IssueCollector;
}

/** Counts by first row of each area, then by label; NaN where two rows of one label differ. */
function gather(
  table: SourceTable,
  { code, units, firstRows, dimensions, varying, found }: Gathering,
): { areas: Map<number, Map<string, number>>; labels: Set<string>; rowsUsed: number } {
  const measures = varying.filter((column) => MEASURE.test(column.name));
  const areas = new Map<number, Map<string, number>>();
  const labels = new Set<string>();
  let rowsUsed = 0;
  for (let row = 0; row < table.rows; row++) {
    const place = (): string => `data row ${row + 1}`;
    if (cellText(code, row).trim() === '') {
      found.add('UNMATCHED_ID', 'left-out', place);
      continue;
    }
    if (measures.some((column) => SHARE.test(cellText(column, row).trim()))) {
      found.add('CODED_VALUE', 'left-out', place);
      continue;
    }
    const label = dimensions.map((column) => cellText(column, row).trim()).join(', ');
    if (dimensions.length > 0 && TOTAL.test(label)) {
      found.add('SUMMED', 'left-out', place);
      continue;
    }
    const count = cellNumber(units, row);
    if (!(Number.isInteger(count) && count >= 0 && count < 2 ** 32)) {
      found.add('BAD_VALUE', 'left-out', place);
      continue;
    }
    const counts = areas.get(firstRows[row]) ?? new Map<string, number>();
    areas.set(firstRows[row], counts);
    labels.add(label);
    const earlier = counts.get(label);
    if (earlier === undefined) {
      counts.set(label, count);
      rowsUsed++;
    } else if (earlier === count) found.add('DUPLICATE_ID', 'left-out', place);
    else {
      if (!Number.isNaN(earlier)) rowsUsed--;
      counts.set(label, Number.NaN);
      found.add('AMBIGUOUS_ID', 'left-out', place);
    }
  }
  for (const [first, counts] of areas) {
    for (const [label, count] of counts) if (Number.isNaN(count)) counts.delete(label);
    if (counts.size === 0) areas.delete(first);
  }
  return { areas, labels, rowsUsed };
}

/** A column that says what the value is, and the words of those that are no counts. */
const MEASURE = /^(?:measures?|units?|unit_of_measure|statistic|value_?type)$/i;
const SHARE = /^(?:per ?cent(?:age)?s?|%|pct|proportion|rate|share)\b|%/i;
/** A part called so is the sum of the others. */
const TOTAL = /^(?:total|all)\b/i;

function variesWithin(column: TextColumn, firstRows: Uint32Array): boolean {
  for (let row = 0; row < firstRows.length; row++)
    if (firstRows[row] !== row && cellText(column, row) !== cellText(column, firstRows[row])) return true;
  return false;
}

/** One dwelling type's counts, a cell per area; blank where not known. */
function partColumn(
  label: string,
  number: number,
  areas: ReadonlyMap<number, ReadonlyMap<string, number>>,
  taken: readonly TextColumn[],
): TextColumn {
  const name = label === '' ? `part ${number + 1}` : label;
  const free = taken.some((column) => column.name === name) ? `${name} (count)` : name;
  return textColumn(
    free,
    [...areas.values()].map((counts) => String(counts.get(label) ?? '')),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** "accommodation_type" as words: "accommodation type". */
function words(columnName: string): string {
  return columnName.replaceAll(/[_\s]+/g, ' ').trim();
}

function mustHave(table: SourceTable, name: string | undefined): TextColumn {
  const column = name === undefined ? undefined : columnNamed(table.columns, name);
  if (!column) throw new RangeError(`${table.fileName} has no column "${name ?? ''}".`);
  return column;
}

function message(code: FileIssue['code'], count: number): string {
  const rows = counted(count, 'row');
  switch (code) {
    case 'UNMATCHED_ID':
      return `${rows} without an area code: left out of every count.`;
    case 'CODED_VALUE':
      return `${rows} of percentages: only the counts are summed.`;
    case 'SUMMED':
      return `${rows} are totals of the others: left out, so that nothing counts twice.`;
    case 'DUPLICATE_ID':
      return `${rows} repeat an earlier one: counted once.`;
    case 'AMBIGUOUS_ID':
      return `${rows} repeat an earlier one with another count: not known, left out.`;
    default:
      return `${rows} whose count is blank, suppressed or no whole number: not known, left out.`;
  }
}
