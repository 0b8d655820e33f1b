import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { projectionsLoaded } from '../../src/domain/geo/projection-library.ts';
import { Compute } from '../../src/workers/compute.ts';

// Own module registry, so that the projections other tests load are not there.
vi.mock('../../src/domain/geo/projection-library.ts', () => ({
  projectionsLoaded: () => false,
  loadProjections: () => Promise.reject(new Error('The demo borough must not wait for the projections.')),
  projectionLibrary: () => {
    throw new Error('The demo borough must be counted without the projections.');
  },
}));

test('the demo borough is opened and counted before the projections are fetched', async () => {
  expect(projectionsLoaded()).toBe(false);
  const compute = new Compute();
  const bytes = new Uint8Array(readFileSync('public/demo/borough.pack'));
  const opened = await compute.openPack('a', bytes.buffer, () => undefined);
  if (opened.state !== 'done') throw new Error(JSON.stringify(opened));
  const counted = await compute.analyse('b', opened.value, opened.value.recipes[0].text, () => undefined);
  expect(counted).toMatchObject({ state: 'done', value: { rows: expect.any(Number) } });
});
