import { describe, expect, test } from 'vitest';
import type { LayerRecord } from '../../../src/domain/coverage/layer.ts';
import type { Analysis } from '../../../src/domain/not-spots/analysis.ts';
import { countAt } from '../../../src/domain/not-spots/ward-rows.ts';
import { premisesCell } from '../../../src/domain/premises/premises-table.ts';
import type { Prepared } from '../../../src/domain/project/prepared.ts';
import type { DatasetRecord } from '../../../src/domain/project/project.ts';
import { reportInRole } from '../../../src/domain/project/report-in-role.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import type { SourceTable } from '../../../src/domain/tables/source-table.ts';
import { layerOf } from '../../builders/layers.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { shapeTableOf, tableOf } from '../../builders/tables.ts';

const wards = shapeTableOf(
  'wards.geojson',
  ['WD24CD'],
  ['E05000001', 'E05000002'],
  polygonsOf([rectangle(-2, 53, -1.9, 53.1)], [rectangle(-1.9, 53, -1.8, 53.1)]),
);
const areas = shapeTableOf(
  'oa.geojson',
  ['oa21cd'],
  ['E00000001', 'E00000002', 'E00000003'],
  polygonsOf(
    [rectangle(-2, 53, -1.95, 53.1)],
    [rectangle(-1.95, 53, -1.86, 53.1)],
    [rectangle(-1.86, 53, -1.8, 53.1)],
  ),
);
const census = tableOf(
  'census.csv',
  ['area_code', 'dwelling', 'value'],
  [
    'E00000001,House,10',
    'E00000001,Flat,20',
    'E00000002,House,5',
    'E00000002,Flat,',
    'E00000003,House,7',
    'E00000003,Flat,1',
    'E00000099,House,3',
  ],
);
const roles = { id: 'area_code', code: 'area_code', units: 'value', dimension: 'dwelling' };
const censusDataset = datasetOf({ contentId: 'census', role: 'premises', roles, unit: 'households' });
const wardsDataset = datasetOf({ contentId: 'wards', role: 'wards', roles: { code: 'WD24CD' } });
const areasDataset = datasetOf({ contentId: 'areas', role: 'areas', roles: { code: 'oa21cd' } });
const gigabit = layerOf({
  key: 'gigabit',
  shape: 'shares',
  contentId: 'shares',
  column: 'pct',
  measure: 'percent',
});
const shares = tableOf('shares.csv', ['lad22cd', 'pct'], ['E08000001,80', 'E08000009,50']);
const sharesDataset = datasetOf({ contentId: 'shares', role: 'shares', roles: { code: 'lad22cd' } });
const lookup = tableOf(
  'lookup.csv',
  ['oa21cd', 'lad22cd'],
  ['E00000001,E08000001', 'E00000002,E08000001', 'E00000003,E08000001', 'E00000003,E08000009'],
);
const lookupDataset = datasetOf({ contentId: 'lookup', role: 'table' });

function benchOf(tables: Readonly<Record<string, SourceTable>>): Workbench {
  const bench = new Workbench();
  for (const [contentId, table] of Object.entries(tables)) bench.put(contentId, table);
  return bench;
}

function count(
  bench: Workbench,
  datasets: readonly DatasetRecord[],
  layers: readonly LayerRecord[],
  recipe: string,
): { prepared: Prepared; analysis: Analysis } {
  const project = projectOf({ datasets, layers });
  const run = <T>(steps: Generator<unknown, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const prepared = run(bench.prepare(project));
  const analysis = run(bench.analyse(project, recipe));
  if (!prepared || !analysis) throw new Error('nothing to count');
  return { prepared, analysis };
}

const bench = benchOf({ census, wards, areas, shares, lookup });
const all = [wardsDataset, censusDataset, areasDataset, lookupDataset, sharesDataset];

describe('counts per area without coordinates', () => {
  const { prepared, analysis } = count(bench, all, [gigabit], 'no gigabit');

  test('stand at a point inside their area, with their types as columns', () => {
    const { premises } = prepared;
    expect([premises.unit, premises.count]).toEqual(['households', 3]);
    expect([...analysis.units]).toEqual([35, 8, 0, 43]);
    const house = premises.columns.find((column) => column.name === 'House');
    const flat = premises.columns.find((column) => column.name === 'Flat');
    if (!house || !flat) throw new Error('no types');
    const row = [0, 1, 2].find((i) => premisesCell(premises, premises.ids, i) === 'E00000002') ?? -1;
    expect([premisesCell(premises, house, row), premisesCell(premises, flat, row)]).toEqual(['5', '']);
  });

  test('what has no shape, and what reaches into another ward, is said', () => {
    expect(
      analysis.notes
        .filter(({ layerId }) => layerId === null)
        .map(({ kind, count: n, examples }) => [kind, n, examples]),
    ).toEqual([
      ['placed-by-areas', 1, undefined],
      ['no-shape', 1, ['E00000099']],
      ['share-unit', 1, undefined],
    ]);
    expect(analysis.notes.find(({ kind }) => kind === 'no-shape')?.text).toBe(
      '1 code with 3 households without a shape in areas.geojson (OA21: 2021): left out of every count. One of the two may be of another vintage.',
    );
  });

  test('find their shares through a look-up; a key with two codes is not known', () => {
    expect(countAt(analysis.notSpots, 3)).toEqual({ low: 6, mid: 7, high: 8, notKnown: 8 });
    expect(analysis.joins).toEqual([
      {
        layerId: 'gigabit',
        layer: 'gigabit',
        by: '"area_code" → lookup.geojson ("oa21cd" to "lad22cd")',
        matched: 2,
        unmatched: 1,
        unmatchedExamples: ['E00000003'],
        unused: 1,
        unusedExamples: ['E08000009'],
        ambiguous: 1,
        ambiguousExamples: ['E00000003'],
        rounded: 0,
        repaired: 0,
      },
    ]);
    expect(analysis.notes.map(({ kind }) => kind)).toContain('lookup-ambiguous');
  });

  test('the report counts the rows that were summed', () => {
    const asRead = { ...censusDataset.report, rowsRead: 7, rowsUsed: 7 };
    const report = reportInRole(bench, censusDataset, [], asRead);
    expect([report.rowsUsed, report.rowsLeftOut]).toEqual([6, 1]);
    expect(report.issues.map(({ code, count: n }) => [code, n])).toEqual([
      ['BAD_VALUE', 1],
      ['SUMMED', 6],
    ]);
  });

  test('without shapes nothing is placed, and the codes are named', () => {
    const { prepared: none } = count(
      bench,
      [wardsDataset, censusDataset, sharesDataset],
      [gigabit],
      'no gigabit',
    );
    expect(none.premises.count).toBe(0);
    expect(none.notes[0]).toMatchObject({ kind: 'no-shape', count: 4 });
  });
});

describe('one file of several operators', () => {
  const coverage = shapeTableOf(
    'mobile.geojson',
    ['operator'],
    ['Plover', 'Dunlin'],
    polygonsOf([rectangle(-2, 53, -1.9, 53.1)], [rectangle(-2, 53, -1.8, 53.1)]),
  );
  const homes = tableOf('homes.csv', ['uprn', 'lon', 'lat'], ['1,-1.95,53.05', '2,-1.85,53.05']);
  const mine = benchOf({ wards, coverage, homes });
  const homesDataset = datasetOf({
    contentId: 'homes',
    role: 'premises',
    roles: { id: 'uprn', lon: 'lon', lat: 'lat' },
    unit: 'premises',
  });
  const layers = ['Plover', 'Dunlin'].map((operator) =>
    layerOf({
      key: `5g-${operator.toLowerCase()}`,
      technology: '5g',
      operator,
      contentId: 'coverage',
      where: [{ column: 'operator', values: [operator] }],
    }),
  );
  const datasets = [wardsDataset, homesDataset, datasetOf({ contentId: 'coverage', role: 'coverage' })];

  test('is one layer each, and each speaks as far as the file', () => {
    const { analysis } = count(mine, datasets, layers, 'partial 5g');
    expect(countAt(analysis.notSpots, 2 + 1)).toEqual({ low: 1, mid: 1, high: 1, notKnown: 0 });
    expect(countAt(analysis.notSpots, 1).mid).toBe(1);
    const total = count(mine, datasets, layers, 'total 5g').analysis;
    expect(countAt(total.notSpots, 3).mid).toBe(0);
  });
});

describe('records by another id than the premises’ own', () => {
  const homes = tableOf(
    'homes.csv',
    ['uprn', 'pc', 'lon', 'lat'],
    ['100000001,M33 1AA,-1.95,53.05', '100000002,M33 1AB,-1.85,53.05', '100000003,M33 1AC,-1.85,53.06'],
  );
  const records = tableOf('records.csv', ['postcode', 'gigabit'], ['m331aa,yes', 'M331AB,no', 'M339ZZ,yes']);
  const mine = benchOf({ wards, homes, records });
  const datasets = [
    wardsDataset,
    datasetOf({
      contentId: 'homes',
      role: 'premises',
      roles: { id: 'uprn', lon: 'lon', lat: 'lat' },
      unit: 'premises',
    }),
    datasetOf({ contentId: 'records', role: 'records', roles: { id: 'postcode' } }),
  ];
  const layer = layerOf({ key: 'gigabit', shape: 'records', contentId: 'records', column: 'gigabit' });

  test('are joined by the column that holds it, or by the one that is chosen', () => {
    const { analysis } = count(mine, datasets, [layer], 'no gigabit');
    expect(countAt(analysis.notSpots, 3)).toEqual({ low: 1, mid: 1, high: 1, notKnown: 1 });
    expect(analysis.joins[0]).toMatchObject({
      by: '"pc"',
      matched: 2,
      unmatched: 1,
      unmatchedExamples: ['M33 1AC'],
      unused: 1,
      unusedExamples: ['M339ZZ'],
    });
    const chosen = count(mine, datasets, [{ ...layer, joinColumn: 'uprn' }], 'no gigabit').analysis;
    expect(chosen.joins[0]).toMatchObject({ by: '"uprn"', matched: 0, unmatched: 3 });
  });
});
