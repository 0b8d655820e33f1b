import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { canHash } from '../formats/sha-256.ts';
import type { ContentRecord, JournalRecord, ProjectRecord, SnapshotRecord } from './kept-records.ts';

export interface KeptSchema extends DBSchema {
  projects: { key: string; value: ProjectRecord };
  snapshots: { key: string; value: SnapshotRecord };
  journal: { key: [string, number]; value: JournalRecord };
  contents: { key: string; value: ContentRecord };
}

export type KeptDatabase = IDBPDatabase<KeptSchema>;

/** Why the browser's store cannot be used now. */
export type StoreTrouble =
  /** There is none, or it may not be used (some private windows). */
  | 'unavailable'
  /** The page is no secure one: browsers hash, lock and name nothing there. */
  | 'insecure'
  /** It is there and cannot be read: damaged on the disk. */
  | 'unreadable'
  /** It neither opens nor says why: a slow disk, or another tab that is still changing it. */
  | 'silent'
  /** A newer Notspot made it. */
  | 'newer'
  /** Another tab with an older Notspot holds it open. */
  | 'blocked';

export class StoreRefused extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(`The browser's store is ${trouble}.`, { cause });
    this.name = 'StoreRefused';
    this.trouble = trouble;
  }
}

export interface OpenOptions {
  readonly name?: string;
  readonly version?: number;
  /** A tab with a newer Notspot wants to change the store: the connection is closed for it once this settles. */
  readonly onOvertaken?: () => Promise<void>;
  /** Another tab deletes the store: the connection is closed for it. */
  readonly onDeleting?: () => void;
  /** The browser closed the connection by itself. */
  readonly onClosed?: () => void;
  /** How long to wait for an older tab to let go. */
  readonly patienceMilliseconds?: number;
  /** How long to wait for a store that neither opens nor says why. */
  readonly longestMilliseconds?: number;
}

export const DATABASE_NAME = 'notspot';
export const DATABASE_VERSION = 1;

/** Opens the store, making or upgrading it. Throws StoreRefused. */
export async function openDatabase(options: OpenOptions = {}): Promise<KeptDatabase> {
  const { name = DATABASE_NAME, version = DATABASE_VERSION } = options;
  const { patienceMilliseconds = 5000, longestMilliseconds = 15_000 } = options;
  if (!canHash()) throw new StoreRefused('insecure');
  if (!hasStore()) throw new StoreRefused('unavailable');
  let giveUp: (refused: StoreRefused) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGivenUp = false;
  const opening = opened(name, version, {
    upgrade: (database, from) => upgrade(database, from),
    blocked: () => {
      timer = setTimeout(() => {
        isGivenUp = true;
        giveUp(new StoreRefused('blocked'));
      }, patienceMilliseconds);
    },
    blocking: (_current, wanted, event) => {
      const database = event.target as IDBDatabase;
      const told = wanted === null ? options.onDeleting?.() : options.onOvertaken?.();
      void Promise.resolve(told)
        .catch(() => undefined)
        .finally(() => database.close());
    },
    terminated: () => options.onClosed?.(),
  });
  const silence = setTimeout(() => {
    isGivenUp = true;
    giveUp(new StoreRefused('silent', new Error('The store does not answer.')));
  }, longestMilliseconds);
  // One that opens after all, when nobody waits for it any more, is let go.
  opening.then((database) => isGivenUp && database.close()).catch(() => undefined);
  try {
    return await Promise.race([opening, refused]);
  } catch (error) {
    if (error instanceof StoreRefused) throw error;
    throw new StoreRefused(troubleOf(error), error);
  } finally {
    clearTimeout(timer);
    clearTimeout(silence);
  }
}

/** Without a hash of what is kept nothing can be kept: pages that are not secure have none. */
function hasStore(): boolean {
  try {
    return Boolean(globalThis.indexedDB && globalThis.crypto?.subtle);
  } catch {
    return false;
  }
}

/** Some browsers refuse by throwing. */
async function opened(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<KeptSchema>,
): Promise<KeptDatabase> {
  return openDB<KeptSchema>(name, version, callbacks);
}

/** Deletes the store with all it holds. Throws StoreRefused: 'blocked' where another tab does not let go, else 'unreadable'. */
export function deleteDatabase(name = DATABASE_NAME, patienceMilliseconds = 5000): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StoreRefused('unreadable', request.error));
    request.onblocked = () => setTimeout(() => reject(new StoreRefused('blocked')), patienceMilliseconds);
  });
}

/** A transaction whose bad end is heard by whoever waits for it, and by nobody else. */
export function watched<T extends { readonly done: Promise<void> }>(transaction: T): T {
  transaction.done.catch(() => undefined);
  return transaction;
}

function upgrade(database: KeptDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('projects', { keyPath: 'id' });
    database.createObjectStore('snapshots', { keyPath: 'id' });
    database.createObjectStore('journal', { keyPath: ['projectId', 'revision'] });
    database.createObjectStore('contents', { keyPath: 'hash' });
  }
}

function troubleOf(error: unknown): StoreTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return 'newer';
  if (name === 'SecurityError' || name === 'InvalidStateError') return 'unavailable';
  return 'unreadable';
}
