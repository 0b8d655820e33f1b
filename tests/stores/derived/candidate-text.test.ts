import { expect, it } from 'vitest';
import { assetFiles } from '../../../src/stores/derived/candidate-text.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

it('offers lists of places alone, those of what a council holds first, with the column of their names', () => {
  const datasets = [
    datasetOf({
      role: 'records',
      contentId: 'survey',
      roles: { id: 'uprn' },
      columnNames: ['uprn', 'full_fibre'],
    }),
    datasetOf({ role: 'table', contentId: 'need', roles: { code: 'WD26CD' }, columnNames: ['WD26CD'] }),
    datasetOf({ role: 'context', contentId: 'streets', roles: { name: 'name' }, columnNames: ['name'] }),
    datasetOf({
      role: 'table',
      contentId: 'masts',
      roles: { lon: 'x', lat: 'y' },
      columnNames: ['x', 'y', 'Mast name'],
    }),
    datasetOf({ role: 'context', contentId: 'old', columnNames: ['tenure'], supersededBy: 'list' }),
    datasetOf({
      role: 'context',
      contentId: 'list',
      roles: { id: 'uprn', name: 'name' },
      columnNames: ['uprn', 'name', 'tenure'],
    }),
  ];
  expect(assetFiles(projectOf({ datasets })).map(({ contentId, name }) => [contentId, name])).toEqual([
    ['list', 'name'],
    ['masts', 'Mast name'],
    ['streets', 'name'],
  ]);
});
