import type { KeptDatabase } from './open-database.ts';

/** Where the bytes of contents are kept, each under its hash. */
export interface ContentFiles {
  has(hash: string): Promise<boolean>;
  /** Whole or not at all. Throws where the browser is full (QuotaExceededError). */
  put(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null where there is none. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(hash: string): Promise<void>;
  /** Every hash and when its bytes were put, in milliseconds; null where that is not known. */
  list(): Promise<readonly { readonly hash: string; readonly putAt: number | null }[]>;
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
  return {
    has: async (hash) => (await database.count('contents', hash)) > 0,
    put: async (hash, bytes) => void (await database.put('contents', { hash, bytes })),
    get: async (hash) => (await database.get('contents', hash))?.bytes ?? null,
    remove: (hash) => database.delete('contents', hash),
    list: async () => (await database.getAllKeys('contents')).map((hash) => ({ hash, putAt: null })),
  };
}

/** A file counts only when its last byte has been written: it is written under another name and then closed and checked. */
class FolderOfContents implements ContentFiles {
  private readonly folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.folder = folder;
  }

  async has(hash: string): Promise<boolean> {
    return (await this.file(hash)) !== null;
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
    return file && new Uint8Array(await file.arrayBuffer());
  }

  async remove(hash: string): Promise<void> {
    await this.folder.removeEntry(hash).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }

  async list(): Promise<readonly { readonly hash: string; readonly putAt: number | null }[]> {
    const found: { hash: string; putAt: number | null }[] = [];
    for await (const hash of this.folder.keys())
      found.push({ hash, putAt: (await this.file(hash))?.lastModified ?? null });
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
