import { type ContentFiles, contentsInDatabase, contentsInFileSystem } from './content-files.ts';
import { openDatabase } from './open-database.ts';

/** Where contents are kept in this browser: its private file system, else the database. Throws StoreRefused. */
export async function openContentFiles(): Promise<ContentFiles> {
  const canWrite =
    typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype;
  return (canWrite ? await contentsInFileSystem() : null) ?? contentsInDatabase(await openDatabase());
}
