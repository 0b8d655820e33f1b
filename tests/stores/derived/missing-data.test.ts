import { expect, it } from 'vitest';
import { missingData } from '../../../src/stores/derived/missing-data.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

it('does not say that nothing is loaded where only background files are', () => {
  expect(missingData(projectOf({ datasets: [], layers: [] })).title).toBe('Nothing is loaded yet');
  const datasets = [datasetOf({ role: 'context' })];
  expect(missingData(projectOf({ datasets, layers: [] })).title).toBe('Nothing to count is loaded yet');
});
