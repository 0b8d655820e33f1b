import type { SqliteDatabase } from '../formats/sqlite-database.ts';

/**
 * What runs in the one worker that may compile WebAssembly: a kernel a line. The worker has no network: whoever starts
 * it hands in the bytes of the library (`wasm`) and of the work. One worker does one job and is ended.
 */
export interface WasmKernels {
  sqlite(wasm: ArrayBuffer, file: ArrayBuffer | null): Promise<SqliteDatabase>;
  /** Tries to fetch `address`: the name of the error that refuses it, or null where the network answered. */
  tryNetwork(address: string): Promise<string | null>;
}
