import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { OpenDatabase } from '../formats/sqlite-database.ts';
import { openWithLibrary } from '../formats/sqlite-library.ts';

let library: Promise<Sqlite3Static> | null = null;

/** Opens databases in this process. The library is loaded with the first. */
export const openNodeDatabase: OpenDatabase = async (bytes) => {
  library ??= import('@sqlite.org/sqlite-wasm').then(({ default: start }) =>
    start({ print: () => undefined, printErr: () => undefined }),
  );
  return openWithLibrary(await library, bytes);
};
