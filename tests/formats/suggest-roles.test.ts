import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { sharesFromTable } from '../../src/domain/coverage/shares-from-table.ts';
import { areasFromTable } from '../../src/domain/geo/areas-from-table.ts';
import { premisesFromTable } from '../../src/domain/premises/premises-from-table.ts';
import { technologyInName } from '../../src/formats/column-technology.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function suggest(content: string) {
  // A name that says nothing: roles must not come from it.
  return suggestRoles((await readOne(memoryFile('a', content), quietly())).table);
}

function polygons(...properties: Record<string, unknown>[]): string {
  const features = properties.map((one, i) => ({
    type: 'Feature',
    properties: one,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [i, 52],
          [i + 1, 52],
          [i + 1, 53],
          [i, 52],
        ],
      ],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

describe('polygons', () => {
  test('ward codes make wards, with their own name column', async () => {
    const found = await suggest(
      polygons(
        { LAD22CD: 'E09000999', LAD22NM: 'Borough', WD22CD: 'E05099001', WD22NM: 'North' },
        { LAD22CD: 'E09000999', LAD22NM: 'Borough', WD22CD: 'E05099002', WD22NM: 'South' },
      ),
    );
    expect(found).toMatchObject({
      role: 'wards',
      roles: { code: 'WD22CD', name: 'WD22NM' },
      codeKind: 'ward',
      why: '2 polygons with codes E05…: wards.',
    });
  });

  test('other codes make areas, or shares where columns are percentages of a technology', async () => {
    expect(
      await suggest(polygons({ code: 'E01099001', imd: 6.2 }, { code: 'E01099002', imd: 31 })),
    ).toMatchObject({ role: 'areas', codeKind: 'LSOA' });
    const shares = await suggest(
      polygons(
        { code: 'E01099001', gigabit: 93.9, sfbb: 100 },
        { code: 'E01099002', gigabit: 56, sfbb: 99.3 },
      ),
    );
    expect(shares.role).toBe('shares');
    expect(shares.layers.map(({ key, column, measure }) => [key, column, measure])).toEqual([
      ['gigabit', 'gigabit', 'percent'],
      ['superfast', 'sfbb', 'percent'],
    ]);
  });

  test('footprints name their technology and operator, or nothing', async () => {
    const named = await suggest(
      polygons({ technology: '5G', operator: 'Northlink', confidence: 'very high' }),
    );
    expect(named).toMatchObject({
      role: 'coverage',
      layers: [{ technology: '5g', operator: 'Northlink', confidence: 'very-high', shape: 'polygons' }],
    });
    expect(await suggest(polygons({}, {}))).toMatchObject({
      role: 'coverage',
      layers: [{ technology: 'coverage', operator: null }],
    });
  });

  test('polygons that speak of something else are context', async () => {
    expect(await suggest(polygons({ name: 'Town Park', kind: 'park' }))).toMatchObject({ role: 'context' });
    expect(
      await suggest(
        polygons(
          { name: 'A', area_code: 'E09000999' },
          { name: 'B', area_code: 'E09000999' },
          { name: 'C', area_code: 'E09000999' },
        ),
      ),
    ).toMatchObject({ role: 'context' });
  });
});

describe('tables', () => {
  test('UPRNs with coordinates are premises, with flags as layers', async () => {
    const found = await suggest(
      'uprn,postcode,easting,northing,longitude,latitude,address,use,building,gigabit,5g_northlink\n' +
        '990000000001,ZZ1 1AA,412345,298765,-1.82,52.58,1 High St,home,b1,yes,no\n' +
        '990000000002,ZZ1 1AA,412346,298766,-1.82,52.58,2 High St,home,b1,no,\n',
    );
    expect(found).toMatchObject({
      role: 'premises',
      unit: 'premises',
      roles: {
        id: 'uprn',
        lon: 'longitude',
        lat: 'latitude',
        easting: 'easting',
        northing: 'northing',
        address: 'address',
        use: 'use',
        building: 'building',
      },
    });
    expect(found.layers.map(({ technology, operator, column }) => [technology, operator, column])).toEqual([
      ['gigabit', null, 'gigabit'],
      ['5g', 'northlink', '5g_northlink'],
    ]);
  });

  test('postcodes with coordinates are postcodes, Code-Point Open without its header too', async () => {
    const row = (end: string) => `ZZ1 1${end},10,412345,298765,E92000001,,,,E09000999,E05099001\n`;
    expect(await suggest(row('AA') + row('AB'))).toMatchObject({
      role: 'premises',
      unit: 'postcodes',
      roles: { id: 'Postcode', easting: 'Eastings', northing: 'Northings' },
    });
  });

  test('output areas with households at an inside point', async () => {
    const found = await suggest(
      'oa21cd,households,easting,northing\nE00099001,120,412345,298765\nE00099002,98,412845,298265\n',
    );
    expect(found).toMatchObject({
      role: 'premises',
      unit: 'households',
      roles: { id: 'oa21cd', units: 'households' },
    });
  });

  test('ids without coordinates and yes/no or speeds are records', async () => {
    expect(
      await suggest('uprn,current_gigabit,future_gigabit\n100000000001,true,false\n100000000002,,true\n'),
    ).toMatchObject({
      role: 'records',
      roles: { id: 'uprn' },
      layers: [{ technology: 'gigabit', column: 'current_gigabit', atLeast: null }],
    });
    expect(await suggest('uprn,max_download_mbps\n100000000001,1000\n100000000002,67.5\n')).toMatchObject({
      role: 'records',
      layers: [{ technology: 'gigabit', column: 'max_download_mbps', atLeast: 1000 }],
    });
  });

  test('codes or postcodes with percentages are shares', async () => {
    const header =
      'Gigabit availability (% premises),% of premises unable to receive 30Mbit/s,Number of premises with Gigabit availability';
    expect(await suggest(`output_area,${header}\nE00099001,93.9,0,40\nE00099002,12.5,3.1,3\n`)).toMatchObject(
      {
        role: 'shares',
        roles: { code: 'output_area' },
        layers: [{ technology: 'gigabit', column: 'Gigabit availability (% premises)' }],
      },
    );
    const postcodes = await suggest('postcode,SFBB availability (% premises)\nZZ11AA,100\nZZ11AB,50\n');
    expect(postcodes).toMatchObject({ role: 'shares', codeKind: 'postcode', roles: { code: 'postcode' } });
  });

  test('places with names are context, the rest is a table', async () => {
    expect(await suggest('treeID,species,lon,lat\nT1,Tilia,-2.3,53.4\nT2,Acer,-2.3,53.4\n')).toMatchObject({
      role: 'context',
    });
    expect(
      await suggest('area_code,area_name,average\nE05099001,North,36.2\nE05099002,South,62.6\n'),
    ).toMatchObject({ role: 'table' });
  });
});

test.each([
  ['SFBB availability (% premises)', 'superfast', null, null],
  ['UFBB (100Mbit/s) availability (% premises)', 'ultrafast-100', null, null],
  ['UFBB availability (% premises)', 'ultrafast', null, null],
  ['gigabit_pct_premises', 'gigabit', null, null],
  ['5G_very_high_confidence_prem_out', '5g', null, 'very-high'],
  ['5g-northlink-high', '5g', 'northlink', 'high'],
])('%s names %s', (name, technology, operator, confidence) => {
  expect(technologyInName(name)).toEqual({ technology, operator, confidence });
});

test.each([
  '% of premises unable to receive 30Mbit/s',
  'future_gigabit',
  'name',
  'Median download speed (Mbit/s)',
])('%s names no technology', (name) => {
  expect(technologyInName(name)).toBeNull();
});

const PILOT = '../shared/data';
const pilotPresent = existsSync(PILOT);
if (!pilotPresent) console.log('Skipped: the shared pilot data are not present beside the repository.');

describe.skipIf(!pilotPresent)('Westminster', () => {
  test.each([
    ['boundaries/westminster_wards_2022_generalised.geojson', 'wards', 18, null, 0],
    ['premises/codepoint_open_2025-11_westminster_E09000033.csv', 'premises', 13_115, 'postcodes', 0],
    ['coverage/westminster_lsoa21_gigabit_cn2025.geojson', 'shares', 123, null, 3],
    ['coverage/westminster_lsoa21_ofcom_cn2025_gigabit.csv', 'shares', 123, null, 3],
  ])('%s', async (path, role, rows, unit, layers) => {
    const { table, report } = await readOne(nodeFile(`${PILOT}/${path}`), quietly());
    const found = suggestRoles(table);
    expect({ role: found.role, rows: table.rows, unit: found.unit, layers: found.layers.length }).toEqual({
      role,
      rows,
      unit,
      layers,
    });
    expect(report.rowsLeftOut).toBe(0);
  });

  test('every postcode stands somewhere, and its two kinds of coordinates agree', async () => {
    const { table } = await readOne(
      nodeFile(`${PILOT}/premises/codepoint_open_2025-11_westminster_E09000033.csv`),
      quietly(),
    );
    const { premises, issues } = premisesFromTable(table, suggestRoles(table).roles, 'postcodes');
    expect(premises.count).toBe(13_115);
    expect(issues).toEqual([]);
  });

  test('the shares are read to a tenth', async () => {
    const { table } = await readOne(
      nodeFile(`${PILOT}/coverage/westminster_lsoa21_gigabit_cn2025.geojson`),
      quietly(),
    );
    const { roles } = suggestRoles(table);
    const { areas } = areasFromTable(table, roles);
    const { shares, issues } = sharesFromTable(table, 'code', 'gigabit', 'percent', { areas });
    expect({ areas: shares.codes.length, step: shares.step, issues }).toEqual({
      areas: 123,
      step: 0.1,
      issues: [],
    });
    expect([Math.min(...shares.percent), Math.max(...shares.percent)]).toEqual([35.6, 100]);
  });
});
