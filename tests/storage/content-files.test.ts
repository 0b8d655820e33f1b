import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ContentFiles,
  contentsInDatabase,
  contentsInFileSystem,
} from '../../src/storage/content-files.ts';
import { openDatabase } from '../../src/storage/open-database.ts';

const HASH = 'a'.repeat(64);
const BYTES = Uint8Array.from({ length: 100 }, (_, i) => i);

/** A folder of the private file system: what is written shows under its name only once it is closed. */
class FakeFolder {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  isFull = false;
  async getDirectoryHandle(): Promise<this> {
    return this;
  }
  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw new DOMException('None.', 'NotFoundError');
      this.files.set(name, new Uint8Array());
    }
    return {
      getFile: async () => new File([this.files.get(name) as Uint8Array<ArrayBuffer>], name),
      createWritable: async () => {
        let written = new Uint8Array();
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            if (this.isFull) throw new DOMException('Full.', 'QuotaExceededError');
            written = bytes.slice();
          },
          close: async () => void this.files.set(name, written),
          abort: async () => undefined,
        };
      },
    };
  }
  async removeEntry(name: string): Promise<void> {
    if (!this.files.delete(name)) throw new DOMException('None.', 'NotFoundError');
  }
  async *keys(): AsyncGenerator<string> {
    yield* this.files.keys();
  }
}

let folder: FakeFolder;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  folder = new FakeFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
});
afterEach(() => vi.unstubAllGlobals());

async function inFileSystem(): Promise<ContentFiles> {
  const files = await contentsInFileSystem();
  if (!files) throw new Error('There is no file system.');
  return files;
}

describe.each([
  ['in the private file system', inFileSystem],
  ['in the database', async () => contentsInDatabase(await openDatabase())],
])('contents %s', (_where, open) => {
  it('are there once they are put, until they are removed', async () => {
    const files = await open();
    expect([await files.has(HASH), await files.get(HASH), await files.list()]).toEqual([false, null, []]);
    await files.put(HASH, BYTES);
    await files.put(HASH, BYTES);
    expect([await files.has(HASH), await files.list()]).toEqual([true, [HASH]]);
    expect(await files.get(HASH)).toEqual(BYTES);
    await files.remove(HASH);
    await files.remove(HASH);
    expect(await files.has(HASH)).toBe(false);
  });
});

describe('contents in the private file system', () => {
  it('whose writing was cut short by a crash are not there, and are written again', async () => {
    folder.files.set(HASH, new Uint8Array());
    const files = await inFileSystem();
    expect([await files.has(HASH), await files.get(HASH)]).toEqual([false, null]);
    await files.put(HASH, BYTES);
    expect(await files.get(HASH)).toEqual(BYTES);
  });

  it('that find no room leave nothing behind, and what was there stays', async () => {
    const files = await inFileSystem();
    folder.isFull = true;
    await expect(files.put(HASH, BYTES)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(folder.files.size).toBe(0);
    folder.isFull = false;
    await files.put(HASH, BYTES);
    folder.isFull = true;
    await files.put(HASH, BYTES);
    expect(await files.get(HASH)).toEqual(BYTES);
  });

  it('are listed without what is still being written', async () => {
    folder.files.set(`${HASH}.crswap`, BYTES);
    folder.files.set('a note', BYTES);
    expect(await (await inFileSystem()).list()).toEqual([]);
  });

  it('are not to be had where the browser refuses', async () => {
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.reject(new Error('No.')) } });
    expect(await contentsInFileSystem()).toBeNull();
  });
});
