import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

vi.mock('../../src/domain/geo/projection-library.ts', () => ({
  projectionsLoaded: () => false,
  loadProjections: () => Promise.reject(new Error('The demo borough must not wait for the projections.')),
  projectionLibrary: () => {
    throw new Error('The demo borough must be counted without the projections.');
  },
}));

test('the demo borough is opened and counted before the projections are fetched', async () => {
  // What the set-up of the tests loaded is not there.
  vi.resetModules();
  const { projectionsLoaded } = await import('../../src/domain/geo/projection-library.ts');
  const { Compute } = await import('../../src/workers/compute.ts');
  expect(projectionsLoaded()).toBe(false);
  const compute = new Compute();
  const bytes = new Uint8Array(readFileSync('public/demo/borough.pack'));
  const opened = await compute.openPack('a', bytes.buffer, () => undefined);
  if (opened.state !== 'done') throw new Error(JSON.stringify(opened));
  const counted = await compute.analyse('b', opened.value, opened.value.recipes[0].text, () => undefined);
  expect(counted).toMatchObject({ state: 'done', value: { rows: expect.any(Number) } });
});
