import { describe, expect, test } from 'vitest';
import { layersOf, offeredLayers, readRecord } from '../../../src/domain/project/dataset-record.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { projectWithOfferedLayer } from '../../../src/domain/project/project-with-offered-layer.ts';
import { projectWithRole } from '../../../src/domain/project/project-with-role.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

async function recordOf(name: string, text: string) {
  const { table, report } = await readOne(memoryFile(name, text), quietly());
  const columnNames = table.columns.map((column) => column.name);
  const suggestion = suggestRoles(table);
  return readRecord(
    { contentId: 'file-1', rows: table.rows, format: 'csv', columnNames, suggestion, areaName: null },
    report,
  );
}

const BDUK = `uprn,struprn,subsidy_control_status,current_gigabit,future_gigabit
990000000001,str990000000001,Gigabit White,false,true
990000000002,str990000000002,Gigabit Grey/Black,true,false
`;

describe('readRecord', () => {
  test('keeps where a layout comes from, and when', async () => {
    const { dataset, layers } = await recordOf('202605_BDUK_uprn_release_london_croydon.csv', BDUK);
    expect(dataset.source).toEqual({
      title: '202605_BDUK_uprn_release_london_croydon.csv',
      publisher: 'Building Digital UK',
      date: '2026-05',
      licence: 'Open Government Licence v3.0',
      url: expect.stringContaining('https://'),
      attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    });
    expect(layers.map(({ technology, source }) => [technology, source])).toEqual([
      ['gigabit', dataset.source],
    ]);
    expect(layers[0].definition).toContain('today');
  });

  test('an unknown layout names nobody', async () => {
    const { dataset } = await recordOf('a.csv', 'uprn,gigabit\n1,yes\n2,no\n');
    expect(dataset.source).toEqual({ title: 'a.csv', publisher: null, date: null, licence: null, url: null });
    expect(dataset.vintage).toBeUndefined();
  });
});

describe('offered layers', () => {
  test('become layers when asked for, once, under ids of their own', async () => {
    const read = await recordOf('a.csv', BDUK);
    const project = projectWith(projectOf({}), [read]);
    const offered = offeredLayers(project.datasets[0]);
    expect(offered.map(({ technology, column }) => [technology, column])).toEqual([
      ['gigabit-planned', 'future_gigabit'],
    ]);
    const taken = projectWithOfferedLayer(project, 'file-1', offered[0].id);
    expect(taken.layers.map(({ key }) => key)).toEqual(['gigabit', 'gigabit-planned']);
    expect(new Set(taken.layers.map(({ id }) => id)).size).toBe(2);
    expect(projectWithOfferedLayer(taken, 'file-1', offered[0].id)).toBe(taken);
    expect(projectWithOfferedLayer(project, 'file-1', 'no-such')).toBe(project);
  });

  test('none is offered in a role that could not count it', async () => {
    const project = projectWithRole(
      projectWith(projectOf({}), [await recordOf('a.csv', BDUK)]),
      'file-1',
      'table',
    );
    expect(offeredLayers(project.datasets[0])).toEqual([]);
    expect(layersOf(project.datasets[0])).toEqual([]);
  });
});

test('how a column is read is carried to its layer', async () => {
  const { layers } = await recordOf(
    'a.csv',
    'laua,4G_prem_out_0,4G_prem_out_1\nE09900001,10,90\nE09900002,,100\n',
  );
  expect(layers).toMatchObject([
    {
      technology: '4g',
      column: '4G_prem_out_0',
      inverted: true,
      blankIsZero: true,
      operatorColumns: ['4G_prem_out_0', '4G_prem_out_1'],
      definition: expect.stringContaining('at least one operator'),
    },
  ]);
});
