import { BRITISH_NATIONAL_GRID } from '../../domain/geo/coordinate-system.ts';
import { type HeightGrid, heightGrid } from '../../domain/terrain/height-grid.ts';
import { type CaseObject, numberOf } from './case-document.ts';
import { CaseFileFault } from './case-file-fault.ts';

/**
 * A grid of a case file. Heights come as rows from the north.
 * @param given.rows the member that holds them; `west` and `north` are the outer corner in metres
 */
export function caseGrid(
  grid: CaseObject,
  given: { readonly rows: string; readonly cell: string; readonly west: number; readonly north: number },
  where: string,
): HeightGrid {
  const rows = grid[given.rows];
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row) && row.length === rows[0].length))
    throw new CaseFileFault('NO_FIGURE', `${where} has no rows of heights, equally long, in ${given.rows}.`);
  const cell = numberOf(grid, given.cell, where);
  return heightGrid(
    {
      system: BRITISH_NATIONAL_GRID,
      west: given.west,
      north: given.north,
      cellWidthMetres: cell,
      cellHeightMetres: cell,
      columns: rows[0].length,
      rows: rows.length,
    },
    Float32Array.from(rows.flat(), (height) => (typeof height === 'number' ? height : Number.NaN)),
    { kind: 'surface', vintage: null, source: where, verticalDatum: null },
  );
}
