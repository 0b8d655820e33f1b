import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { holdsPoint } from '../geo/polygon-index.ts';
import { premisesCell } from '../premises/premises-table.ts';
import type { Prepared } from './prepared.ts';
import type { Selection } from './selection.ts';

/**
 * Rows of the premises that a selection names, ascending. A ward that is not loaded and ids that are not there name
 * none; a shape's edge belongs to it; a cluster brings its rows.
 */
export function selectedRows(
  selection: Selection,
  { premises, wards, membership }: Pick<Prepared, 'premises' | 'wards' | 'membership'>,
): Uint32Array {
  switch (selection.kind) {
    case 'cluster':
      return selection.rows;
    case 'ward': {
      const ward = wards.codes.indexOf(selection.code);
      return rowsWhere(premises.count, (row) => ward >= 0 && membership.wardOf[row] === ward);
    }
    case 'shape': {
      const index = buildPolygonIndex(selection.shape, { owners: null });
      return rowsWhere(premises.count, (row) => holdsPoint(index, premises.lon[row], premises.lat[row]));
    }
    case 'list': {
      const ids = new Set(selection.ids.map((id) => id.trim()));
      return rowsWhere(premises.count, (row) => ids.has(premisesCell(premises, premises.ids, row).trim()));
    }
  }
}

function rowsWhere(count: number, holds: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row);
  return Uint32Array.from(rows);
}
