import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import { type HeightGrid, type HeightKind, heightGrid } from '../../src/domain/terrain/height-grid.ts';

/** A small grid about (530000, 180000), its south-western corner, from rows of heights from the north; null is not known. */
export function gridOf(
  rows: readonly (readonly (number | null)[])[],
  given: {
    readonly cellMetres?: number;
    readonly west?: number;
    readonly south?: number;
    readonly kind?: HeightKind;
    readonly verticalDatum?: string | null;
    readonly source?: string;
  } = {},
): HeightGrid {
  const { cellMetres = 1, west = 530_000, south = 180_000, kind = 'surface' } = given;
  const frame = {
    system: BRITISH_NATIONAL_GRID,
    west,
    north: south + rows.length * cellMetres,
    cellWidthMetres: cellMetres,
    cellHeightMetres: cellMetres,
    columns: rows[0].length,
    rows: rows.length,
  };
  const heights = Float32Array.from(rows.flat(), (height) => height ?? Number.NaN);
  const { verticalDatum = null, source = 'made by the test' } = given;
  return heightGrid(frame, heights, { kind, vintage: null, source, verticalDatum });
}

/** A flat grid of `side` × `side` cells. */
export function flatGrid(side: number, height: number, cellMetres = 1): HeightGrid {
  return gridOf(
    Array.from({ length: side }, () => new Array<number>(side).fill(height)),
    { cellMetres },
  );
}
