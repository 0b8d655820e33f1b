import { beforeAll, describe, expect, it } from 'vitest';
import { roofHeights } from '../../../src/domain/consents/roof-heights.ts';
import { loadGrid } from '../../../src/domain/geo/british-national-grid.ts';
import { converterFromDegrees, converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import { BRITISH_NATIONAL_GRID } from '../../../src/domain/geo/coordinate-system.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { ROOF } from '../../builders/consents.ts';
import { gridOf } from '../../builders/height-grids.ts';
import { polygonsOf } from '../../builders/polygons.ts';

beforeAll(() => loadGrid());

/** Flat ground at 10 m with a roof at 25 m that has one tower of 30 m, all of one building. */
function townHall() {
  const heights = Array.from({ length: 20 }, (_, row) =>
    Array.from({ length: 20 }, (_, column) =>
      row < 5 || row > 14 || column < 5 || column > 14 ? 10 : row === 6 && column === 6 ? 30 : 25,
    ),
  );
  const surface = gridOf(heights);
  const ground = gridOf(
    heights.map((row) => row.map(() => 10)),
    { kind: 'ground' },
  );
  const toDegrees = converterToDegrees(BRITISH_NATIONAL_GRID);
  const corner = (x: number, y: number) => toDegrees(530_000 + x, 180_000 + y) as [number, number];
  const ring = [corner(5, 5), corner(15, 5), corner(15, 15), corner(5, 15), corner(5, 5)];
  const roofs = new Roofs({ ...polygonsOf([ring]), row: Uint32Array.of(0) }, surface);
  const [lon, lat] = corner(10.5, 9.5);
  return { surface, ground, roofs, site: { ...ROOF, lon, lat } };
}

describe('roofHeights', () => {
  it('measures the building to its highest part and the antenna over it', () => {
    const { surface, ground, roofs, site } = townHall();
    const model = { surface, ground, notes: [] };
    expect(converterFromDegrees(BRITISH_NATIONAL_GRID)(site.lon, site.lat)[0]).toBeCloseTo(530_010.5, 2);
    expect(roofHeights({ ...site, antennaMetres: 4, above: 'surface' }, model, roofs)).toEqual({
      buildingMetres: 20,
      apparatusMetres: 4,
      overBuildingMetres: -1,
    });
    const ofSea = roofHeights({ ...site, antennaMetres: 33, above: 'sea' }, model, roofs);
    expect(ofSea).toEqual({ buildingMetres: 20, apparatusMetres: 8, overBuildingMetres: 3 });
    expect(roofHeights({ ...site, antennaMetres: 23, above: 'ground' }, model, roofs)).toEqual(ofSea);
  });

  it('knows the mast over the roof below it without any heights, and no more', () => {
    const nothing = { buildingMetres: null, overBuildingMetres: null };
    expect(roofHeights({ ...ROOF, antennaMetres: 4 }, null, null)).toEqual({
      ...nothing,
      apparatusMetres: 4,
    });
    expect(roofHeights({ ...ROOF, above: 'sea' }, null, null)).toEqual({ ...nothing, apparatusMetres: null });
  });

  it('does not know the building where no footprint or no ground is loaded', () => {
    const { surface, ground, roofs, site } = townHall();
    expect(roofHeights(site, { surface, ground, notes: [] }, null)).toMatchObject({
      buildingMetres: null,
      overBuildingMetres: null,
    });
    expect(roofHeights(site, { surface, ground: null, notes: [] }, roofs)).toMatchObject({
      buildingMetres: null,
      overBuildingMetres: -2,
    });
  });

  it('does not know heights above a ground that is not loaded, nor beyond the surface', () => {
    const { surface, roofs, site } = townHall();
    const unknown = { buildingMetres: null, apparatusMetres: null, overBuildingMetres: null };
    expect(roofHeights({ ...site, above: 'ground' }, { surface, ground: null, notes: [] }, roofs)).toEqual(
      unknown,
    );
    expect(
      roofHeights({ ...site, lat: 53, above: 'sea' }, { surface, ground: null, notes: [] }, roofs),
    ).toEqual(unknown);
  });

  it('an antenna under the roof is no apparatus over it', () => {
    const { surface, ground, roofs, site } = townHall();
    const below = roofHeights(
      { ...site, antennaMetres: 20, above: 'sea' },
      { surface, ground, notes: [] },
      roofs,
    );
    expect(below).toMatchObject({ apparatusMetres: 0, overBuildingMetres: -10 });
  });
});
