import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOWN_LAYOUTS } from '../../../src/formats/layouts/known-layouts.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from '../input-file.ts';
import { LAYOUT_TABLES, type LayoutTable } from './layout-tables.ts';

type Columns = LayoutTable['columns'];

function csvOf(columns: Columns, newline = '\n'): string {
  const names = Object.keys(columns);
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell}"` : cell);
  const rows = columns[names[0]].map((_, row) => names.map((name) => quoted(columns[name][row])).join(','));
  return [names.map(quoted).join(','), ...rows, ''].join(newline);
}

async function suggest(text: string, name = 'a') {
  return suggestRoles((await readOne(memoryFile(name, text), quietly())).table);
}

const tableOf = (layout: string): Columns => {
  const found = LAYOUT_TABLES.find((table) => table.layout === layout);
  if (!found) throw new Error(`There is no fixture "${layout}".`);
  return found.columns;
};

describe('every known layout', () => {
  test.each(LAYOUT_TABLES.map((table, i) => [`${i + 1} ${table.layout}`, table] as const))(
    '%s',
    async (_, table) => {
      expect((await suggest(csvOf(table.columns))).layout).toBe(table.layout);
    },
  );

  test('has a fixture', () => {
    const shown = new Set(LAYOUT_TABLES.map(({ layout }) => layout.replace(/ by .*/, '')));
    const labels = KNOWN_LAYOUTS.map(({ label }) => label.replace(/ by .*/, ''));
    expect(labels.filter((label) => !shown.has(label))).toEqual([]);
  });

  test('is known whatever stands beside its columns, in any order, with or without BOM and CRLF', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LAYOUT_TABLES),
        fc.array(fc.constantFrom('note', 'checked_by', 'ref2', 'Comment', 'batch'), { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        fc.boolean(),
        async (table, extra, order, bom, crlf) => {
          const rows = Object.values(table.columns)[0].length;
          const names = [...Object.keys(table.columns), ...new Set(extra)]
            .map((name) => ({ name, at: order.next().value as number }))
            .sort((one, other) => one.at - other.at)
            .map(({ name }) => name);
          const columns = Object.fromEntries(
            names.map((name) => [
              name,
              table.columns[name] ?? Array.from({ length: rows }, (_, row) => `text ${name} ${row}`),
            ]),
          );
          const text = (bom ? '\uFEFF' : '') + csvOf(columns, crlf ? '\r\n' : '\n');
          expect((await suggest(text)).layout).toBe(table.layout);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  test('is never known by the name of the file, which may only add a date', async () => {
    const text = csvOf(tableOf('Ofcom Connected Nations, fixed coverage by output area'));
    const { source: dated, ...named } = await suggest(text, '202601_fixed_oa_coverage_r1.csv');
    const { source: undated, ...plain } = await suggest(text, 'a');
    expect(named).toEqual(plain);
    expect(dated?.date).toBe('2026-01');
    expect(undated?.date).toBeUndefined();
    expect(await suggest('a,b\n1,2\n', 'ONSPD_FEB_2025_UK.csv')).toMatchObject({
      role: 'table',
      source: { date: '2025-02' },
    });
  });
});

test('Code-Point Open is known without its header row and by its short names too', async () => {
  const row = (end: string) => `ZZ1 1${end},10,412345,298765,E92000001,,,,E09900001,E05199001\n`;
  expect((await suggest(row('AA') + row('AB'))).layout).toBe('OS Code-Point Open');
  expect((await suggest(`PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n${row('AA')}${row('AB')}`)).roles).toEqual({
    id: 'PC',
    easting: 'EA',
    northing: 'NO',
  });
});

test.each([
  'uprn,postcode,easting,northing,gigabit\n990000000001,ZZ1 1AA,412345,298765,yes\n990000000002,ZZ1 1AA,412346,298766,no\n',
  'uprn,max_download_mbps\n990000000001,1000\n990000000002,67.5\n',
  'treeID,species,lon,lat\nT1,Tilia,-2.3,53.4\nT2,Acer,-2.3,53.4\n',
  'area_code,area_name,average\nE05099001,North,36.2\nE05099002,South,62.6\n',
  'code,gigabit\nE01099001,93.9\nE01099002,56\n',
  'name,operator,lon,lat\nOne Stop,Shops Ltd,-2.3,53.4\nTwo Stop,Shops Ltd,-2.3,53.4\n',
])('no layout is seen in %s', async (text) => {
  expect((await suggest(text)).layout).toBeUndefined();
});

test('shares of Ofcom joined to premises or postcodes leave them what they are', async () => {
  const share = { 'SFBB availability (% premises)': ['100', '96.3', '0'] };
  const uprns = await suggest(
    csvOf({ ...tableOf('OS Open UPRN'), postcode: ['ZZ1 1AA', 'ZZ1 1AA', 'ZZ1 1AA'], ...share }),
  );
  expect(uprns).toMatchObject({ role: 'premises', layout: 'OS Open UPRN' });
  const postcodes = await suggest(csvOf({ ...tableOf('OS Code-Point Open'), ...share }));
  expect(postcodes).toMatchObject({
    role: 'premises',
    layout: 'OS Code-Point Open',
    layers: [{ technology: 'superfast', shape: 'shares' }],
  });
});

describe('what they say', () => {
  test('OS Open UPRN: premises with both kinds of coordinates, and the words its licence asks for', async () => {
    expect(await suggest(csvOf(tableOf('OS Open UPRN')), 'osopenuprn_202511.csv')).toMatchObject({
      role: 'premises',
      unit: 'premises',
      roles: {
        id: 'UPRN',
        lon: 'LONGITUDE',
        lat: 'LATITUDE',
        easting: 'X_COORDINATE',
        northing: 'Y_COORDINATE',
      },
      source: {
        publisher: 'Ordnance Survey',
        licence: 'Open Government Licence v3.0',
        date: '2025-11',
        attribution: 'Contains OS data © Crown copyright and database right 2025.',
      },
    });
  });

  test('the ONS Postcode Directory: degrees, and the date out of use', async () => {
    expect(await suggest(csvOf(tableOf('ONS Postcode Directory')))).toMatchObject({
      role: 'premises',
      unit: 'postcodes',
      roles: { id: 'pcds', lon: 'long', lat: 'lat', terminated: 'doterm' },
      layers: [],
      vintage: '2011',
    });
  });

  test('postcodes with areas but no dates may hold terminated ones', async () => {
    const found = await suggest(csvOf(tableOf('Postcodes with ONS area codes')));
    expect(found).toMatchObject({
      role: 'premises',
      unit: 'postcodes',
      notes: [{ code: 'TERMINATED', outcome: 'note' }],
    });
    expect(found.lookup).toEqual([
      { column: 'postcode', kind: 'postcode' },
      { column: 'ward_code', kind: 'ward' },
      { column: 'lsoa_code', kind: 'LSOA' },
      { column: 'la_code', kind: 'authority' },
    ]);
  });

  test('Ofcom fixed: percentages; "unable" turned round; fixed wireless on its own; counts where no percentage is', async () => {
    const byArea = await suggest(csvOf(tableOf('Ofcom Connected Nations, fixed coverage by output area')));
    expect(
      byArea.layers.map(({ technology, measure, inverted, offered }) => [
        technology,
        measure,
        inverted,
        offered,
      ]),
    ).toEqual([
      ['superfast', 'percent', undefined, undefined],
      ['ultrafast-100', 'percent', undefined, undefined],
      ['ultrafast', 'percent', undefined, undefined],
      ['gigabit', 'percent', undefined, undefined],
      ['nga', 'percent', undefined, undefined],
      ['decent', 'percent', true, undefined],
      ['fwa', 'percent', undefined, undefined],
    ]);
    const byAuthority = await suggest(csvOf(tableOf('Ofcom Connected Nations, fixed coverage by authority')));
    expect(
      byAuthority.layers.map(({ technology, measure, totalColumn, column }) => [
        technology,
        measure,
        totalColumn,
        column,
      ]),
    ).toEqual([
      ['decent', 'percent', undefined, '% of premises below the USO'],
      ['full-fibre', 'count', 'All Matched Premises', 'Number of premises with Full Fibre availability'],
      ['gigabit', 'count', 'All Matched Premises', 'Number of premises with Gigabit availability'],
    ]);
    expect(byAuthority.roles).toEqual({ code: 'laua', name: 'laua_name' });
  });

  test('Ofcom by postcode: an absent postcode is not zero', async () => {
    const found = await suggest(csvOf(tableOf('Ofcom Connected Nations, fixed coverage by postcode')));
    expect(found.roles).toEqual({ code: 'postcode' });
    expect(found.notes?.[0].message).toContain('not zero');
    expect(found.layers.map(({ technology }) => technology)).toEqual([
      'superfast',
      'ultrafast',
      'full-fibre',
      '10-mbit',
    ]);
  });

  test('Ofcom mobile: exactly n operators, two grades of 5G, indoors apart, land and roads only offered', async () => {
    const { layers } = await suggest(csvOf(tableOf('Ofcom Connected Nations, mobile coverage by authority')));
    expect(
      layers.map(({ technology, confidence, offered, operatorColumns }) => [
        technology,
        confidence,
        offered ?? false,
        operatorColumns?.length,
      ]),
    ).toEqual([
      ['4g', null, false, 5],
      ['4g-indoor', null, false, 2],
      ['5g', 'high', false, 2],
      ['5g', 'very-high', false, 2],
      ['4g-area', null, true, 2],
      ['4g-a-b-roads', null, true, 2],
    ]);
    expect(layers[0]).toMatchObject({
      column: '4G_prem_out_0',
      inverted: true,
      blankIsZero: true,
      operatorColumns: ['4G_prem_out_0', '4G_prem_out_1', '4G_prem_out_2', '4G_prem_out_3', '4G_prem_out_4'],
    });
  });

  test('Ofcom mobile by constituency: standalone 5G and calls are technologies of their own', async () => {
    const names = [
      '5G_SA_very_high_confidence_prem_out_0',
      '5G_SA_very_high_confidence_prem_out_1',
      'Voice_prem_in_0',
      'Voice_prem_in_1',
    ];
    const found = await suggest(
      csvOf({
        parl_const: ['E14199001', 'E14199002'],
        parl_const_name: ['North', 'South'],
        ...Object.fromEntries(names.map((name) => [name, ['50', '50']])),
        '4G_prem_out_1': ['1', '2'],
      }),
    );
    expect(found).toMatchObject({
      layout: 'Ofcom Connected Nations, mobile coverage by constituency',
      roles: { code: 'parl_const', name: 'parl_const_name' },
      why: 'Ofcom mobile coverage of 2 constituencies: shares of 5g-sa, voice-indoor by number of operators.',
    });
    // A family without its column of no operator cannot say how many have any.
    expect(found.layers.map(({ technology, confidence }) => [technology, confidence])).toEqual([
      ['5g-sa', 'very-high'],
      ['voice-indoor', null],
    ]);
  });

  test('Ofcom by address: codes per operator, any operator', async () => {
    const { layers, role } = await suggest(csvOf(tableOf('Ofcom coverage by address')));
    expect(role).toBe('records');
    expect(layers.map(({ technology, operator, atLeast }) => [technology, operator, atLeast])).toEqual([
      ['mobile-data', 'EE', 4],
      ['voice-indoor', 'EE', 4],
      ['mobile-data', 'Three', 4],
      ['mobile-data', 'Newcomer', 4],
      ['gigabit', null, 1000],
      ['ultrafast', null, 300],
      ['superfast', null, 30],
    ]);
    expect(layers[0].codes?.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4]);
  });

  test('BDUK: availability is a layer, the plan only offered, the subsidy class none', async () => {
    const { layers, notes } = await suggest(csvOf(tableOf('BDUK premises')));
    expect(layers.map(({ technology, column, offered }) => [technology, column, offered])).toEqual([
      ['gigabit', 'current_gigabit', undefined],
      ['gigabit-planned', 'future_gigabit', true],
    ]);
    expect(notes?.[0].message).toContain('subsidy class, not availability');
  });

  test('census households: counted by area, types summed', async () => {
    expect(await suggest(csvOf(tableOf('Census households by area')))).toMatchObject({
      role: 'premises',
      unit: 'households',
      codeKind: 'output area',
      roles: { code: 'area_code', units: 'value', dimension: 'accommodation_type' },
    });
    const bulk = LAYOUT_TABLES.filter(({ layout }) => layout === 'Census households by area')[1];
    expect((await suggest(csvOf(bulk.columns))).roles).toEqual({
      id: 'Output Areas Code',
      code: 'Output Areas Code',
      units: 'Observation',
      dimension: 'Accommodation type (8 categories)',
    });
  });

  test('council assets, mobile sites and measured points are context; average speeds a table', async () => {
    for (const layout of ['Council land and buildings', 'Mobile sites', 'Measured points'])
      expect((await suggest(csvOf(tableOf(layout)))).role).toBe('context');
    const speeds = await suggest(csvOf(tableOf('Average speeds by area')));
    expect(speeds.role).toBe('table');
    expect(speeds.why).toContain('an average speed is not coverage');
    expect(speeds.source?.date).toBe('2021-05');
  });
});
