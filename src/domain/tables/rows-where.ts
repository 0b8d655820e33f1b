import type { Polygons } from '../geo/geometry.ts';
import type { SourceTable } from './source-table.ts';
import { cellText, takeCells } from './text-column.ts';

/** Rows whose cell in `column` is one of `values` (trimmed, in any case). */
export interface RowFilter {
  readonly column: string;
  readonly values: readonly string[];
}

/**
 * The table of the rows that meet every filter, with their shapes as they are used; the same table where there is no
 * filter. Throws RangeError where a column is not in it.
 */
export function rowsWhere(table: SourceTable, filters: readonly RowFilter[]): SourceTable {
  if (filters.length === 0) return table;
  const tests = filters.map(({ column, values }) => {
    const found = table.columns.find((one) => one.name === column);
    if (!found) throw new RangeError(`${table.fileName} has no column "${column}".`);
    return { column: found, wanted: new Set(values.map(folded)) };
  });
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++)
    if (tests.every(({ column, wanted }) => wanted.has(folded(cellText(column, row))))) rows.push(row);
  const kept = Uint32Array.from(rows);
  const newRow = new Map(rows.map((row, i) => [row, i]));
  const { points, lines, polygons } = table.geometry;
  const pointsKept = points && keptItems(points.row, newRow);
  const linesKept = lines && keptItems(lines.row, newRow);
  // Shapes as printed are those of all rows.
  const { written: _ofAllRows, ...rest } = table;
  return {
    ...rest,
    rows: kept.length,
    columns: table.columns.map((column) => takeCells(column, kept)),
    geometry: {
      points: points &&
        pointsKept && {
          row: pointsKept.rows,
          lon: Float64Array.from(pointsKept.items, (item) => points.lon[item]),
          lat: Float64Array.from(pointsKept.items, (item) => points.lat[item]),
        },
      lines: lines &&
        linesKept && {
          row: linesKept.rows,
          ...takeParts(lines.coordinates, lines.lineStarts, linesKept.items),
        },
      polygons: polygons && takePolygons(polygons, newRow),
    },
  };
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function keptItems(
  row: Uint32Array,
  newRow: ReadonlyMap<number, number>,
): { items: number[]; rows: Uint32Array } {
  const items: number[] = [];
  const rows: number[] = [];
  for (let item = 0; item < row.length; item++) {
    const to = newRow.get(row[item]);
    if (to === undefined) continue;
    items.push(item);
    rows.push(to);
  }
  return { items, rows: Uint32Array.from(rows) };
}

function takeParts(
  coordinates: Float64Array,
  starts: Uint32Array,
  items: readonly number[],
): { coordinates: Float64Array; lineStarts: Uint32Array } {
  const lineStarts = new Uint32Array(items.length + 1);
  items.forEach((item, i) => {
    lineStarts[i + 1] = lineStarts[i] + starts[item + 1] - starts[item];
  });
  const taken = new Float64Array(2 * lineStarts[items.length]);
  items.forEach((item, i) => {
    taken.set(coordinates.subarray(2 * starts[item], 2 * starts[item + 1]), 2 * lineStarts[i]);
  });
  return { coordinates: taken, lineStarts };
}

function takePolygons(
  polygons: Polygons & { readonly row: Uint32Array },
  newRow: ReadonlyMap<number, number>,
): Polygons & { readonly row: Uint32Array } {
  const { items, rows } = keptItems(polygons.row, newRow);
  const rings: number[] = [];
  const polygonStarts = new Uint32Array(items.length + 1);
  items.forEach((item, i) => {
    for (let ring = polygons.polygonStarts[item]; ring < polygons.polygonStarts[item + 1]; ring++)
      rings.push(ring);
    polygonStarts[i + 1] = rings.length;
  });
  const { coordinates, lineStarts } = takeParts(polygons.coordinates, polygons.ringStarts, rings);
  return { coordinates, ringStarts: lineStarts, polygonStarts, row: rows };
}
