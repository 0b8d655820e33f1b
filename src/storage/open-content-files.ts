import { type ContentFiles, contentsInDatabase, contentsInFileSystem } from './content-files.ts';
import { openDatabase } from './open-database.ts';

/** Where contents are kept in this browser: its private file system, else the database. Throws StoreRefused. */
export async function openContentFiles(): Promise<ContentFiles> {
  const canWrite =
    typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype;
  return (canWrite ? await contentsInFileSystem() : null) ?? contentsInOpenDatabase();
}

/** Contents in a database that is opened anew where the browser closed it by itself; not where it was deleted. */
async function contentsInOpenDatabase(): Promise<ContentFiles> {
  let isDeleted = false;
  const opened = async (): Promise<ContentFiles> => {
    const onDeleting = (): void => {
      isDeleted = true;
    };
    return contentsInDatabase(await openDatabase({ onDeleting }));
  };
  let files = await opened();
  const trying = async <T>(act: (files: ContentFiles) => Promise<T>): Promise<T> => {
    try {
      return await act(files);
    } catch (error) {
      // What the connection says once it is closed; one that closes in the midst of writing says AbortError.
      const isClosed = error instanceof Error && /^(?:InvalidStateError|AbortError)$/.test(error.name);
      if (!isClosed || isDeleted) throw error;
      files = await opened();
      return act(files);
    }
  };
  return {
    has: (hash) => trying((now) => now.has(hash)),
    put: (hash, bytes) => trying((now) => now.put(hash, bytes)),
    get: (hash) => trying((now) => now.get(hash)),
    remove: (hash) => trying((now) => now.remove(hash)),
    list: () => trying((now) => now.list()),
  };
}
