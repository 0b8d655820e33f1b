import { loadGrid } from '../../domain/geo/british-national-grid.ts';
import { rowPositions } from '../../domain/premises/row-positions.ts';
import { IssueCollector } from '../../domain/tables/issue-collector.ts';
import type { SourceTable } from '../../domain/tables/source-table.ts';

/**
 * The table with a point for each row that its columns place (longitude and latitude, or a grid), so that a CSV can be
 * drawn; the table itself where it has shapes of its own or places no row. Worked out once for a table.
 */
export function tableWithPlaces(table: SourceTable): Promise<SourceTable> {
  let placed = known.get(table);
  if (!placed) {
    placed = place(table);
    known.set(table, placed);
  }
  return placed;
}

const known = new WeakMap<SourceTable, Promise<SourceTable>>();

async function place(table: SourceTable): Promise<SourceTable> {
  const { polygons, lines, points } = table.geometry;
  if (polygons || lines || points) return table;
  // Loaded when needed: what knows columns weighs as much as all counting.
  const { suggestRoles } = await import('../read-files.ts');
  const { roles } = suggestRoles(table);
  if (!(roles.lon && roles.lat) && !(roles.easting && roles.northing)) return table;
  await loadGrid();
  const { lon, lat } = rowPositions(table, roles, new IssueCollector());
  const row = Uint32Array.from(lon.keys()).filter((at) => !Number.isNaN(lon[at]));
  if (row.length === 0) return table;
  const at = (values: Float64Array): Float64Array => Float64Array.from(row, (one) => values[one]);
  return { ...table, geometry: { ...table.geometry, points: { lon: at(lon), lat: at(lat), row } } };
}
