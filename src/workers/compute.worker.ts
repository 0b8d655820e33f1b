import './trusted-types.ts';
import { expose } from 'comlink';
import { Compute } from './compute.ts';
import { fileReading } from './file-reading.ts';
import { READER_NAME, readAlone } from './read-alone.ts';
import { openDatabaseInWorker } from './wasm-client.ts';

const openDatabase = openDatabaseInWorker;

expose(self.name === READER_NAME ? fileReading({ openDatabase }) : compute());

function compute(): Compute {
  return new Compute({
    openDatabase,
    readAlone,
    contentFiles: async () => (await import('../storage/open-content-files.ts')).openContentFiles(),
    // Not randomUUID, which pages that are not secure do not have.
    contentPrefix: `file-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`,
  });
}
