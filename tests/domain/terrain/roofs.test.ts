import { describe, expect, test } from 'vitest';
import { converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import { roofPoints } from '../../../src/domain/terrain/roof-points.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { squareFootprints } from '../../builders/footprints.ts';
import { gridOf } from '../../builders/height-grids.ts';

const at = (x: number, y: number) => [530_000 + x, 180_000 + y] as const;
const ring = (...corners: readonly (readonly [number, number])[]) =>
  Float64Array.from([...corners, corners[0]].flatMap(([x, y]) => at(x, y)));

const grid = gridOf([
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 9, 9, 9, 9, 9, 9, 0],
  [0, 9, 9, 9, 9, 9, 9, 0],
  [0, 9, 9, 12, 9, 9, 9, 0],
  [0, 9, 9, 9, 9, 9, 10, 0],
  [0, 0, 0, 0, 0, 0, 0, 0],
]);
const house = ring([1, 1], [7, 1], [7, 5], [1, 5]);
const placesOf = (points: ReturnType<typeof roofPoints>) =>
  points.map(({ x, y, kind }) => [x - 530_000, y - 180_000, kind]);

describe('the points of a roof', () => {
  test('are its highest cell and its corners, the higher first, none in the middle', () => {
    const points = roofPoints(grid, [house]);
    expect(placesOf(points)).toEqual([
      [3.5, 2.5, 'highest point'],
      [6.5, 1.5, 'corner'],
      [1.5, 4.5, 'corner'],
      [6.5, 4.5, 'corner'],
      [1.5, 1.5, 'corner'],
    ]);
    expect(points.map(({ surfaceMetres }) => surfaceMetres)).toEqual([12, 10, 9, 9, 9]);
  });

  test('of a roof turned by 45 degrees are its four corners', () => {
    const flat = gridOf(Array.from({ length: 21 }, () => new Array<number>(21).fill(5)));
    const diamond = ring([10.5, 0.2], [20.8, 10.5], [10.5, 20.8], [0.2, 10.5]);
    const corners = placesOf(roofPoints(flat, [diamond])).map(([x, y]) => [x, y]);
    for (const corner of [
      [10.5, 20.5],
      [20.5, 10.5],
      [10.5, 0.5],
      [0.5, 10.5],
    ])
      expect(corners).toContainEqual(corner);
  });

  test('leave out a courtyard and what is not known; without any known height there are none', () => {
    const yard = ring([2, 2], [5, 2], [5, 4], [2, 4]);
    // The cell of 12 m lies in the yard.
    expect(roofPoints(grid, [house, yard])[0]).toMatchObject({ surfaceMetres: 10, kind: 'highest point' });
    const holed = gridOf([[null, 7, null, null]]);
    expect(roofPoints(holed, [ring([0, 0], [4, 0], [4, 1], [0, 1])])).toEqual([
      expect.objectContaining({ surfaceMetres: 7, kind: 'highest point' }),
    ]);
    expect(roofPoints(gridOf([[null, null]]), [ring([0, 0], [2, 0], [2, 1], [0, 1])])).toEqual([]);
    expect(roofPoints(grid, [ring([100, 100], [110, 100], [110, 110])])).toEqual([]);
  });

  test('of a footprint smaller than a cell are the cell it stands on', () => {
    const points = roofPoints(grid, [ring([3.1, 2.1], [3.3, 2.1], [3.3, 2.3], [3.1, 2.3])]);
    expect(points).toEqual([expect.objectContaining({ surfaceMetres: 12, kind: 'highest point' })]);
  });
});

describe('roofs', () => {
  const footprints = squareFootprints(
    grid,
    [
      [1, 1],
      [4, 1],
    ],
    3,
  );
  const roofs = new Roofs(footprints, grid);
  const lonLat = (x: number, y: number) => {
    const [lon, lat] = converterToDegrees(grid.system)(...at(x, y));
    return { lon, lat };
  };
  const buildingAt = (x: number, y: number) => {
    const { lon, lat } = lonLat(x, y);
    return roofs.at(lon, lat);
  };

  test('know which building holds a place', () => {
    expect([buildingAt(2, 2), buildingAt(5, 2), buildingAt(0.5, 2), buildingAt(2, 5)]).toEqual([
      0, 1, -1, -1,
    ]);
  });

  test('keep the points of each building', () => {
    expect(roofs.pointsOf(0)[0]).toMatchObject({ surfaceMetres: 12, kind: 'highest point' });
    expect(roofs.pointsOf(0)).toBe(roofs.pointsOf(0));
    expect(roofs.pointsOf(1)[0]).toMatchObject({ surfaceMetres: 10 });
  });

  test('say which buildings come within a distance: by their edges, not their corners', () => {
    expect(roofs.within(lonLat(2.5, 5), 0.9)).toEqual([]);
    expect(roofs.within(lonLat(2.5, 5), 1.1)).toEqual([0]);
    expect(roofs.within(lonLat(2.5, 5), 5)).toEqual([0, 1]);
    expect(roofs.within(lonLat(5.5, 2.5), 0.1)).toEqual([1]);
  });
});
