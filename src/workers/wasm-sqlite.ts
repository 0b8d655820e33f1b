import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase } from '../formats/sqlite-database.ts';
import { openWithLibrary } from '../formats/sqlite-library.ts';

/** Opens a database with a library made from `wasm`; nothing is fetched. */
export async function openSqlite(wasm: ArrayBuffer, file: ArrayBuffer | null): Promise<SqliteDatabase> {
  // Read once while the library starts; without it the library warns of the file systems it finds missing.
  Object.assign(globalThis, { sqlite3ApiConfig: { warn: () => undefined, log: () => undefined } });
  const module = {
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(wasm, imports).then(({ instance }) => receive(instance));
      return {};
    },
  };
  return openWithLibrary(await sqlite3InitModule(module), file && new Uint8Array(file));
}
