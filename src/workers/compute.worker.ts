import './trusted-types.ts';
import { expose } from 'comlink';
import { Compute } from './compute.ts';
import { openDatabaseInWorker } from './wasm-client.ts';

expose(
  new Compute({
    openDatabase: openDatabaseInWorker,
    contentFiles: async () => (await import('../storage/open-content-files.ts')).openContentFiles(),
    contentPrefix: `file-${crypto.randomUUID().slice(0, 8)}`,
  }),
);
