import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import { type HeightGrid, heightGrid } from '../../src/domain/terrain/height-grid.ts';
import { seededRandom } from '../builders/seeded-random.ts';

/**
 * A made-up town of `side` × `side` cells: rolling ground, blocks of buildings of 6 to 22 m between streets, one in forty
 * of them a tower of up to 80 m. The same for the same seed.
 */
export function seededTown(given: {
  readonly side: number;
  readonly cellMetres: number;
  readonly seed: number;
}): HeightGrid {
  const { side, cellMetres, seed } = given;
  const random = seededRandom(seed);
  const heights = new Float32Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const x = column * cellMetres;
      const y = row * cellMetres;
      heights[row * side + column] = 30 + 8 * Math.sin(x / 900) + 6 * Math.cos(y / 700 + x / 2500);
    }
  const block = 40 / cellMetres;
  for (let top = 0; top < side; top += block)
    for (let left = 0; left < side; left += block) {
      const tall = random(40) === 0 ? 25 + random(56) : 6 + random(17);
      const wide = (14 + random(15)) / cellMetres;
      const deep = (14 + random(15)) / cellMetres;
      for (let row = Math.ceil(top); row < Math.min(side, top + deep); row++)
        for (let column = Math.ceil(left); column < Math.min(side, left + wide); column++)
          heights[row * side + column] += tall;
    }
  return heightGrid(
    {
      system: BRITISH_NATIONAL_GRID,
      west: 530_000,
      north: 180_000 + side * cellMetres,
      cellWidthMetres: cellMetres,
      cellHeightMetres: cellMetres,
      columns: side,
      rows: side,
    },
    heights,
    { kind: 'assumed', vintage: null, source: 'seeded town', verticalDatum: null },
  );
}
