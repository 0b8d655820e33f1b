import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deleteEverything } from '../../src/storage/delete-everything.ts';
import { MemoryFolder } from '../builders/memory-folder.ts';

let files: MemoryFolder;
let cached: Map<string, unknown>;
let registered: { unregister(): Promise<boolean> }[];
let marks: { local: Map<string, string>; session: Map<string, string> };

beforeEach(async () => {
  files = new MemoryFolder();
  const contents = await files.getDirectoryHandle('contents', { create: true });
  await contents.getFileHandle('a', { create: true });
  cached = new Map([
    ['notspot-1', {}],
    ['notspot-2', {}],
  ]);
  registered = [
    {
      unregister: async () => {
        registered = [];
        return true;
      },
    },
  ];
  marks = { local: new Map([['notspot.theme', 'dark']]), session: new Map([['notspot.tab', 'one']]) };
  const factory = new IDBFactory();
  for (const name of ['notspot', 'of-a-library']) (await opened(factory, name)).close();
  vi.stubGlobal('indexedDB', factory);
  vi.stubGlobal('caches', {
    keys: async () => [...cached.keys()],
    delete: async (name: string) => cached.delete(name),
  });
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => files },
    serviceWorker: { getRegistrations: async () => registered },
  });
  vi.stubGlobal('localStorage', { clear: () => marks.local.clear() });
  vi.stubGlobal('sessionStorage', { clear: () => marks.session.clear() });
});
afterEach(() => vi.unstubAllGlobals());

it('leaves no database, file, offline copy, service worker or setting', async () => {
  expect(await deleteEverything()).toEqual([]);
  expect(await left()).toEqual({ databases: 0, files: 0, caches: 0, workers: 0, marks: 0 });
});

it('names what the browser does not let go, and empties the rest', async () => {
  files.removeEntry = async () => {
    throw new DOMException('In use.', 'NoModificationAllowedError');
  };
  expect(await deleteEverything()).toEqual(['saved files']);
  expect(await left()).toEqual({ databases: 0, files: 1, caches: 0, workers: 0, marks: 0 });
});

it('has nothing to do where a browser holds none of these', async () => {
  for (const name of ['indexedDB', 'caches']) vi.stubGlobal(name, undefined);
  vi.stubGlobal('navigator', {});
  expect(await deleteEverything()).toEqual([]);
});

async function left() {
  return {
    databases: (await indexedDB.databases()).length,
    files: files.folders.size + files.files.size,
    caches: cached.size,
    workers: registered.length,
    marks: marks.local.size + marks.session.size,
  };
}

function opened(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    request.onerror = () => reject(request.error);
  });
}
