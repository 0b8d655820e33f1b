import type { ColumnRoles } from '../project/column-roles.ts';
import type { FileIssue, IssueCode } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, takeCells } from '../tables/text-column.ts';
import type { AreaTable } from './area-table.ts';
import type { Polygons } from './geometry.ts';

/**
 * The areas of a table, ascending by code. Rows of one code are one area (its name and columns are those of its first
 * row); rows without a code are areas of their own, called "row 12". Rows without polygons are areas without shape.
 */
export function areasFromTable(
  table: SourceTable,
  roles: ColumnRoles,
): { areas: AreaTable; issues: FileIssue[] } {
  const found = new IssueCollector();
  const codeColumn = roles.code === undefined ? undefined : columnNamed(table.columns, roles.code);
  const nameColumn = roles.name === undefined ? undefined : columnNamed(table.columns, roles.name);
  const firstRow = new Map<string, number>();
  const rowCodes: string[] = [];
  for (let row = 0; row < table.rows; row++) {
    let code = codeColumn ? cellText(codeColumn, row).trim() : '';
    if (code === '') {
      code = rowCode(row, table.rows);
      if (codeColumn) found.add('BAD_VALUE', 'note', `data row ${row + 1}`);
    }
    rowCodes.push(code);
    const first = firstRow.get(code);
    if (first === undefined) firstRow.set(code, row);
    else found.add('DUPLICATE_ID', 'repaired', () => `${code}: data rows ${first + 1} and ${row + 1}`);
  }
  const codes = [...firstRow.keys()].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const areaOfCode = new Map(codes.map((code, area) => [code, area]));
  const firstRows = Uint32Array.from(codes, (code) => firstRow.get(code) ?? 0);
  const { polygons } = table.geometry;
  const areas: AreaTable = {
    codes,
    names: Array.from(
      firstRows,
      (row, area) => (nameColumn ? cellText(nameColumn, row).trim() : '') || codes[area],
    ),
    polygons: polygons ? shapesOnly(polygons) : NO_POLYGONS,
    polygonArea: polygons
      ? polygons.row.map((row) => areaOfCode.get(rowCodes[row]) ?? 0)
      : new Uint32Array(0),
    columns: table.columns.map((column) => takeCells(column, firstRows)),
  };
  return { areas, issues: found.issues(message) };
}

const NO_POLYGONS: Polygons = {
  coordinates: new Float64Array(0),
  ringStarts: new Uint32Array(1),
  polygonStarts: new Uint32Array(1),
};

function shapesOnly({ coordinates, ringStarts, polygonStarts }: Polygons): Polygons {
  return { coordinates, ringStarts, polygonStarts };
}

/** The code of an area whose row states none: "row 0012", padded so that the order of codes is the order of rows. */
export function rowCode(row: number, rows: number): string {
  return `row ${String(row + 1).padStart(String(rows).length, '0')}`;
}

function message(code: IssueCode, _outcome: string, count: number): string {
  return code === 'DUPLICATE_ID'
    ? `${counted(count, 'row')} repeat an earlier code: joined into one area each.`
    : `${counted(count, 'row')} without a code: called by their row number.`;
}
