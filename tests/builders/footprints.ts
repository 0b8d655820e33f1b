import { converterToDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import { PolygonsBuilder } from '../../src/domain/geo/geometry.ts';
import { emptyPremises, type PremisesTable } from '../../src/domain/premises/premises-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';
import type { HeightGrid } from '../../src/domain/terrain/height-grid.ts';
import type { Footprints } from '../../src/domain/terrain/roofs.ts';

type Place = readonly [x: number, y: number];

/** Metres from a grid's south-western corner in degrees. */
function degreesOn(grid: HeightGrid): (place: Place) => [number, number] {
  const toDegrees = converterToDegrees(grid.system);
  const south = grid.north - grid.rows * grid.cellHeightMetres;
  return ([x, y]) => toDegrees(grid.west + x, south + y);
}

/** Squares of `side` metres as footprints, a building each, by their south-western corners. */
export function squareFootprints(grid: HeightGrid, corners: readonly Place[], side: number): Footprints {
  const toDegrees = degreesOn(grid);
  const builder = new PolygonsBuilder();
  for (const [x, y] of corners) {
    const square: Place[] = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
    ];
    builder.push([square.map(toDegrees)]);
  }
  return { ...builder.finish(), row: Uint32Array.from(corners, (_, row) => row) };
}

/** Premises at so many metres from the south-western corner, each of some units, called p0, p1 … */
export function premisesAt(
  grid: HeightGrid,
  places: readonly (readonly [x: number, y: number, units: number])[],
): PremisesTable {
  const toDegrees = degreesOn(grid);
  const degrees = places.map(([x, y]) => toDegrees([x, y]));
  return {
    ...emptyPremises(),
    count: places.length,
    lon: Float64Array.from(degrees, ([lon]) => lon),
    lat: Float64Array.from(degrees, ([, lat]) => lat),
    units: Uint32Array.from(places, ([, , units]) => units),
    ids: textColumn(
      'id',
      places.map((_, row) => `p${row}`),
    ),
    sourceRow: Uint32Array.from(places, (_, row) => row),
  };
}
