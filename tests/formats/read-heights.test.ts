import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { converterToDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import { BRITISH_NATIONAL_GRID, systemFromEpsg, WGS84 } from '../../src/domain/geo/coordinate-system.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { checkSurfaceOnGround } from '../../src/domain/terrain/check-surface-on-ground.ts';
import { heightAt } from '../../src/domain/terrain/sample-height.ts';
import type { HeightsAsked } from '../../src/formats/heights-asked.ts';
import { readHeights } from '../../src/formats/read-heights.ts';
import { memoryFile, quietly } from './input-file.ts';
import { type MadeGeoTiff, makeGeoTiff } from './made-geotiff.ts';
import { mutated } from './mutated-bytes.ts';

const ASKED: HeightsAsked = { kind: 'surface', vintage: '2023', system: null, box: null };
const IN_GRID = { ...ASKED, system: BRITISH_NATIONAL_GRID };

const read = (name: string, content: string | Uint8Array, asked = ASKED) =>
  readHeights(memoryFile(name, content), asked, quietly());
const tiff = (made: Partial<MadeGeoTiff> = {}) =>
  makeGeoTiff({ columns: 3, rows: 2, values: [1, 2, 3, 4, 5, 6], ...made });

describe('heights of a GeoTIFF', () => {
  test('keep place, cells, kind, vintage and vertical datum', async () => {
    const { grid, report } = await read('dsm.tif', tiff({ cell: 2, keys: { 3072: 27_700, 4096: 5701 } }));
    expect(grid).toMatchObject({
      system: BRITISH_NATIONAL_GRID,
      west: 530_000,
      north: 180_000,
      cellWidthMetres: 2,
      cellHeightMetres: 2,
      columns: 3,
      rows: 2,
      parts: [
        { kind: 'surface', vintage: '2023', source: 'dsm.tif', verticalDatum: 'Ordnance Datum Newlyn' },
      ],
    });
    expect([...grid.heights]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(report).toMatchObject({ rowsRead: 6, rowsUsed: 6, issues: [] });
  });

  test('are read as they were written, however packed', async () => {
    const shape = fc.record({
      columns: fc.integer({ min: 1, max: 40 }),
      rows: fc.integer({ min: 1, max: 40 }),
      sample: fc.constantFrom('float32', 'float64', 'int16', 'uint16') as fc.Arbitrary<
        NonNullable<MadeGeoTiff['sample']>
      >,
      little: fc.boolean(),
      deflate: fc.boolean(),
      tile: fc.constantFrom(undefined, 16, 32),
      seed: fc.integer({ min: 0, max: 9999 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ seed, ...form }) => {
        const values = Array.from({ length: form.columns * form.rows }, (_, i) => (i * 37 + seed) % 9000);
        const { grid } = await read('a.tif', makeGeoTiff({ ...form, values }));
        expect([...grid.heights]).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  test('that the file calls nodata, or that are no numbers, are not known', async () => {
    const values = [1, -9999, Number.NaN, Number.POSITIVE_INFINITY, 0, 6];
    const { grid, report } = await read('dsm.tif', tiff({ values, nodata: '-9999' }));
    expect([...grid.heights]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 0, 6]);
    expect(report).toMatchObject({
      rowsUsed: 3,
      rowsLeftOut: 3,
      issues: [{ code: 'HEIGHTS_NOT_KNOWN', count: 3 }],
    });
    const lowest = { values: [1, -3.402_823_5e38, 3, 4, 5, 6], nodata: '-3.4028234663852886e+38' };
    expect((await read('a.tif', tiff(lowest))).grid.heights[1]).toBeNaN();
  });

  test('are scaled as the file says', async () => {
    const metadata =
      '<GDALMetadata><Item name="UNITTYPE" sample="0" role="unittype">metre</Item><Item name="SCALE" sample="0" role="scale">0.1</Item><Item name="OFFSET" sample="0" role="offset">100</Item></GDALMetadata>';
    const { grid } = await read('a.tif', tiff({ metadata, sample: 'int16' }));
    expect(grid.heights[5]).toBeCloseTo(100.6, 4);
  });

  test.each([
    ['in feet, by its keys', { keys: { 3072: 27_700, 4099: 9002 } }, 'HEIGHT_UNIT', /in feet/],
    [
      'in feet, by its band',
      { metadata: '<GDALMetadata><Item role="unittype">ft</Item></GDALMetadata>' },
      'HEIGHT_UNIT',
      /in ft\. Save it with heights in metres/,
    ],
    ['without a system', { keys: null }, 'CRS_UNKNOWN', /State it: EPSG:27700/],
    ['in a system that is not read', { keys: { 3072: 2180 } }, 'CRS_UNKNOWN', /EPSG:2180/],
    ['packed by LERC', { tags: { 259: 34_887 } }, 'UNKNOWN_FORMAT', /LERC/],
    ['that is an image', { tags: { 277: 3 } }, 'UNKNOWN_FORMAT', /image/],
    [
      'of more cells than it has bytes for',
      { tags: { 256: 20_000, 257: 20_000, 278: 1 } },
      'FILE_CORRUPT',
      /1,600,000,000 bytes of heights and holds fewer/,
    ],
    ['whose heights are cut off', { tags: { 257: 4000, 278: 4000 } }, 'FILE_CORRUPT', /damaged/],
  ] as const)('are refused by name: %s', async (_what, made, code, words) => {
    const error = await read('a.tif', tiff(made)).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(FileRefused);
    expect((error as FileRefused).report.issues).toMatchObject([{ code, outcome: 'refused' }]);
    expect((error as FileRefused).message).toMatch(words);
  });

  test.each([
    ['of too many cells', 20_000, 1, /400,000,000 cells, above the limit of 100 million/],
    ['in one strip of a gigabyte', 20_000, 20_000, /pieces above 256 MB/],
  ])('are refused by their tags alone: %s', async (_what, side, strip, words) => {
    const bytes = tiff({ tags: { 256: side, 257: side, 278: strip } });
    // As long as two gigabytes, of which only what is asked for is there.
    const file = { ...memoryFile('a.tif', bytes), size: 2_000_000_000 };
    await expect(readHeights(file, ASKED, quietly())).rejects.toThrow(words);
  });

  test('of a box alone are read, and the rest counted', async () => {
    const values = Array.from({ length: 100 * 100 }, (_, i) => i);
    const bytes = makeGeoTiff({ columns: 100, rows: 100, values, tile: 16 });
    const toDegrees = converterToDegrees(BRITISH_NATIONAL_GRID);
    const [west, south] = toDegrees(530_040, 179_940);
    const [east, north] = toDegrees(530_050, 179_950);
    const { grid, report } = await read('a.tif', bytes, { ...ASKED, box: [west, south, east, north] });
    expect(grid.columns).toBeLessThan(16);
    expect(heightAt(grid, 530_045.5, 179_945.5)).toBe(54 * 100 + 45);
    expect(report.issues).toMatchObject([{ code: 'OUT_OF_RANGE', count: 10_000 - grid.heights.length }]);
    await expect(read('a.tif', bytes, { ...ASKED, box: [-5, 55, -4.9, 55.1] })).rejects.toThrow(
      /no heights of the area asked/,
    );
  });

  test('in another system are laid out in metres: a slope keeps its heights', async () => {
    // 0.0001° of longitude and latitude a cell; the height is the longitude in units of a thousandth of a degree.
    const [columns, rows] = [80, 60];
    const values = Array.from({ length: columns * rows }, (_, i) => ((i % columns) + 0.5) / 10);
    const bytes = makeGeoTiff({
      columns,
      rows,
      values,
      keys: { 2048: 4326 },
      west: -0.13,
      north: 51.51,
      cell: 0.0001,
    });
    const { grid } = await read('a.tif', bytes);
    expect(grid.system).toBe(BRITISH_NATIONAL_GRID);
    const x = grid.west + 30.5 * grid.cellWidthMetres;
    const y = grid.north - 30.5 * grid.cellHeightMetres;
    const [lon] = converterToDegrees(BRITISH_NATIONAL_GRID)(x, y);
    expect(heightAt(grid, x, y)).toBeCloseTo((lon + 0.13) * 1000, 4);
    expect(grid.heights[0]).toBeNaN();
  });

  test('damaged, are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        mutated(
          makeGeoTiff({ columns: 20, rows: 20, values: new Array(400).fill(7), deflate: true, tile: 16 }),
        ),
        async (content) => {
          try {
            await read('a.tif', content);
          } catch (error) {
            if (!(error instanceof FileRefused)) throw error;
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

const GRID =
  'ncols 4\nnrows 2\nxllcorner 530000\nyllcorner 180000\ncellsize 50\nNODATA_value -9999\n1 2.5 -3 4e1\n5 -9999 nan 8\n';

describe('heights of an ASCII grid', () => {
  test.each([
    ['plain', GRID],
    ['gzipped', gzipSync(GRID)],
    ['with the lines of Windows', GRID.replaceAll('\n', '\r\n')],
    ['all in one line', GRID.replace('4e1\n', '4e1 ')],
  ])('are read, %s', async (_how, content) => {
    const { grid, report } = await read('a.asc', content, IN_GRID);
    expect([...grid.heights]).toEqual([1, 2.5, -3, 40, 5, Number.NaN, Number.NaN, 8]);
    expect(grid).toMatchObject({ west: 530_000, north: 180_100, cellWidthMetres: 50, columns: 4, rows: 2 });
    expect(report.issues).toMatchObject([{ code: 'HEIGHTS_NOT_KNOWN', count: 2 }]);
  });

  test('are read in chunks of any size as Number reads them', async () => {
    const number = fc.oneof(
      fc.double({ min: -500, max: 9000, noNaN: true }).map(String),
      fc.integer({ min: -49_999, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 90 }),
        async (numbers, chunk) => {
          const text = `ncols ${numbers.length}\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n${numbers.join(' ')}`;
          const { grid } = await readHeights(memoryFile('a.asc', text, chunk), IN_GRID, quietly());
          expect([...grid.heights]).toEqual(numbers.map((value) => Math.fround(Number(value))));
        },
      ),
    );
  });

  test('need a system, and as many heights as cells', async () => {
    await expect(read('a.asc', GRID)).rejects.toThrow(/names no coordinate system/);
    await expect(read('a.asc', `${GRID}9\n`, IN_GRID)).rejects.toThrow(/should hold 8 heights and holds 9/);
    await expect(read('a.asc', GRID.replace(' 8\n', ''), IN_GRID)).rejects.toThrow(/holds 7/);
    const vast = 'ncols 100000\nnrows 100000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3\n';
    await expect(read('a.asc', vast, IN_GRID)).rejects.toThrow(/10,000,000,000 cells/);
    await expect(read('a.asc', GRID, { ...ASKED, system: WGS84 })).rejects.toThrow(FileRefused);
  });
});

test('a table holds no heights', async () => {
  await expect(read('a.csv', 'a,b\n1,2\n')).rejects.toThrow(/no heights that are read/);
});

const highest = (heights: Float32Array) => heights.reduce((most, height) => Math.max(most, height));

const buildings = '../shared/data/buildings';
const terrain = '../shared/data/terrain/os_terrain50_TQ38.asc';
describe.skipIf(!existsSync(buildings))('the real ones (../shared/data)', () => {
  test('surface, ground and canopy of Covent Garden', async () => {
    const grids = await Promise.all(
      ['DSM_CG.tif', 'DEM_CG.tif', 'CDSM_CG.tif'].map((name) =>
        readHeights(nodeFile(`${buildings}/${name}`), ASKED, quietly()),
      ),
    );
    for (const { grid } of grids)
      expect(grid).toMatchObject({ columns: 464, rows: 433, system: systemFromEpsg(32_631) });
    expect(() => checkSurfaceOnGround(grids[0].grid, grids[1].grid)).not.toThrow();
    const [surface, ground, canopy] = grids.map(({ grid }) => grid.heights);
    expect(highest(surface)).toBeCloseTo(70.74, 1);
    expect(highest(canopy)).toBe(28);
    expect(surface.filter((height, i) => height < ground[i] - 0.5).length).toBeLessThan(
      0.005 * ground.length,
    );
  });

  test('surface of the Barbican, packed, and 50 m terrain', async () => {
    const { grid } = await readHeights(
      nodeFile(`${buildings}/barbican_dsm_barb_1m_tif.tif`),
      ASKED,
      quietly(),
    );
    expect(grid).toMatchObject({ columns: 651, rows: 601, system: BRITISH_NATIONAL_GRID });
    expect(highest(grid.heights)).toBeCloseTo(146, 0);
    const coarse = await readHeights(nodeFile(terrain), { ...IN_GRID, kind: 'ground' }, quietly());
    expect(coarse.grid.heights[0]).toBeCloseTo(41.8, 4);
    expect(heightAt(coarse.grid, 530_025, 189_975)).toBeCloseTo(41.8, 4);
  });
});
