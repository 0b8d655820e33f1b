import './trusted-types.ts';
import { expose } from 'comlink';
import { Compute } from './compute.ts';
import { openDatabaseInWorker } from './wasm-client.ts';

expose(
  new Compute({
    openDatabase: openDatabaseInWorker,
    contentFiles: async () => (await import('../storage/open-content-files.ts')).openContentFiles(),
    // Not randomUUID, which pages that are not secure do not have.
    contentPrefix: `file-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`,
  }),
);
