import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { writeDeviceCatalogue } from '../../src/formats/device-catalogue.ts';
import { readRows } from '../builders/count-areas.ts';
import { genericDevice } from '../builders/link-question.ts';
import { runCommand } from '../builders/run-command.ts';
import {
  townFootprints,
  townGround,
  townPlace,
  townPremises,
  townSurface,
} from '../builders/small-town-files.ts';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const { lon, lat } = townPlace(60.5, 60.5);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-reach-'));
  writeFileSync(at('dsm.tif'), townSurface());
  writeFileSync(at('dtm.tif'), townGround());
  writeFileSync(at('houses.geojson'), townFootprints());
  writeFileSync(at('premises.csv'), townPremises());
  writeFileSync(at('radio.json'), writeDeviceCatalogue([genericDevice('generic-60-ghz-multipoint')]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (over: Readonly<Record<string, string | null>> = {}) => {
  const options: Record<string, string | null> = {
    site: `${lon},${lat},3`,
    surface: at('dsm.tif'),
    'heights-above': 'surface',
    device: at('radio.json'),
    'radius-m': '300',
    premises: at('premises.csv'),
    out: at('out'),
    ...over,
  };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  );
  return runCommand(['reach', ...words]);
};

describe('notspot reach', () => {
  it('writes every premises with its quality or reason, the mast curve, the raster and the report', async () => {
    const { code, printed } = await run({ buildings: at('houses.geojson'), ground: at('dtm.tif') });
    expect(code).toBe(0);
    const rows = new Map(readRows(at('out', 'premises.csv')).map((row) => [row.id, row]));
    const words = [...rows.values()].map(({ id, quality, reason }) => [id, quality, reason]).sort();
    expect(words).toEqual([
      ['100', 'clear', ''],
      ['101', 'clear', ''],
      ['102', 'clear', ''],
      ['103', 'no link', 'it is on the roof’s own building'],
      ['104', 'clear', ''],
      ['105', 'out of range', 'it is farther than 300 m'],
    ]);
    expect(rows.get('100')).toMatchObject({ counts_as_gigabit: 'yes', on_building: 'yes', antenna_m: '12' });
    expect(rows.get('104')).toMatchObject({ on_building: 'no', antenna_m: '4' });
    expect(Number(rows.get('100')?.clearance_m)).toBeGreaterThan(0);
    expect(printed).toMatch(
      /Served: 4 of 5 premises within 300 m, 4 of them at gigabit\. The others: 1 no link\./,
    );
    expect(printed).toMatch(/^mast on the roofs of premises: 2 m \(assumed\)$/m);
    const taller = await run({
      buildings: at('houses.geojson'),
      'premises-mast-m': '3.5',
      out: at('taller'),
    });
    expect(taller.printed).toMatch(
      /^mast on the roofs of premises: 3\.5 m \(stated by --premises-mast-m\)$/m,
    );
    expect(readRows(at('taller', 'premises.csv')).find(({ id }) => id === '100')?.antenna_m).toBe('13.5');
    const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      served: 4,
      all: 5,
      antenna_m: 35,
      by_quality: { clear: 4, 'no link': 1 },
    });
    const mast = readRows(at('out', 'mast.csv'));
    expect(mast).toHaveLength(31);
    expect(mast[3]).toMatchObject({ mast_m: '3', served_premises: '4' });
    expect(mast.reduce((sum, row) => sum + Number(row.added), 0)).toBe(Number(mast[30].served_premises));
  });

  it('has a raster that other programs place: seen, hidden, not known beyond the surface', async () => {
    await run();
    const bytes = readFileSync(at('out', 'reach.tif'));
    const tiff = await fromArrayBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const image = await tiff.getImage();
    expect(image.getGeoKeys()).toMatchObject({ ProjectedCSTypeGeoKey: 27_700, GTRasterTypeGeoKey: 1 });
    expect([image.getWidth(), image.getHeight(), image.getGDALNoData()]).toEqual([601, 601, 255]);
    expect(image.getOrigin().slice(0, 2)).toEqual([530_060 - 300, 179_960 + 301]);
    const [codes] = (await image.readRasters()) as unknown as [Uint8Array];
    const codeAt = (x: number, y: number) =>
      codes[(300 - Math.floor(y - 60)) * 601 + 300 + Math.floor(x - 60)];
    expect(codeAt(60.5, 60.5)).toBe(1);
    expect(codeAt(45.5, 45.5)).toBe(1);
    expect(codeAt(150.5, 60.5)).toBe(2);
    expect(codes[0]).toBe(255);
  });

  it('says what is not known and never a number for it', async () => {
    const { code, told } = await run({ 'radius-m': '1000' });
    expect(code).toBe(0);
    const outside = readRows(at('out', 'premises.csv')).find(({ id }) => id === '105');
    expect(outside).toMatchObject({ quality: 'not known', reason: 'the height of its roof is not known' });
    expect(outside).toMatchObject({ rate_mbps: '', clearance_m: '', antenna_m: '', counts_as_gigabit: '' });
    expect(told).toMatch(/No building footprints are loaded/);
  });

  it.each([
    [{ 'heights-above': 'ground' }, 2, /needs a ground model: give one with --ground/],
    [{ site: '1,2' }, 2, /write LON,LAT,HEIGHT/],
    [{ site: `${lon},91,3` }, 2, /from -90 to 90/],
    [{ 'radius-m': '9000' }, 2, /--radius-m 9000: give a number from 1 to 5000/],
    [{ 'most-mast-m': '2.5' }, 2, /a whole number from 0 to 60/],
    [{ premises: null }, 2, /--premises is missing/],
    [{ 'radius-m': null }, 2, /--radius-m is missing/],
    [{ site: `${lon},${lat + 0.0012},3` }, 1, /The height of the site is not known/],
  ] as const)('is told what to give: %j', async (over, wanted, words) => {
    const { code, told } = await run(over as Record<string, string | null>);
    expect(told).toMatch(words);
    expect(code).toBe(wanted);
  });
});

const data = join(projectRoot, '..', 'shared', 'data');
const real = {
  surface: join(data, 'buildings', 'DSM_CG.tif'),
  ground: join(data, 'buildings', 'DEM_CG.tif'),
  canopy: join(data, 'buildings', 'CDSM_CG.tif'),
  buildings: join(data, 'buildings', 'covent_garden_holborn_osm_buildings_with_heights.geojson'),
  premises: join(data, 'premises', 'codepoint_open_2025-11_westminster_E09000033.csv'),
};
const hasReal = Object.values(real).every((path) => existsSync(path));
const because = hasReal ? '' : ' (skipped: its files are not beside the repository)';

describe.skipIf(!hasReal)(`Covent Garden without a screen${because}`, () => {
  it('is reached from the opera house: postcodes outside the surface are not known, a mast adds', async () => {
    const site = '-0.1226,51.5131,8';
    const { code, printed } = await run({ ...real, site, 'radius-m': '3000', out: at('cg') });
    expect(code).toBe(0);
    expect(printed).toMatch(/Served: \d+ of 9,841 postcodes within 3,000 m/);
    const rows = readRows(at('cg', 'premises.csv'));
    expect(rows).toHaveLength(13_115);
    const inside = rows.filter(({ lon: x, lat: y }) => {
      const [east, north] = [Number(x), Number(y)];
      return east > -0.128 && east < -0.1215 && north > 51.511 && north < 51.5142;
    });
    expect(inside.length).toBeGreaterThan(50);
    expect(inside.every(({ quality }) => quality !== 'out of range')).toBe(true);
    const far = rows.filter(({ lon: x }) => Number(x) < -0.14 || Number(x) > -0.11);
    expect(far.every(({ quality }) => quality === 'not known' || quality === 'out of range')).toBe(true);
    const served = readRows(at('cg', 'mast.csv')).map((row) => Number(row.served_postcodes));
    expect(served[30]).toBeGreaterThan(served[8]);
    expect(served[8]).toBeGreaterThan(served[0]);
  });
});
