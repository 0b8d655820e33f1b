import { chosenReading } from '../domain/geo/chosen-reading.ts';
import type { CoordinateChoice } from '../domain/geo/coordinate-choice.ts';
import { writtenGeometry } from '../domain/geo/written-geometry.ts';
import type { FileIssue, FileReport, IssueCode } from '../domain/tables/file-report.ts';
import { IssueCollector } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { geoJsonMessage } from './geojson-messages.ts';
import { settleGeometry } from './settle-geometry.ts';

/** A table whose coordinates were read as a person says, and what was noticed about them. */
export interface TableReadAnew {
  readonly table: SourceTable;
  readonly issues: readonly FileIssue[];
}

/**
 * The same rows and columns with all coordinates read in one way. Shapes are converted from what the file printed; where
 * coordinates are columns, the table only remembers how they are to be read. `table` is not changed. Needs `loadGrid`.
 */
export async function readCoordinatesAnew(
  table: SourceTable,
  choice: CoordinateChoice,
): Promise<TableReadAnew> {
  const reading = chosenReading(choice);
  const raw = writtenGeometry(table);
  if (!raw) return { table: { ...table, reading }, issues: [] };
  const found = new IssueCollector();
  const settled = await settleGeometry(raw, found, {
    rows: table.rows,
    crs: null,
    reading,
    placeOf: (row) => `row ${row + 1}`,
    repairedRows: new Set(),
    breathe: async () => undefined,
  });
  const { geometry: _geometry, reading: _reading, written: _written, ...rest } = table;
  return {
    table: { ...rest, ...settled, written: raw },
    issues: found.issues(geoJsonMessage).filter(({ code }) => OF_COORDINATES.has(code)),
  };
}

/** A file's report as it reads with the coordinates read anew: what was said of them before no longer holds. */
export function reportReadAnew(report: FileReport, issues: readonly FileIssue[]): FileReport {
  return { ...report, issues: [...report.issues.filter(({ code }) => !OF_COORDINATES.has(code)), ...issues] };
}

const OF_COORDINATES = new Set<IssueCode>([
  'CRS_GUESSED',
  'CRS_CONVERTED',
  'CRS_UNKNOWN',
  'AXES_SWAPPED',
  'OUT_OF_RANGE',
  'NON_FINITE',
  'ANTIMERIDIAN',
  'ZERO_LENGTH',
  'WINDING',
  'SELF_INTERSECTION',
]);
