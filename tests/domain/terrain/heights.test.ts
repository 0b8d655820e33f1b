import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converterFromDegrees, converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  IRISH_GRID,
  systemFromEpsg,
  WEB_MERCATOR,
  WGS84,
} from '../../../src/domain/geo/coordinate-system.ts';
import { addCanopy } from '../../../src/domain/terrain/add-canopy.ts';
import { antennaHeight } from '../../../src/domain/terrain/antenna-height.ts';
import { checkSurfaceOnGround } from '../../../src/domain/terrain/check-surface-on-ground.ts';
import { heightGrid } from '../../../src/domain/terrain/height-grid.ts';
import { mosaicHeights } from '../../../src/domain/terrain/mosaic-heights.ts';
import { raiseBuildings } from '../../../src/domain/terrain/raise-buildings.ts';
import { heightAt } from '../../../src/domain/terrain/sample-height.ts';
import { isWorkingSystem, workingSystemAt } from '../../../src/domain/terrain/working-system.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';

const refused = (code: string) => expect.objectContaining({ name: 'HeightsRefused', code });
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('a grid of heights', () => {
  test('holds a height for the whole of a cell, and nothing outside', () => {
    const grid = gridOf([
      [1, 2],
      [3, null],
    ]);
    expect(heightAt(grid, 530_000, 180_002)).toBe(1);
    expect(heightAt(grid, 530_000.99, 180_001.01)).toBe(1);
    expect(heightAt(grid, 530_001, 180_001.5)).toBe(2);
    expect(heightAt(grid, 530_000.5, 180_001)).toBe(3);
    for (const [x, y] of [
      [530_001.5, 180_000.5],
      [529_999.9, 180_001],
      [530_002, 180_001],
      [530_001, 180_000],
      [530_001, 180_002.1],
    ])
      expect(heightAt(grid, x, y)).toBeNaN();
  });

  test('is in metres on the ground, of a size', () => {
    const { heights, parts, ...frame } = gridOf([[1]]);
    for (const [system, code] of [
      [WGS84, 'NOT_METRES'],
      [WEB_MERCATOR, 'NOT_METRES'],
    ] as const)
      expect(codeOf(() => heightGrid({ ...frame, system }, heights, parts[0]))).toEqual(refused(code));
    expect(codeOf(() => heightGrid({ ...frame, cellWidthMetres: 0 }, heights, parts[0]))).toEqual(
      refused('BAD_GRID'),
    );
    expect(codeOf(() => heightGrid({ ...frame, rows: 2 }, heights, parts[0]))).toEqual(refused('BAD_GRID'));
    expect(codeOf(() => heightGrid({ ...frame, rows: 2e9 }, heights, parts[0]))).toEqual(
      refused('TOO_LARGE'),
    );
    expect(
      [BRITISH_NATIONAL_GRID, IRISH_GRID, systemFromEpsg(32_631)].every((one) => one && isWorkingSystem(one)),
    ).toBe(true);
    expect(workingSystemAt(-0.12, 51.5)).toBe(BRITISH_NATIONAL_GRID);
    expect(workingSystemAt(-5.93, 54.6).epsg).toBe(2157);
    expect(workingSystemAt(-74, 40.7).epsg).toBe(32_618);
  });
});

describe('a mosaic', () => {
  test('takes the finest height that is known, whatever the order', () => {
    const fine = gridOf([
      [1, null],
      [3, 4],
    ]);
    const coarse = gridOf([[9, 9]], { cellMetres: 2, source: 'coarse' });
    const joined = lastOf(mosaicHeights([coarse, fine]));
    expect(joined).toMatchObject({ columns: 4, rows: 2, cellWidthMetres: 1, west: 530_000 });
    expect([...joined.heights]).toEqual([1, 9, 9, 9, 3, 4, 9, 9]);
    expect([...(joined.partOf ?? [])]).toEqual([0, 1, 1, 1, 0, 0, 1, 1]);
    expect(joined.parts.map(({ source }) => source)).toEqual(['made by the test', 'coarse']);
    expect(lastOf(mosaicHeights([fine, coarse]))).toEqual(joined);
  });

  test('of grids of different cells is the same in any order', () => {
    const rows = fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 90 })), { minLength: 6, maxLength: 6 }),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    const shift = fc.integer({ min: -6, max: 6 });
    const grid = (cellMetres: number) =>
      fc
        .record({ rows, x: shift, y: shift })
        .map(({ rows: own, x, y }) => gridOf(own, { cellMetres, west: 530_000 + x, south: 180_000 + y }));
    fc.assert(
      fc.property(grid(1), grid(2), grid(3), (one, two, three) => {
        const joined = lastOf(mosaicHeights([one, two, three]));
        expect(lastOf(mosaicHeights([three, one, two]))).toEqual(joined);
        // The finest keeps every height that it knows, exactly.
        for (const [cell, height] of one.heights.entries()) {
          const x = one.west + (cell % 6) + 0.5;
          const y = one.north - Math.floor(cell / 6) - 0.5;
          if (!Number.isNaN(height)) expect(heightAt(joined, x, y)).toBe(height);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('lays a grid of another system where it lies', () => {
    const utm = systemFromEpsg(32_630);
    if (!utm) throw new Error('UTM is read.');
    const toDegrees = converterToDegrees(BRITISH_NATIONAL_GRID);
    const [x, y] = converterFromDegrees(utm)(...toDegrees(530_050, 180_050));
    const heights = Float32Array.from({ length: 10_000 }, (_, i) => Math.floor(i / 100));
    const { parts } = flatGrid(1, 0);
    const other = heightGrid(
      {
        system: utm,
        west: x - 50,
        north: y + 50,
        cellWidthMetres: 1,
        cellHeightMetres: 1,
        columns: 100,
        rows: 100,
      },
      heights,
      parts[0],
    );
    const frame = { ...flatGrid(20, 0), west: 530_040, north: 180_060 };
    const joined = lastOf(mosaicHeights([other], frame));
    // 10 m north of the middle: row 39.5 of the other, turned by the meridians' angle at most.
    expect(heightAt(joined, 530_050.5, 180_059.5)).toBeGreaterThan(39);
    expect(heightAt(joined, 530_050.5, 180_059.5)).toBeLessThan(41);
    expect([...joined.heights].some(Number.isNaN)).toBe(false);
  });

  test('joins one kind above one datum', () => {
    const surface = gridOf([[1]], { verticalDatum: 'Ordnance Datum Newlyn' });
    expect(codeOf(() => lastOf(mosaicHeights([surface, gridOf([[1]], { kind: 'ground' })])))).toEqual(
      refused('MIXED_KINDS'),
    );
    expect(
      codeOf(() => lastOf(mosaicHeights([surface, gridOf([[1]], { verticalDatum: 'NAVD88' })]))),
    ).toEqual(refused('OTHER_DATUM'));
    expect(codeOf(() => mosaicHeights([]).next())).toEqual(refused('BAD_GRID'));
  });
});

const square = (west: number, south: number, side: number) => [
  [
    [
      [530_000 + west, 180_000 + south],
      [530_000 + west + side, 180_000 + south],
      [530_000 + west + side, 180_000 + south + side],
      [530_000 + west, 180_000 + south + side],
    ] as const,
  ],
];
const GIVEN = { metresPerLevel: 3, source: 'buildings.geojson', vintage: '2017' };

describe('buildings on the ground', () => {
  test('stand on the lowest ground below them, with a flat roof', () => {
    const ground = gridOf(
      [
        [10, 10, 10, 10],
        [10, 12, 14, 10],
        [10, 11, 40, 10],
        [10, 10, 10, 10],
      ],
      { kind: 'ground' },
    );
    const raised = lastOf(
      raiseBuildings(ground, [{ footprint: square(1, 1, 2), heightMetres: 6, levels: 9 }], GIVEN),
    );
    expect([...raised.grid.heights]).toEqual([
      10, 10, 10, 10, 10, 17, 17, 10, 10, 17, 40, 10, 10, 10, 10, 10,
    ]);
    expect(raised).toMatchObject({ byHeight: 1, byLevels: 0, notKnown: 0, outside: 0 });
    expect(raised.grid.parts.map(({ kind }) => kind)).toEqual(['ground', 'building']);
    expect([...(raised.grid.partOf ?? [])].slice(4, 8)).toEqual([0, 1, 1, 0]);
  });

  test('by levels are assumed; of unknown height are not known; the higher roof counts', () => {
    const ground = flatGrid(6, 0);
    const raised = lastOf(
      raiseBuildings(
        ground,
        [
          { footprint: square(0, 0, 2), heightMetres: null, levels: 4 },
          { footprint: square(0, 0, 1), heightMetres: 5, levels: null },
          { footprint: square(3, 3, 1), heightMetres: null, levels: null },
          { footprint: square(5.1, 0.1, 0.2), heightMetres: 7, levels: null },
          { footprint: square(50, 50, 3), heightMetres: 7, levels: null },
        ],
        GIVEN,
      ),
    );
    const at = (x: number, y: number) => heightAt(raised.grid, 530_000 + x, 180_000 + y);
    expect([at(0.5, 0.5), at(1.5, 1.5), at(2.5, 0.5), at(5.5, 0.5)]).toEqual([12, 12, 0, 7]);
    expect(at(3.5, 3.5)).toBeNaN();
    expect(raised).toMatchObject({ byHeight: 2, byLevels: 1, notKnown: 1, outside: 1 });
    expect(raised.grid.parts[raised.grid.partOf?.[5 * 6] ?? 0]).toMatchObject({
      kind: 'assumed',
      source: 'buildings.geojson, 3 m a level',
    });
  });

  test('never lower the ground', () => {
    const heights = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 }), {
      minLength: 8,
      maxLength: 8,
    });
    const place = fc.integer({ min: -20, max: 80 }).map((tenths) => tenths / 10);
    const building = fc.record({
      x: place,
      y: place,
      side: fc.integer({ min: 1, max: 50 }),
      heightMetres: fc.nat(30),
    });
    fc.assert(
      fc.property(heights, fc.array(building, { maxLength: 6 }), (rows, buildings) => {
        const ground = gridOf(rows, { kind: 'ground' });
        const list = buildings.map(({ x, y, side, heightMetres }) => ({
          footprint: square(x, y, side / 10),
          heightMetres,
          levels: null,
        }));
        const { grid } = lastOf(raiseBuildings(ground, list, GIVEN));
        expect(lastOf(raiseBuildings(ground, list.toReversed(), GIVEN)).grid.heights).toEqual(grid.heights);
        return grid.heights.every((height, cell) => height >= ground.heights[cell]);
      }),
    );
  });
});

test('canopy rises above surface or ground, with its leaves', () => {
  const row = (heights: (number | null)[], kind: 'surface' | 'ground' | 'canopy') =>
    gridOf([heights], { kind });
  const surface = row([10, 18, 10, 12], 'surface');
  const ground = row([10, 10, 10, 10], 'ground');
  const canopy = row([0, 6, 9, null], 'canopy');
  const { heights, parts, partOf } = lastOf(addCanopy({ surface, ground, canopy, leafMarginMetres: 2 }));
  expect([...heights]).toEqual([10, 20, 21, 12]);
  expect([...(partOf ?? [])]).toEqual([0, 1, 1, 0]);
  expect(parts[1]).toMatchObject({ kind: 'canopy', source: 'made by the test, leaf margin 2 m' });
  const withoutGround = lastOf(addCanopy({ surface, ground: null, canopy, leafMarginMetres: 2 }));
  expect([...withoutGround.heights]).toEqual([10, 20, 12, 12]);
  // Cells of canopy and ground may be of other sizes: theirs at the middle of the surface's counts.
  const coarse = gridOf([[0, 7]], { kind: 'canopy', cellMetres: 2 });
  const bare = gridOf([[10]], { kind: 'ground', cellMetres: 4 });
  expect([
    ...lastOf(addCanopy({ surface, ground: bare, canopy: coarse, leafMarginMetres: 1 })).heights,
  ]).toEqual([10, 18, 18, 18]);
  const elsewhere = { ...ground, system: workingSystemAt(-3, 57.5 + 10) };
  expect(
    codeOf(() => lastOf(addCanopy({ surface, ground: elsewhere, canopy, leafMarginMetres: 2 }))),
  ).toEqual(refused('ELSEWHERE'));
});

describe('heights of antennas', () => {
  const surface = gridOf([[20, null]]);
  const ground = gridOf([[8, 9]], { kind: 'ground' });
  const antenna = { x: 530_000.5, y: 180_000.5, metres: 3 };

  test('are above what was asked', () => {
    expect(antennaHeight(antenna, 'surface', { surface, ground })).toBe(23);
    expect(antennaHeight(antenna, 'ground', { surface, ground })).toBe(11);
    expect(antennaHeight(antenna, 'sea', { surface, ground: null })).toBe(3);
  });

  test('are not known over what is not known, and refused above no ground', () => {
    expect(antennaHeight({ ...antenna, x: 530_001.5 }, 'surface', { surface, ground })).toBeNull();
    expect(antennaHeight({ ...antenna, x: 0 }, 'ground', { surface, ground })).toBeNull();
    const fault = codeOf(() => antennaHeight(antenna, 'ground', { surface, ground: null }));
    expect(fault).toEqual(refused('NO_GROUND'));
    expect((fault as Error).message).toMatch(/Load one, or give heights above the surface or sea/);
  });
});

test('a surface stands on its ground, or is refused', () => {
  const ground = gridOf([[10, 10, 10, 10]], { kind: 'ground', verticalDatum: 'Ordnance Datum Newlyn' });
  expect(() => checkSurfaceOnGround(gridOf([[10, 60, 60, 60]]), ground)).not.toThrow();
  // The ellipsoid lies some 46 m below Newlyn in London.
  expect(codeOf(() => checkSurfaceOnGround(gridOf([[56, 106, 106, 106]]), ground))).toEqual(
    refused('OTHER_DATUM'),
  );
  expect(codeOf(() => checkSurfaceOnGround(gridOf([[10]], { verticalDatum: 'NAVD88' }), ground))).toEqual(
    refused('OTHER_DATUM'),
  );
  expect(codeOf(() => checkSurfaceOnGround(gridOf([[10]], { west: 0 }), ground))).toEqual(
    refused('ELSEWHERE'),
  );
});
