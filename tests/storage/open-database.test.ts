import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, StoreRefused } from '../../src/storage/open-database.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.useRealTimers());

const troubleOf = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof StoreRefused ? error.trouble : String(error)),
  );

describe('the store', () => {
  it('says why it cannot be used', async () => {
    (await openDatabase({ version: 7 })).close();
    expect(await troubleOf(openDatabase())).toBe('newer');
    const failing = (open: () => IDBOpenDBRequest): void => {
      globalThis.indexedDB = { open } as unknown as IDBFactory;
    };
    failing(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    expect(await troubleOf(openDatabase())).toBe('unavailable');
    failing(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await troubleOf(openDatabase())).toBe('unreadable');
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    expect(await troubleOf(openDatabase())).toBe('unavailable');
  });

  it('that never answers is not waited for', async () => {
    globalThis.indexedDB = { open: () => new IDBOpenDBRequest() } as unknown as IDBFactory;
    expect(await troubleOf(openDatabase({ longestMilliseconds: 20 }))).toBe('silent');
  });

  it('held by an older tab is given up, and let go where it opens after all', async () => {
    // An old tab that does not hear.
    const deaf = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot', 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await troubleOf(openDatabase({ version: 2, patienceMilliseconds: 20 }))).toBe('blocked');
    deaf.close();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { onblocked, ...opened } = await new Promise<{ onblocked: boolean; version: number }>((resolve) => {
      const request = indexedDB.open('notspot', 3);
      let isBlocked = false;
      request.onblocked = () => {
        isBlocked = true;
      };
      request.onsuccess = () => resolve({ onblocked: isBlocked, version: request.result.version });
    });
    expect(opened.version).toBe(3);
    expect(onblocked, 'nobody holds it').toBe(false);
  });

  it('is let go for a newer tab once what waits is saved, even where that fails', async () => {
    const told: string[] = [];
    const old = await openDatabase({
      onOvertaken: async () => {
        told.push('overtaken');
        throw new Error('It could not be saved.');
      },
    });
    const newer = await openDatabase({ version: 2 });
    expect(told).toEqual(['overtaken']);
    expect(() => old.transaction('projects')).toThrow();
    newer.close();
  });

  it('whose upgrade is cut short is what it was', async () => {
    const first = await openDatabase();
    await first.put('contents', { hash: 'x', bytes: Uint8Array.of(1) });
    first.close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('notspot', 2);
      request.onupgradeneeded = () => {
        request.transaction?.objectStore('contents').clear();
        request.transaction?.abort();
      };
      request.onerror = (event) => {
        event.preventDefault();
        resolve();
      };
    });
    const again = await openDatabase();
    expect(again.version).toBe(1);
    expect(await again.count('contents')).toBe(1);
  });
});
