import type { FileHeights } from '../terrain/file-heights.ts';
import type { SourceTable } from './source-table.ts';

/** Whether two tables hold the same: columns, cells and shapes, to the bit. The file's name does not count. */
export function sameTable(one: SourceTable, other: SourceTable): boolean {
  if (one.rows !== other.rows || one.columns.length !== other.columns.length) return false;
  const columns = one.columns.every((column, i) => {
    const twin = other.columns[i];
    return (
      column.name === twin.name &&
      sameNumbers(column.offsets, twin.offsets) &&
      sameNumbers(column.bytes, twin.bytes)
    );
  });
  return (
    columns &&
    sameHeights(one.heights, other.heights) &&
    (['points', 'lines', 'polygons'] as const).every((kind) =>
      sameArrays(one.geometry[kind], other.geometry[kind]),
    )
  );
}

function sameHeights(one: FileHeights | undefined, other: FileHeights | undefined): boolean {
  if (!one || !other) return one === other;
  const fields = ['west', 'north', 'cellWidth', 'cellHeight', 'columns', 'rows', 'verticalDatum'] as const;
  return (
    one.system?.name === other.system?.name &&
    fields.every((field) => one[field] === other[field]) &&
    one.heights.every((height, cell) => Object.is(height, other.heights[cell]))
  );
}

type Numbers = Uint8Array | Uint32Array | Float64Array;

function sameArrays(one: object | null, other: object | null): boolean {
  if (one === null || other === null) return one === other;
  const twins = new Map<string, Numbers>(Object.entries(other));
  return Object.entries(one).every(([name, numbers]: [string, Numbers]) => {
    const twin = twins.get(name);
    return twin !== undefined && sameNumbers(numbers, twin);
  });
}

function sameNumbers(one: Numbers, other: Numbers): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
