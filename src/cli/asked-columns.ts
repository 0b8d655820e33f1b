import type { LayerRecord } from '../domain/coverage/layer.ts';
import { isNorthernIrish } from '../domain/geo/northern-irish.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import { profileColumn } from '../domain/tables/column-profile.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';

/**
 * A premises table with the columns that the count may ask for: those with a role, and those of codes and postcodes.
 * Addresses and the like of a county are hundreds of megabytes. All columns stay where a layer is joined by ids, for
 * then any may lead to them.
 */
export function withAskedColumns(
  table: SourceTable,
  { roles }: DatasetRecord,
  layers: readonly LayerRecord[],
): SourceTable {
  if (layers.some((layer) => layer.shape !== 'polygons')) return table;
  const named = new Set(Object.values(roles));
  const columns = table.columns.filter((column) => {
    if (named.has(column.name)) return true;
    const { areaKind, postcodeShare } = profileColumn(column);
    return areaKind !== null || postcodeShare > 0;
  });
  // Which grid the numbers are read in hangs on where the codes and postcodes are.
  return isNorthernIrish(columns) === isNorthernIrish(table.columns) ? { ...table, columns } : table;
}

/** The same without the numbers of its positions, once these are read. */
export function withoutPositions(table: SourceTable, { roles }: DatasetRecord): SourceTable {
  const read = new Set([roles.lon, roles.lat, roles.easting, roles.northing]);
  return { ...table, columns: table.columns.filter(({ name }) => !read.has(name)) };
}
