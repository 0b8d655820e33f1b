import { existsSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';
import { type MadeGeoTiff, makeGeoTiff } from './made-geotiff.ts';
import { mutated } from './mutated-bytes.ts';

const GRID =
  'ncols 4\nnrows 2\nxllcorner 530000\nyllcorner 180000\ncellsize 50\nNODATA_value -9999\n1 2 3 4\n5 6 7 8\n';

async function described(name: string, content: string | Uint8Array) {
  const { table, report } = await readOne(memoryFile(name, content), quietly());
  const cells = Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, 0)]));
  return { table, cells, codes: report.issues.map(({ code }) => code), why: suggestRoles(table).why };
}

describe('files of heights', () => {
  test.each([
    ['plain', 'heights.asc', GRID],
    ['gzipped', 'heights.asc.gz', gzipSync(GRID)],
    ['under another name', 'heights.txt', GRID.replaceAll('\n', '\r\n')],
  ])('an ASCII grid, %s', async (_how, name, content) => {
    const { table, cells, codes, why } = await described(name, content);
    expect(cells).toEqual({
      kind: 'height grid',
      columns: '4',
      rows: '2',
      'cell size': '50',
      unit: 'not known',
      system: 'not known',
      nodata: '-9999',
      'vertical datum': '',
      lowest: '1',
      highest: '8',
      description: '',
    });
    expect(codes).toEqual(['HEIGHTS_READ', 'CRS_UNKNOWN', 'CRS_GUESSED', 'CRS_CONVERTED']);
    expect(table.heights).toMatchObject({ system: null, west: 530_000, north: 180_100, columns: 4, rows: 2 });
    expect([...(table.heights?.heights ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(
      Math.min(...(table.geometry.polygons?.coordinates ?? []).filter((_n, i) => i % 2 === 1)),
    ).toBeCloseTo(51.5, 1);
    expect(why).toContain('nothing in the file tells');
    expect(suggestRoles(table)).toMatchObject({
      role: 'heights',
      heights: { kind: 'surface', vintage: null },
      notes: [{ code: 'HEIGHTS_KIND' }],
    });
  });

  test('an ASCII grid with half a header is refused', async () => {
    await expect(
      readFile(memoryFile('a.asc', 'ncols 4\nnrows 2\n1 2 3 4\n'), quietly()),
    ).rejects.toMatchObject({
      report: { issues: [{ code: 'FILE_CORRUPT' }] },
    });
  });

  test('a tile of one degree is known by its name and size', async () => {
    const { table, cells } = await described('N51W001.hgt', new Uint8Array(1201 * 1201 * 2));
    expect(cells).toMatchObject({ columns: '1201', unit: 'degrees', 'cell size': '0.0008333333333' });
    const lons = [...(table.geometry.polygons?.coordinates ?? [])].filter((_n, i) => i % 2 === 0);
    expect([Math.min(...lons), Math.max(...lons)]).toEqual([-1, 0]);
    await expect(readFile(memoryFile('N51W001.hgt', new Uint8Array(1000)), quietly())).rejects.toThrow(
      /1,201/,
    );
  });

  test.each([true, false])('a GeoTIFF, little-endian %s', async (little) => {
    const { table, cells, codes } = await described('dsm.tif', makeTiff(little, 27_700));
    expect(cells).toEqual({
      kind: 'height grid',
      columns: '20',
      rows: '10',
      'cell size': '2',
      unit: 'metres',
      system: 'British National Grid',
      nodata: '-9999',
      'vertical datum': '',
      lowest: '0',
      highest: '199',
      description: '',
    });
    expect(codes).toEqual(['HEIGHTS_READ', 'CRS_CONVERTED']);
    expect(table.heights?.heights).toEqual(Float32Array.from({ length: 200 }, (_, i) => i));
    expect(table.geometry.polygons?.coordinates.length).toBe(66);
  });

  test('a TIFF that names no system, no place, or one that is not read', async () => {
    expect((await described('a.tif', makeTiff(true, 0))).codes).toContain('CRS_UNKNOWN');
    const nowhere = makeGeoTiff({ columns: 1, rows: 1, values: [1], tags: { 33550: 0 } });
    await expect(described('a.tif', nowhere)).rejects.toThrow(/does not say where it lies/);
    await expect(described('a.tif', makeTiff(true, 2180))).rejects.toThrow(/EPSG:2180/);
  });

  const small = (given: Partial<MadeGeoTiff>) =>
    makeGeoTiff({ columns: 2, rows: 1, values: [20, 30], ...given });
  test.each([
    ['in feet', { keys: { 3072: 27_700, 4099: 9002 } }, 'HEIGHT_UNIT', /in feet/],
    [
      'turned',
      { matrix: [1, 1, 0, 5, 1, -1, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1] },
      'UNKNOWN_FORMAT',
      /turned or mirrored/,
    ],
    ['without a place', { tags: { 33550: 0 } }, 'NO_LOCATION', /does not say where it lies/],
    [
      'packed by LERC',
      { tags: { 259: 34_887 } },
      'UNKNOWN_FORMAT',
      /LERC, which is not read\. Save it with Deflate/,
    ],
    ['of a method nobody knows', { tags: { 259: 4711 } }, 'UNKNOWN_FORMAT', /method 4711/],
    ['without any height', { nodata: '20', values: [20, 20] }, 'EMPTY', /none of its cells has a height/],
  ] as const)('%s is refused, never a number', async (_how, given, code, words) => {
    const refused = await described('a.tif', small(given)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    expect((refused as FileRefused).report.issues).toMatchObject([{ code, outcome: 'refused' }]);
    expect((refused as FileRefused).message).toMatch(words);
  });

  test('holes are counted, also those that the file does not name', async () => {
    const values = [20, -9999, 3e38, Number.NaN];
    const { table, report } = await readOne(
      memoryFile('dsm.tif', makeGeoTiff({ columns: 4, rows: 1, values })),
      quietly(),
    );
    expect([...(table.heights?.heights ?? [])]).toEqual([20, Number.NaN, Number.NaN, Number.NaN]);
    expect(report.issues).toMatchObject([
      { code: 'HEIGHTS_READ' },
      { code: 'HEIGHTS_NOT_KNOWN', outcome: 'repaired', count: 2 },
      { code: 'HEIGHTS_NOT_KNOWN', outcome: 'note', count: 3 },
      { code: 'CRS_CONVERTED' },
    ]);
  });

  test('two gigabytes of heights are refused by their tags alone, without a look at the rest', async () => {
    const bytes = small({ tags: { 256: 20_000, 257: 20_000, 278: 1 } });
    const whole = memoryFile('dsm.tif', bytes);
    let read = 0;
    const file = {
      ...whole,
      size: 2_000_000_000,
      slice: (start: number, end: number) => {
        read += Math.min(end, bytes.length) - Math.min(start, bytes.length);
        return whole.slice(start, end);
      },
    };
    await expect(readFile(file, quietly())).rejects.toThrow(
      /400,000,000 cells, above the limit of 100 million\. Cut it to your area/,
    );
    expect(read).toBeLessThan(5000);
  });

  test('a picture keeps its outline and says that it has no heights', async () => {
    const { table, cells, codes } = await described('photo.tif', small({ tags: { 277: 3 } }));
    expect([cells.kind, table.heights, suggestRoles(table).role]).toEqual(['image', undefined, 'context']);
    expect(codes).toContain('NO_HEIGHTS');
  });

  test.each([
    ['DSM_CG.tif', 'surface'],
    ['CDSM_CG.tif', 'canopy'],
    ['DEM_CG.tif', 'ground'],
    ['tq38sw_DTM_1m.tif', 'ground'],
    ['lidar-dsm-2022.tif', 'surface'],
    ['os_terrain50_TQ38.tif', 'ground'],
    ['trees.tif', 'canopy'],
    ['wisdom.tif', undefined],
  ])('the name %s tells %s', async (name, kind) => {
    const { table } = await readOne(memoryFile(name, small({})), quietly());
    const { heights, notes } = suggestRoles(table);
    expect(heights?.kind).toBe(kind ?? 'surface');
    expect(notes?.map(({ code }) => code)).toEqual(kind ? undefined : ['HEIGHTS_KIND']);
  });

  test('a damaged TIFF is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(makeTiff(true, 27_700)), async (content) => {
        try {
          await readFile(memoryFile('a.tif', content), quietly());
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });

  const shared = ['../shared/data/terrain', '../shared/data/buildings'];
  const grids = shared.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /\.(?:asc|tif|bin\.gz)$/.test(name))
          .map((name) => `${folder}/${name}`)
      : [],
  );
  test.skipIf(grids.length === 0)('real ones load as heights', async () => {
    for (const path of grids) {
      const { table, report } = await readOne(nodeFile(path), quietly());
      expect(
        report.issues.map(({ code }) => code),
        path,
      ).toContain('HEIGHTS_READ');
      expect(table.geometry.polygons?.row.length, path).toBe(1);
      expect(suggestRoles(table).role, path).toBe('heights');
      const lat = table.geometry.polygons?.coordinates[1] ?? 0;
      expect(lat, path).toBeGreaterThan(50.9);
      expect(lat, path).toBeLessThan(54);
    }
  });
});

/** A GeoTIFF of 20 × 10 cells of 2 m, heights from 0 up. */
function makeTiff(little: boolean, epsg: number): Uint8Array {
  return makeGeoTiff({
    columns: 20,
    rows: 10,
    values: Array.from({ length: 200 }, (_, i) => i),
    cell: 2,
    little,
    keys: { 3072: epsg },
    nodata: '-9999',
  });
}
