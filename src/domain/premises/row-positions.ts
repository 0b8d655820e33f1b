import { gridToLonLat, isOnGrid, lonLatToGrid } from '../geo/british-national-grid.ts';
import type { ColumnRoles } from '../project/project.ts';
import type { IssueCollector } from '../tables/issue-collector.ts';
import { columnNumbers } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';

/** Where each row of a table stands, in degrees and in grid metres; all four are NaN where it stands nowhere. */
export interface RowPositions {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
}

/**
 * The position of every row, from its own point, its longitude and latitude, or its easting and northing, in this
 * order. A pair that is 0, 0 is no location (Code-Point Open's mark for one). Where a row has both kinds both are kept
 * as given (`positions-agree.ts` compares them).
 */
export function rowPositions(table: SourceTable, roles: ColumnRoles, found: IssueCollector): RowPositions {
  const { rows } = table;
  const numbers = (name: string | undefined) => {
    const column = name === undefined ? undefined : columnNamed(table.columns, name);
    return column ? columnNumbers(column) : new Float64Array(rows).fill(Number.NaN);
  };
  const { lon, lat } = degreesOf(table, roles, found) ?? { lon: numbers(roles.lon), lat: numbers(roles.lat) };
  const easting = numbers(roles.easting);
  const northing = numbers(roles.northing);
  let converted = 0;
  for (let row = 0; row < rows; row++) {
    const hasDegrees = isGiven(lon[row], lat[row]);
    const hasGrid = isGiven(easting[row], northing[row]);
    const degreesFit = hasDegrees && Math.abs(lon[row]) <= 180 && Math.abs(lat[row]) <= 90;
    const gridFits = hasGrid && isOnGrid(easting[row], northing[row]);
    if (degreesFit) {
      if (!gridFits) {
        [easting[row], northing[row]] = lonLatToGrid(lon[row], lat[row]);
        if (table.geometry.points === null) converted++;
      }
    } else if (gridFits) {
      [lon[row], lat[row]] = gridToLonLat(easting[row], northing[row]);
      converted++;
    } else {
      found.add(
        hasDegrees || hasGrid ? 'OUT_OF_RANGE' : 'NO_LOCATION',
        'left-out',
        () => `data row ${row + 1}`,
      );
      lon[row] = lat[row] = easting[row] = northing[row] = Number.NaN;
    }
  }
  if (converted > 0) found.add('CRS_CONVERTED', 'note', null, converted);
  return { lon, lat, easting, northing };
}

/** Neither blank nor the pair 0, 0. */
function isGiven(x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y) && !(x === 0 && y === 0);
}

/** Degrees from the file's own points, or null where it has none. */
function degreesOf(
  table: SourceTable,
  roles: ColumnRoles,
  found: IssueCollector,
): { lon: Float64Array; lat: Float64Array } | null {
  const { points } = table.geometry;
  if (!points || roles.lon !== undefined) return null;
  const lon = new Float64Array(table.rows).fill(Number.NaN);
  const lat = new Float64Array(table.rows).fill(Number.NaN);
  for (let i = 0; i < points.row.length; i++) {
    const row = points.row[i];
    if (i > 0 && points.row[i - 1] === row) {
      if (i < 2 || points.row[i - 2] !== row) found.add('BAD_GEOMETRY', 'note', `data row ${row + 1}`);
      continue;
    }
    lon[row] = points.lon[i];
    lat[row] = points.lat[i];
  }
  return { lon, lat };
}
