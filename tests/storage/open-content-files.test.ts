import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openContentFiles } from '../../src/storage/open-content-files.ts';
import { deleteDatabase } from '../../src/storage/open-database.ts';

const HASH = 'a'.repeat(64);
const BYTES = Uint8Array.of(1, 2, 3);
let connections: IDBDatabase[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  connections = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
    const request = open(...given);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  });
});
afterEach(() => vi.restoreAllMocks());

it('without a file system contents lie in the database, which is opened anew when the browser has closed it', async () => {
  const files = await openContentFiles();
  await files.put(HASH, BYTES);
  for (const act of [
    () => files.has(HASH),
    () => files.get(HASH),
    () => files.put('b'.repeat(64), BYTES),
    () => files.list(),
    () => files.remove(HASH),
  ]) {
    connections.at(-1)?.close();
    await act();
  }
  expect(connections).toHaveLength(6);
  expect(await files.list()).toEqual(['b'.repeat(64)]);
  expect(connections, 'one that is open stays').toHaveLength(6);
});

it('a database that is deleted is not made anew by what still wants to write', async () => {
  const files = await openContentFiles();
  await deleteDatabase();
  await expect(files.put(HASH, BYTES)).rejects.toThrow();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

it('a trouble of another kind is told as it is', async () => {
  const files = await openContentFiles();
  const [database] = connections;
  vi.spyOn(database, 'transaction').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  await expect(files.put(HASH, BYTES)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(connections).toHaveLength(1);
});
