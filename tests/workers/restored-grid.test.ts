import { expect, test, vi } from 'vitest';
import { layerOf } from '../builders/layers.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { tableOf } from '../builders/tables.ts';

test.each([
  [
    'British National Grid',
    { easting: 'x', northing: 'y' },
    ['406000,286000', '406100,286100', '406200,286200'],
  ],
  ['degrees', { lon: 'x', lat: 'y' }, ['-1.91,52.47', '-1.92,52.48', '-1.93,52.49']],
])('kept premises in %s are counted in a page that has read no file', async (_, columns, places) => {
  // As in a page that was just loaded: what the set-up of the tests loaded is not there.
  vi.resetModules();
  const { projectionsLoaded } = await import('../../src/domain/geo/projection-library.ts');
  const { contentHash, writeContent } = await import('../../src/formats/content-pack.ts');
  const { Compute } = await import('../../src/workers/compute.ts');
  expect(projectionsLoaded()).toBe(false);
  const table = tableOf(
    'premises.csv',
    ['uprn', 'x', 'y', 'gigabit'],
    places.map((place, i) => `${100 + i},${place},${i === 0 ? 'Y' : 'N'}`),
  );
  const bytes = writeContent(table);
  const hash = await contentHash(bytes);
  const files = {
    has: async () => true,
    put: async () => undefined,
    get: async () => bytes,
    remove: async () => undefined,
    list: async () => [],
  };
  const compute = new Compute({ contentFiles: async () => files });
  const roles = { id: 'uprn', ...columns };
  const columnNames = table.columns.map(({ name }) => name);
  const project = projectOf({
    datasets: [datasetOf({ role: 'premises', contentId: 'p', roles, columnNames, rows: 3 })],
    layers: [layerOf({ key: 'gigabit', shape: 'records', contentId: 'p', column: 'gigabit' })],
  });
  const names = { now: [{ contentId: 'p', hash }], later: [] };
  expect(await compute.restoreContents('a', names, () => undefined)).toEqual({ state: 'done', value: [] });
  const counted = await compute.analyse('b', project, 'no gigabit', () => undefined);
  expect(counted).toMatchObject({ state: 'done', value: { rows: 3 } });
});
