import { File } from 'node:buffer';
import { expect, it } from 'vitest';
import type { ContentFiles } from '../../src/storage/content-files.ts';
import { Compute } from '../../src/workers/compute.ts';
import type { ReadFileOutcome } from '../../src/workers/compute-api.ts';
import { makeGeoTiff } from '../formats/made-geotiff.ts';

const tiffOf = (height: (i: number) => number) =>
  makeGeoTiff({
    columns: 30,
    rows: 20,
    values: Array.from({ length: 600 }, (_, i) => height(i)),
    nodata: '0',
  });
const DSM = tiffOf((i) => i / 7);
const OTHER = tiffOf((i) => (i === 599 ? 1 : i / 7));

/** A store of one browser. */
function store(): ContentFiles & { readonly bytes: Map<string, Uint8Array<ArrayBuffer>> } {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    bytes,
    has: async (hash) => bytes.has(hash),
    put: async (hash, put) => void bytes.set(hash, put),
    get: async (hash) => bytes.get(hash) ?? null,
    remove: async (hash) => void bytes.delete(hash),
    list: async () => [...bytes.keys()],
  };
}

async function read(compute: Compute, bytes: Uint8Array): Promise<ReadFileOutcome> {
  const file = new File([bytes], 'dsm.tif') as unknown as globalThis.File;
  const settled = await compute.readFile('read', file, () => undefined);
  if (settled.state !== 'done') throw new Error(settled.state);
  return settled.value[0];
}

async function kept(compute: Compute, contentId: string) {
  const settled = await compute.keepContents('keep', [contentId], () => undefined);
  if (settled.state !== 'done') throw new Error(settled.state);
  return settled.value[0];
}

it('a grid is kept with its cells, known by them, lost and given again', async () => {
  const files = store();
  const options = { contentFiles: async () => files };
  const first = new Compute(options);
  const given = await read(first, DSM);
  const name = await kept(first, given.taken?.contentId ?? '');
  // The page is told of the grid, never given it.
  expect(JSON.stringify(given).length).toBeLessThan(3000);
  // Another grid of the same outline and header is another content.
  const other = await read(first, OTHER);
  expect(other.taken?.contentId).not.toBe(given.taken?.contentId);
  expect((await kept(first, other.taken?.contentId ?? '')).hash).not.toBe(name.hash);

  const again = new Compute(options);
  expect(await again.restoreContents('restore', { now: [name], later: [] }, () => undefined)).toEqual({
    state: 'done',
    value: [],
  });
  expect((await kept(again, name.contentId)).hash).toBe(name.hash);

  files.bytes.clear();
  const without = new Compute(options);
  const lost = await without.restoreContents('restore', { now: [name], later: [] }, () => undefined);
  expect(lost).toMatchObject({ value: [{ contentId: name.contentId, why: 'missing' }] });
  expect((await read(without, OTHER)).lost?.contentIds).toEqual([]);
  expect((await read(without, DSM)).lost).toEqual({ hash: name.hash, contentIds: [name.contentId] });
});
