import type { IDBPObjectStore } from 'idb';
import { type KeptDatabase, type KeptSchema, watched } from './open-database.ts';

/** Where the bytes of contents are kept, each under its hash. */
export interface ContentFiles {
  has(hash: string): Promise<boolean>;
  /** Whole or not at all. Throws where the browser is full (QuotaExceededError). */
  put(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null where there is none. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(hash: string): Promise<void>;
  /** Every hash under which there are bytes. */
  list(): Promise<readonly string[]>;
}

/** Contents as files of the origin's private file system; null where the browser has none. */
export async function contentsInFileSystem(): Promise<ContentFiles | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('contents', { create: true });
    return new FolderOfContents(folder);
  } catch {
    return null;
  }
}

/** Contents in the database, for browsers without a file system of their own. */
export function contentsInDatabase(database: KeptDatabase): ContentFiles {
  const reading = () => watched(database.transaction('contents')).store;
  const write = async (work: (store: WritingStore) => Promise<unknown>): Promise<void> => {
    const transaction = watched(database.transaction('contents', 'readwrite', { durability: 'strict' }));
    await work(transaction.store);
    await transaction.done;
  };
  return {
    has: async (hash) => (await reading().count(hash)) > 0,
    put: (hash, bytes) => write((store) => store.put({ hash, bytes })),
    get: async (hash) => (await reading().get(hash))?.bytes ?? null,
    remove: (hash) => write((store) => store.delete(hash)),
    list: () => reading().getAllKeys(),
  };
}

type WritingStore = IDBPObjectStore<KeptSchema, ['contents'], 'contents', 'readwrite'>;

/** A file counts only when its last byte has been written: it is written under another name and then closed and checked. */
class FolderOfContents implements ContentFiles {
  private readonly folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.folder = folder;
  }

  /** A file without a byte is one whose writing was cut short: nothing that is kept is empty. */
  async has(hash: string): Promise<boolean> {
    return ((await this.file(hash))?.size ?? 0) > 0;
  }

  async put(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if ((await this.file(hash))?.size === bytes.length) return;
    const handle = await this.folder.getFileHandle(hash, { create: true });
    const writable = await handle.createWritable();
    try {
      // What is written shows under the name only once it is closed.
      await writable.write(bytes);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      if ((await this.file(hash))?.size === 0) await this.remove(hash);
      throw error;
    }
  }

  async get(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = await this.file(hash);
    return file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  }

  async remove(hash: string): Promise<void> {
    await this.folder.removeEntry(hash).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }

  async list(): Promise<readonly string[]> {
    const found: string[] = [];
    // What is still being written has a longer name.
    for await (const name of this.folder.keys()) if (/^[0-9a-f]{64}$/.test(name)) found.push(name);
    return found;
  }

  private async file(hash: string): Promise<File | null> {
    try {
      return await (await this.folder.getFileHandle(hash)).getFile();
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
