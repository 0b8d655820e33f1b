import { coordinateMessage } from '../geo/coordinate-message.ts';
import { orderByTile } from '../geo/tile-order.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import type { FileIssue, IssueCode, IssueOutcome } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { firstRowsOfCells } from '../tables/repeated-cells.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn, textColumn } from '../tables/text-column.ts';
import { isLivePostcode, type LivePostcodes } from './live-postcodes.ts';
import type { PremisesTable, Unit } from './premises-table.ts';
import { type RowPositions, rowPositions } from './row-positions.ts';

/**
 * The premises of a table, in tile order. Rows without a location, with a count that is none, and exact repeats (same
 * id at the same point) are left out; each kind is counted. Positions come from the file's own points, longitude and
 * latitude, or easting and northing; whichever is missing is converted from the other (±5 m). Postcodes with a date out of
 * use, or not in the list `live` of their district, are left out too.
 */
export function premisesFromTable(
  table: SourceTable,
  roles: ColumnRoles,
  unit: Unit,
  options: { readonly live?: LivePostcodes } = {},
): { premises: PremisesTable; issues: FileIssue[] } {
  const found = new IssueCollector();
  const positions = rowPositions(table, roles, found);
  const unitsColumn = roles.units === undefined ? undefined : columnNamed(table.columns, roles.units);
  const idColumn = roles.id === undefined ? undefined : columnNamed(table.columns, roles.id);
  const terminatedColumn =
    roles.terminated === undefined ? undefined : columnNamed(table.columns, roles.terminated);
  const used = usedRows(positions, { unitsColumn, idColumn, terminatedColumn, live: options.live, found });
  const inUse =
    used.length === table.rows
      ? positions
      : { lon: picked(positions.lon, used), lat: picked(positions.lat, used) };
  const { order, keys } = orderByTile(inUse.lon, inUse.lat);
  const sourceRow = order.map((i) => used[i]);
  const notColumns = new Set([roles.id, roles.lon, roles.lat, roles.easting, roles.northing]);
  const premises: PremisesTable = {
    unit,
    count: sourceRow.length,
    lon: picked(positions.lon, sourceRow),
    lat: picked(positions.lat, sourceRow),
    easting: picked(positions.easting, sourceRow),
    northing: picked(positions.northing, sourceRow),
    units: unitsColumn ? Uint32Array.from(sourceRow, (row) => cellNumber(unitsColumn, row)) : null,
    ids:
      idColumn ??
      textColumn(
        'row',
        Array.from({ length: table.rows }, (_, row) => `row ${row + 1}`),
      ),
    columns: table.columns.filter((column) => !notColumns.has(column.name)),
    sourceRow,
    tileKeys: keys,
  };
  return { premises, issues: found.issues(message) };
}

/** Rows that become premises, ascending. */
function usedRows(
  { lon, lat }: RowPositions,
  given: {
    unitsColumn: TextColumn | undefined;
    idColumn: TextColumn | undefined;
    terminatedColumn: TextColumn | undefined;
    live: LivePostcodes | undefined;
    found: IssueCollector;
  },
): Uint32Array {
  const { unitsColumn, idColumn, terminatedColumn, live, found } = given;
  const firstRows = idColumn ? firstRowsOfCells(idColumn) : null;
  const used = new Uint32Array(lon.length);
  let count = 0;
  for (let row = 0; row < lon.length; row++) {
    if (Number.isNaN(lon[row])) continue;
    const isOver =
      (terminatedColumn && isOutOfUse(cellText(terminatedColumn, row))) ||
      (live && idColumn && isLivePostcode(live, cellText(idColumn, row)) === false);
    if (isOver) {
      found.add('TERMINATED', 'left-out', () => (idColumn ? cellText(idColumn, row) : `data row ${row + 1}`));
      continue;
    }
    if (unitsColumn) {
      const units = cellNumber(unitsColumn, row);
      if (!(Number.isInteger(units) && units >= 0 && units < 2 ** 32)) {
        found.add('BAD_VALUE', 'left-out', () => `data row ${row + 1}, column "${unitsColumn.name}"`);
        continue;
      }
    }
    if (
      idColumn &&
      firstRows &&
      firstRows[row] !== row &&
      idColumn.offsets[row] !== idColumn.offsets[row + 1]
    ) {
      const first = firstRows[row];
      const same = lon[first] === lon[row] && lat[first] === lat[row];
      found.add('DUPLICATE_ID', same ? 'left-out' : 'note', () => `data rows ${first + 1} and ${row + 1}`);
      if (same) continue;
    }
    used[count++] = row;
  }
  return used.slice(0, count);
}

/** Whether a date out of use is given: blanks, zeros and the words that programs write for nothing are none. */
function isOutOfUse(text: string): boolean {
  return !/^(?:[0.\s/-]*|no|false|null|none|nan|nat|n\/a|live)$/i.test(text.trim());
}

function picked(values: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
  return taken;
}

function message(code: IssueCode, outcome: IssueOutcome, count: number): string {
  const rows = counted(count, 'row');
  const ofCoordinates =
    outcome === 'note' && code === 'CRS_CONVERTED' ? null : coordinateMessage(code, outcome, count, 'row');
  if (ofCoordinates !== null) return ofCoordinates;
  switch (code) {
    case 'NO_LOCATION':
      return `${rows} without a location, left out of every count.`;
    case 'OUT_OF_RANGE':
      return `${rows} with coordinates that are no place on the map, left out of every count.`;
    case 'CRS_CONVERTED':
      return `${rows} converted between British National Grid and longitude/latitude, within 5 m.`;
    case 'DUPLICATE_ID':
      return outcome === 'left-out'
        ? `${rows} repeat an earlier id at the same point: counted once.`
        : `${rows} repeat an earlier id at another point: all kept. Check which is right.`;
    case 'TERMINATED':
      return `${counted(count, 'postcode')} no longer in use, left out of every count.`;
    case 'BAD_GEOMETRY':
      return `${rows} with several points: the first is used.`;
    default:
      return `${rows} whose count is blank or no whole number: not known, left out.`;
  }
}
