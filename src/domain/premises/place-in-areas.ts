import type { AreaTable } from '../geo/area-table.ts';
import type { InsidePoint } from '../geo/inside-point.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import { idKey } from '../tables/id-key.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';

/** A table whose rows stand at a point inside their area, and what has none. */
export interface PlacedTable {
  readonly table: SourceTable;
  /** Area numbers that hold a row, ascending. */
  readonly areas: readonly number[];
  /** Codes that no area has, or whose area has no shape, in the order met, with the units of their rows. */
  readonly unplaced: { readonly codes: readonly string[]; readonly units: number; readonly rows: number };
}

/** True for a premises table without coordinates of its own whose rows carry an area's code. */
export function isPlacedByAreas(table: SourceTable, roles: ColumnRoles): boolean {
  if (table.geometry.points || table.geometry.polygons || (roles.lon && roles.lat)) return false;
  return !(roles.easting && roles.northing) && (roles.code ?? roles.id) !== undefined;
}

/** The table with a point for every row whose code (column `code`, compared by `idKey`) names one of `areas`. */
export function placeInAreas(
  table: SourceTable,
  columns: { readonly code: string; readonly units: string | undefined },
  areas: AreaTable,
  points: ReadonlyMap<number, InsidePoint>,
): PlacedTable {
  const code = columnNamed(table.columns, columns.code);
  if (!code) throw new RangeError(`${table.fileName} has no column "${columns.code}".`);
  const unitsColumn = columns.units === undefined ? undefined : columnNamed(table.columns, columns.units);
  const areaOf = new Map(areas.codes.map((one, area) => [idKey(one), area]));
  const row: number[] = [];
  const lon: number[] = [];
  const lat: number[] = [];
  const met = new Set<number>();
  const lost = new Set<string>();
  let units = 0;
  let rows = 0;
  for (let r = 0; r < table.rows; r++) {
    const text = cellText(code, r);
    const area = areaOf.get(idKey(text));
    const point = area === undefined ? undefined : points.get(area);
    if (area === undefined || !point) {
      lost.add(text.trim());
      units += unitsColumn ? cellNumber(unitsColumn, r) || 0 : 1;
      rows++;
      continue;
    }
    met.add(area);
    row.push(r);
    lon.push(point.lon);
    lat.push(point.lat);
  }
  const own = { row: Uint32Array.from(row), lon: Float64Array.from(lon), lat: Float64Array.from(lat) };
  return {
    table: { ...table, geometry: { ...table.geometry, points: own } },
    areas: [...met].sort((a, b) => a - b),
    unplaced: { codes: [...lost], units, rows },
  };
}
