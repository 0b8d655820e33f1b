import type { Polygons } from '../../src/domain/geo/geometry.ts';
import { NO_GEOMETRY, type SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';

/** A table of plain cells (no quotes): a name per column, a comma-separated line per row. */
export function tableOf(fileName: string, names: readonly string[], lines: readonly string[]): SourceTable {
  const rows = lines.map((line) => line.split(','));
  return {
    fileName,
    format: 'csv',
    rows: rows.length,
    columns: names.map((name, i) =>
      textColumn(
        name,
        rows.map((cells) => cells[i] ?? ''),
      ),
    ),
    geometry: NO_GEOMETRY,
    headerAssumed: false,
  };
}

/** The same with a polygon for each row. */
export function shapeTableOf(
  fileName: string,
  names: readonly string[],
  lines: readonly string[],
  polygons: Polygons,
): SourceTable {
  const row = Uint32Array.from(lines, (_, i) => i);
  const table = tableOf(fileName, names, lines);
  return { ...table, format: 'geojson', geometry: { ...NO_GEOMETRY, polygons: { ...polygons, row } } };
}
