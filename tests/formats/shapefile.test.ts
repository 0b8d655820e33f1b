import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { openBytes } from '../../src/formats/byte-source.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { readShapefile, type ShapefileParts } from '../../src/formats/shapefile.ts';
import { polygonsOfRings } from '../../src/formats/shapefile-rings.ts';
import { memoryFile, quietly } from './input-file.ts';
import { makeDbf, makeShp, makeShx, pointRecord, polyRecord } from './made-shapefile.ts';
import { mutated } from './mutated-bytes.ts';

const GRID_PRJ =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]';
const DEGREES_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const records = [pointRecord(-1.5, 52.5), pointRecord(-1.4, 52.4), null];
const fields = [
  { name: 'UPRN', type: 'N', length: 19, decimals: 0 },
  { name: 'CODE', type: 'C', length: 8 },
  { name: 'DATE', type: 'D', length: 8 },
  { name: 'LIVE', type: 'L', length: 1 },
  { name: 'CODE', type: 'C', length: 20 },
];
const rows = [
  ['   1234567890123456789'.slice(-19), '00042', '20260102', 'T', 'Caffè'],
  ['-0.10', '', '00000000', '?', '=1+1'],
  ['*******************', '7', '', 'F', 'Ŵyr'],
];
const parts = (changes: Partial<ShapefileParts> = {}): ShapefileParts => ({
  shp: makeShp(1, records),
  dbf: makeDbf(fields, rows),
  shx: makeShx(1, records),
  prj: DEGREES_PRJ,
  cpg: 'UTF-8',
  ...changes,
});
const read = async (given: ShapefileParts) =>
  readShapefile(given, 'made.zip: sites.shp', {
    source: await openBytes(memoryFile('made.zip', given.shp), quietly()),
  });
const codes = async (given: ShapefileParts): Promise<string[]> => {
  try {
    return (await read(given)).report.issues.map(({ code, outcome }) => `${code} ${outcome}`);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    for (const { message } of error.report.issues)
      expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
    return error.report.issues.map(({ code, outcome }) => `${code} ${outcome}`);
  }
};

describe('a shapefile', () => {
  test('keeps every cell as it is written, and its shapes', async () => {
    const { table, report } = await read(parts());
    const cells = table.columns.map((column) => [
      column.name,
      ...Array.from({ length: table.rows }, (_, row) => cellText(column, row)),
    ]);
    expect(cells).toEqual([
      ['UPRN', '1234567890123456789', '-0.10', ''],
      ['CODE', '00042', '', '7'],
      ['DATE', '2026-01-02', '', ''],
      ['LIVE', 'true', '', 'false'],
      ['CODE (2)', 'Caffè', '=1+1', 'Ŵyr'],
    ]);
    expect([...(table.geometry.points?.lon ?? [])]).toEqual([-1.5, -1.4]);
    expect([...(table.geometry.points?.row ?? [])]).toEqual([0, 1]);
    expect(report.issues.map(({ code }) => code)).toEqual(['DUPLICATE_COLUMN', 'NO_LOCATION']);
  });

  test('is converted from the system its .prj names, or guessed and said', async () => {
    const shp = makeShp(1, [pointRecord(530_000, 180_000)]);
    const only = { shp, shx: null, dbf: null, cpg: null };
    for (const prj of [GRID_PRJ, null, '<!DOCTYPE html><html></html>']) {
      const { table, report } = await read({ ...only, prj });
      expect(table.geometry.points?.lat[0]).toBeCloseTo(51.5037, 3);
      expect(report.issues.some(({ code }) => code === 'CRS_UNKNOWN')).toBe(prj !== GRID_PRJ);
      expect(report.issues.some(({ code }) => code === 'NO_ATTRIBUTES')).toBe(true);
    }
    const odd = 'LOCAL_CS["Site grid",UNIT["Meter",1.0]]';
    expect(await codes({ ...only, prj: odd })).toEqual(['CRS_UNKNOWN refused']);
  });

  test('is refused where a part is damaged or parts do not belong together', async () => {
    const { shp, dbf } = parts();
    const cut = (bytes: Uint8Array | null, end: number) => (bytes as Uint8Array).slice(0, end);
    expect(await codes(parts({ shp: new Uint8Array(0) }))).toEqual(['SHP_CORRUPT refused']);
    expect(await codes(parts({ shp: cut(shp, 140) }))).toEqual(['SHP_CORRUPT refused']);
    expect(await codes(parts({ shp: makeShp(1, records.slice(0, 2)) }))).toEqual(['SHP_CORRUPT refused']);
    expect(await codes(parts({ dbf: cut(dbf, dbf ? dbf.length - 40 : 0) }))).toEqual(['DBF_CORRUPT refused']);
    expect(await codes(parts({ dbf: new Uint8Array(0) }))).toEqual(['DBF_CORRUPT refused']);
    expect(await codes(parts({ dbf: makeDbf(fields, rows.slice(0, 2)) }))).toEqual(['DBF_CORRUPT refused']);
    const refused = await read(parts({ shp: cut(shp, 140) })).catch((error: FileRefused) => error.report);
    expect(refused).toMatchObject({ issues: [{ count: 2 }] });
  });

  test('gives holes to the ring around them, whatever the order and direction', () => {
    const ring = (x: number, y: number, size: number, clockwise: boolean) => {
      const open = [
        [x, y],
        [x, y + size],
        [x + size, y + size],
        [x + size, y],
      ];
      const turned = clockwise ? open : [...open].reverse();
      return [...turned, turned[0]];
    };
    const outer = ring(0, 0, 10, true);
    const island = ring(4, 4, 2, true);
    const lake = ring(3, 3, 4, false);
    const other = ring(20, 0, 5, true);
    expect(polygonsOfRings([lake, other, island, outer])).toEqual([[other], [island], [outer, lake]]);
    const backwards = [lake, other, outer].map((one) => [...one].reverse());
    expect(polygonsOfRings(backwards)).toEqual([[backwards[1]], [backwards[2], backwards[0]]]);
    const lone = ring(50, 50, 1, false);
    expect(polygonsOfRings([outer, lone])).toEqual([[outer], [lone]]);
  });

  test('lines, polygons with heights and measures are read', async () => {
    const square = [
      [-1, 52],
      [-1, 52.1],
      [-0.9, 52.1],
      [-0.9, 52],
      [-1, 52],
    ];
    const polygonZ = makeShp(15, [polyRecord(15, [square], 7)]);
    const area = await read({ shp: polygonZ, dbf: null, shx: null, prj: DEGREES_PRJ, cpg: null });
    expect(area.table.geometry.polygons?.coordinates.length).toBe(10);
    expect(area.report.issues.map(({ code }) => code)).toContain('EXTRA_ORDINATES');
    const lines = makeShp(23, [polyRecord(23, [square.slice(0, 2), square.slice(2)], null)]);
    const road = await read({ shp: lines, dbf: null, shx: null, prj: DEGREES_PRJ, cpg: null });
    expect([...(road.table.geometry.lines?.lineStarts ?? [])]).toEqual([0, 2, 5]);
  });

  test('a .shp alone is refused with what to do', async () => {
    await expect(readFile(memoryFile('sites.shp', parts().shp), quietly())).rejects.toThrow(/Zip the \.shp/);
  });

  test('however damaged, is read or refused', async () => {
    const whole = parts();
    const area = makeShp(5, [
      polyRecord(
        5,
        [
          [
            [-1, 52],
            [-1, 52.1],
            [-0.9, 52.1],
            [-0.9, 52],
            [-1, 52],
          ],
        ],
        null,
      ),
    ]);
    await fc.assert(
      fc.asyncProperty(mutated(whole.shp), mutated(whole.dbf as Uint8Array), async (shp, dbf) => {
        await codes({ ...whole, shp });
        await codes({ ...whole, dbf });
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(mutated(area), async (shp) => {
        await codes({ shp, dbf: null, shx: null, prj: null, cpg: null });
      }),
      { numRuns: 300 },
    );
  });
});
