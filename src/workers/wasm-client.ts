import sqliteAddress from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';
import { type Remote, transfer, wrap } from 'comlink';
import { PartMissing } from '../domain/part-missing.ts';
import { type OpenDatabase, type SqliteDatabase, SqliteFailed } from '../formats/sqlite-database.ts';
import type { WasmKernels } from './wasm-kernels.ts';

/** Silence after which a call counts as dead: a worker can die without any event. */
const SILENCE_MILLISECONDS = 30_000;

/** Opens a database in a worker of its own, which ends when the database is closed, dies or the signal aborts. */
export const openDatabaseInWorker: OpenDatabase = async (bytes, signal) => {
  const wasm = await fetchLibrary(sqliteAddress);
  signal.throwIfAborted();
  const connection = startWasmWorker(signal);
  const file = bytes && (ownBuffer(bytes) as ArrayBuffer);
  try {
    const remote = (await connection.call((kernels) =>
      kernels.sqlite(transfer(wasm, [wasm]), file && transfer(file, [file])),
    )) as unknown as Remote<SqliteDatabase>;
    return remoteDatabase(remote, connection);
  } catch (error) {
    connection.end();
    throw error;
  }
};

/** A wasm worker at work. */
export interface WasmConnection {
  /** One call: settles when the worker answers, dies, keeps silent for 30 s or is aborted. */
  call<T>(work: (kernels: Remote<WasmKernels>) => Promise<T>): Promise<T>;
  end(): void;
}

/** A worker that stopped answering. The reader refuses the file by this. */
export class WasmWorkerDied extends Error {
  constructor() {
    super(
      'The part of the app that opens this kind of file stopped answering. Try again, or save the file as GeoJSON.',
    );
    this.name = 'WasmWorkerDied';
  }
}

/** Starts the one worker whose file may compile WebAssembly. */
export function startWasmWorker(signal: AbortSignal): WasmConnection {
  const worker = new Worker(new URL('./wasm.worker.ts', import.meta.url), { type: 'module', name: 'wasm' });
  return sessionOver(worker, () => worker.terminate(), signal);
}

/** A connection over any endpoint that serves WasmKernels; the tests give it a channel. */
export function sessionOver(
  endpoint: Worker | MessagePort,
  terminate: () => void,
  signal: AbortSignal,
): WasmConnection {
  const kernels = wrap<WasmKernels>(endpoint);
  const stops = new Set<(reason: unknown) => void>();
  const stopAll = (reason: unknown) => {
    for (const stop of stops) stop(reason);
    stops.clear();
    terminate();
  };
  const onAbort = () => stopAll(signal.reason);
  signal.addEventListener('abort', onAbort);
  let hasSpoken = false;
  endpoint.addEventListener(
    'message',
    () => {
      hasSpoken = true;
    },
    { once: true },
  );
  // A worker whose script did not arrive whole fails before it says a word.
  endpoint.addEventListener('error', () => stopAll(hasSpoken ? new WasmWorkerDied() : new PartMissing()));
  return {
    call: (work) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const silence = setTimeout(() => stopAll(new WasmWorkerDied()), SILENCE_MILLISECONDS);
        const stop = (reason: unknown) => {
          clearTimeout(silence);
          reject(reason);
        };
        stops.add(stop);
        work(kernels).then(
          (value) => {
            clearTimeout(silence);
            stops.delete(stop);
            resolve(value);
          },
          (error: unknown) => {
            stops.delete(stop);
            stop(
              error instanceof Error && error.name === 'SqliteFailed'
                ? new SqliteFailed(error.message)
                : error,
            );
          },
        );
      }),
    end: () => {
      signal.removeEventListener('abort', onAbort);
      terminate();
    },
  };
}

function remoteDatabase(remote: Remote<SqliteDatabase>, connection: WasmConnection): SqliteDatabase {
  const call = <T>(work: () => Promise<unknown>) => connection.call(() => work() as Promise<T>);
  return {
    query: (sql, values) => call(() => remote.query(sql, values)),
    start: (sql, values) => call(() => remote.start(sql, values)),
    next: (most) => call(() => remote.next(most)),
    insert: (sql, rows) => call(() => remote.insert(sql, rows)),
    bytes: () => call(() => remote.bytes()),
    close: async () => connection.end(),
  };
}

async function fetchLibrary(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  const bytes = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
  // A sign-in page of the network may answer in the server's place.
  const isWasm = WASM_MAGIC.every((byte, i) => new Uint8Array(bytes)[i] === byte);
  if (!isWasm) throw new PartMissing();
  return bytes;
}

/** "\0asm", with which every WebAssembly module begins. */
const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];

/** The bytes as a buffer that can be given away: nothing else may lie in it. */
function ownBuffer(bytes: Uint8Array): ArrayBufferLike {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}
