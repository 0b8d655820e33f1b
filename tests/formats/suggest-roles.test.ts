import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { sharesFromTable } from '../../src/domain/coverage/shares-from-table.ts';
import { areasFromTable } from '../../src/domain/geo/areas-from-table.ts';
import { parseRecipe } from '../../src/domain/not-spots/parse-recipe.ts';
import { premisesFromTable } from '../../src/domain/premises/premises-from-table.ts';
import { technologyInName } from '../../src/formats/column-technology.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

/** A name that says nothing, unless told: roles must not come from it. */
async function suggest(content: string, fileName = 'a') {
  return suggestRoles((await readOne(memoryFile(fileName, content), quietly())).table);
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

  test('a file of buildings is buildings, with heights or without; one of protected buildings is not', async () => {
    const bare = polygons({ osm_id: '12', kinds: 'x' }, { osm_id: '13', kinds: 'y' });
    expect(await suggest(bare, 'town_buildings_2017.geojson')).toMatchObject({
      role: 'buildings',
      roles: {},
      why: '2 polygons in a file of buildings without heights: their roofs are those of a loaded surface.',
    });
    const high = polygons({ osm_id: '12', height: 12 }, { osm_id: '13', height: 7.5 });
    expect(await suggest(high)).toMatchObject({ role: 'buildings', roles: { height: 'height' } });
    for (const name of ['listed_buildings.geojson', 'outbuildings.geojson', 'a.geojson'])
      expect((await suggest(bare, name)).role, name).toBe('context');
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
    expect(shares.layers.map(({ technology, column, measure }) => [technology, column, measure])).toEqual([
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

  test('several technologies and operators in columns are a layer each', async () => {
    const { layers, why } = await suggest(
      polygons(
        { technology: '5G', operator: 'Northlink' },
        { technology: '5G', operator: 'Southlink' },
        { technology: '4G', operator: 'Northlink' },
        { technology: '5G', operator: 'Northlink' },
      ),
    );
    expect(layers.map(({ technology, operator, where }) => [technology, operator, where])).toEqual([
      [
        '5g',
        'Northlink',
        [
          { column: 'technology', values: ['5G'] },
          { column: 'operator', values: ['Northlink'] },
        ],
      ],
      [
        '5g',
        'Southlink',
        [
          { column: 'technology', values: ['5G'] },
          { column: 'operator', values: ['Southlink'] },
        ],
      ],
      [
        '4g',
        'Northlink',
        [
          { column: 'technology', values: ['4G'] },
          { column: 'operator', values: ['Northlink'] },
        ],
      ],
    ]);
    expect(why).toBe('4 polygons that name 5G, 4G: coverage, 3 layers.');
  });

  test('any text names a technology that a recipe can ask for', async () => {
    const texts = ['Fibre/VDSL "fast"', '__proto__', '<img src=x onerror=alert(1)>', '...', 'VDSL 2'];
    const { layers } = await suggest(polygons(...texts.map((technology) => ({ technology, operator: 'A' }))));
    expect(layers.map(({ technology }) => technology)).toEqual([
      'fibre-vdsl-fast',
      'proto',
      'img-src-x-onerror-alert-1',
      'coverage',
      'vdsl-2',
    ]);
    for (const { technology } of layers) expect(() => parseRecipe(`no ${technology}`)).not.toThrow();
  });

  test('two grades of confidence stay two layers', async () => {
    const { layers } = await suggest(
      polygons({ technology: '5G', confidence: 'high' }, { technology: '5G', confidence: 'very high' }),
    );
    expect(layers.map(({ confidence, where }) => [confidence, where?.[1]])).toEqual([
      ['high', { column: 'confidence', values: ['high'] }],
      ['very-high', { column: 'confidence', values: ['very high'] }],
    ]);
  });

  test('wards with a share of a technology are wards and a layer', async () => {
    const found = await suggest(
      polygons(
        { WD22CD: 'E05099001', WD22NM: 'North', gigabit_pct: 93.9 },
        { WD22CD: 'E05099002', WD22NM: 'South', gigabit_pct: 12 },
      ),
    );
    expect(found).toMatchObject({
      role: 'wards',
      vintage: '2022',
      layers: [{ technology: 'gigabit', shape: 'shares', column: 'gigabit_pct', measure: 'percent' }],
      why: '2 polygons with codes E05…: wards with shares of gigabit.',
    });
    expect(found.alternatives).toContain('shares');
  });

  test("Ofcom's own columns on shapes are read by their own rules", async () => {
    const column = '% of premises unable to receive decent broadband from fixed or FWA';
    const found = await suggest(
      polygons({ oa21cd: 'E00099001', [column]: 2.5 }, { oa21cd: 'E00099002', [column]: 0 }),
    );
    expect(found).toMatchObject({
      role: 'shares',
      source: { publisher: 'Ofcom' },
      layers: [{ technology: 'decent', inverted: true }],
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

  test('the column called UPRN is the id, whatever other UPRNs stand before it', async () => {
    const found = await suggest(
      'parent_uprn,uprn,easting,northing\n990000000009,990000000001,412345,298765\n990000000009,990000000002,412346,298766\n',
    );
    expect(found).toMatchObject({ role: 'premises', roles: { id: 'uprn' } });
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
        layers: [
          { technology: 'gigabit', column: 'Gigabit availability (% premises)' },
          { technology: '30-mbit', inverted: true, offered: true },
        ],
      },
    );
    const postcodes = await suggest('postcode,SFBB availability (% premises)\nZZ11AA,100\nZZ11AB,50\n');
    expect(postcodes).toMatchObject({ role: 'shares', codeKind: 'postcode', roles: { code: 'postcode' } });
  });

  test('mobile ratings are codes, never shares or yes and no', async () => {
    const found = await suggest(
      'uprn,4g_northlink,5g_northlink\n100000000001,4,0\n100000000002,3,3\n100000000003,-1,0\n',
    );
    expect(found.role).toBe('records');
    expect(
      found.layers.map(({ technology, operator, atLeast, codes }) => [
        technology,
        operator,
        atLeast,
        codes?.length,
      ]),
    ).toEqual([
      ['4g', 'northlink', 4, 5],
      ['5g', 'northlink', 4, 5],
    ]);
    const byArea = await suggest('lad_code,4g\nE09099001,4\nE09099002,3\n');
    expect(byArea.role).toBe('table');
  });

  test('a share that no column names asks for its technology', async () => {
    const found = await suggest('lad_code,period,pct\nE09099001,Sep-23,99.9\nE09099002,Sep-23,98\n');
    expect(found).toMatchObject({
      role: 'shares',
      source: { date: '2023-09' },
      layers: [{ technology: 'coverage', column: 'pct' }],
      notes: [{ code: 'TECHNOLOGY_UNKNOWN' }],
    });
  });

  test('a share that no column names is of what the file’s name tells, and that is said', async () => {
    const text = 'lad_code,period,pct\nE09099001,Sep-23,99.9\nE09099002,Sep-23,98\n';
    const found = await suggest(text, 'uk_lad_gigabit_2023-09.csv');
    expect(found).toMatchObject({
      role: 'shares',
      layers: [{ technology: 'gigabit', column: 'pct', namedByFile: true }],
      notes: [{ code: 'TECHNOLOGY_BY_FILE_NAME', message: expect.stringContaining('share of gigabit') }],
    });
    const land = await suggest(text, 'uk_lad_4g_geo_any_operator.csv');
    expect(land.layers).toMatchObject([{ technology: '4g-area', offered: true, namedByFile: true }]);
    // What a column names stands, whatever the file is called.
    const named = await suggest(text.replace('pct', '4g_pct'), 'uk_lad_gigabit_2023-09.csv');
    expect(named.layers).toMatchObject([{ technology: '4g' }]);
    expect(named.notes ?? []).toEqual([]);
  });

  test('a share of land is offered, and is no layer of its own accord', async () => {
    const found = await suggest('lad_code,4g_geo_pct,4g_prem_pct\nE09099001,70,99\nE09099002,71,98\n');
    expect(found.layers.map(({ technology, offered }) => [technology, offered])).toEqual([
      ['4g-area', true],
      ['4g', undefined],
    ]);
  });

  test('fixed wireless is no rooftop radio and no fixed line', async () => {
    expect(technologyInName('fwa_available')).toMatchObject({ technology: 'fwa' });
    expect(technologyInName('rooftop radio')).toMatchObject({ technology: 'radio' });
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

test('a company is called as the column spells it', () => {
  expect(technologyInName('4g_EE')?.operator).toBe('EE');
  expect(technologyInName('5G Three high')).toMatchObject({ operator: 'Three', confidence: 'high' });
  expect(technologyInName('gigabit_VirginMedia')?.operator).toBe('Virgin-Media');
});

test('ids that repeat too often are named as what stands in the way, not a missing column', async () => {
  const found = await suggest('uprn,gigabit\n100000000001,yes\n100000000001,no\n100000000002,yes\n');
  expect(found.role).toBe('table');
  expect(found.why).toMatch(/with "gigabit", but "uprn" stands in more than one row too often/);
  expect(found.alternatives[0]).toBe('records');
});

describe('what stands on the ground', () => {
  test.each([
    [{ height: '12.5' }, { height: 'height' }],
    [{ 'building:levels': '4', building: 'yes' }, { levels: 'building:levels' }],
    [{ roof_max_agl_m: '12', ground_m: '20' }, { height: 'roof_max_agl_m' }],
    [
      { RelHMax: '9', levels: '3' },
      { height: 'RelHMax', levels: 'levels' },
    ],
  ])('footprints with %o are buildings', async (properties, roles) => {
    expect(await suggest(polygons(properties, {}))).toMatchObject({ role: 'buildings', roles });
  });

  test('a height that is no number, or of trees, makes no building', async () => {
    expect((await suggest(polygons({ height: 'tall' }))).role).not.toBe('buildings');
    expect((await suggest(polygons({ height: '8', species: 'oak' }))).role).not.toBe('buildings');
  });

  test('points with heights of trees are trees', async () => {
    const found = await suggest(
      'easting,northing,height_m,crown_radius_m\n530010,180010,8,2\n530020,180020,9,3\n',
    );
    expect(found).toMatchObject({
      role: 'trees',
      roles: { height: 'height_m', crown: 'crown_radius_m', easting: 'easting', northing: 'northing' },
    });
  });
});
