import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetReleases } from '../../src/actions/forget-releases.ts';
import { deleteEverything } from '../../src/storage/delete-everything.ts';
import { FakeStorage } from '../builders/fake-browser.ts';
import { MemoryFolder } from '../builders/memory-folder.ts';

const OURS = 'https://maps.example/';
const ELSEWHERE = 'https://maps.example/council/';
const cacheOf = (release: string, scope: string): string => `notspot-${release}-precache-v2-${scope}`;

let factory: IDBFactory;
let root: MemoryFolder;
let caches: Set<string>;
let scopes: Set<string>;
let local: FakeStorage;
let session: FakeStorage;

beforeEach(async () => {
  factory = new IDBFactory();
  root = new MemoryFolder();
  for (const name of ['contents', 'projects', 'notes of another app']) {
    const folder = await root.getDirectoryHandle(name, { create: true });
    folder.files.set('a', 'x');
  }
  for (const name of ['notspot', 'another app']) {
    await new Promise<void>((resolve) => {
      const request = factory.open(name);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  }
  caches = new Set([cacheOf('aa', OURS), cacheOf('bb', OURS), cacheOf('aa', ELSEWHERE), 'another-app-v1']);
  scopes = new Set([OURS, ELSEWHERE]);
  [local, session] = [0, 1].map(() => {
    const storage = new FakeStorage();
    for (const name of ['notspot.last-project', 'notspot-theme', 'another.app', 'notspots-of-others'])
      storage.setItem(name, 'x');
    return storage;
  });
  const registrations = () =>
    [...scopes].map((scope) => ({ scope, unregister: async () => scopes.delete(scope) }));
  for (const [name, value] of Object.entries({
    indexedDB: factory,
    localStorage: local,
    sessionStorage: session,
    location: { href: `${OURS}#/work` },
    caches: { keys: async () => [...caches], delete: async (one: string) => caches.delete(one) },
    navigator: {
      storage: { getDirectory: async () => root },
      locks: { query: async () => ({ held: [] }) },
      serviceWorker: {
        getRegistrations: async () => registrations(),
        getRegistration: async () => registrations()[0],
      },
    },
  }))
    vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

const namesIn = (storage: FakeStorage) => Array.from({ length: storage.length }, (_, i) => storage.key(i));

it('empties all of ours, and nothing of other apps of the origin or of this one at another address', async () => {
  expect(await deleteEverything()).toEqual([]);
  expect((await factory.databases()).map(({ name }) => name)).toEqual(['another app']);
  expect([...root.folders.keys()]).toEqual(['notes of another app']);
  expect([...caches]).toEqual([cacheOf('aa', ELSEWHERE), 'another-app-v1']);
  expect([...scopes]).toEqual([ELSEWHERE]);
  for (const storage of [local, session])
    expect(namesIn(storage)).toEqual(['another.app', 'notspots-of-others']);
});

it('is done where there is nothing yet', async () => {
  expect(await deleteEverything()).toEqual([]);
  expect(await deleteEverything()).toEqual([]);
});

it('says what could not be emptied, and empties the rest', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(root, 'removeEntry').mockRejectedValue(new DOMException('Held.', 'NoModificationAllowedError'));
  const ended = deleteEverything();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(await ended).toEqual(['saved files']);
  expect((await factory.databases()).map(({ name }) => name)).toEqual(['another app']);
  expect([caches.size, scopes.size, namesIn(local).length, namesIn(session).length]).toEqual([2, 1, 2, 2]);
});

it('has nothing to do where a browser holds none of these', async () => {
  for (const name of ['indexedDB', 'caches']) vi.stubGlobal(name, undefined);
  vi.stubGlobal('navigator', {});
  expect(await deleteEverything()).toEqual([]);
});

it('old releases are forgotten at this address alone', async () => {
  await forgetReleases('bb');
  expect([...caches]).toEqual([cacheOf('bb', OURS), cacheOf('aa', ELSEWHERE), 'another-app-v1']);
  await forgetReleases(null);
  expect(caches.size).toBe(3);
});
