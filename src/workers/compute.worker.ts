import './trusted-types.ts';
import { expose } from 'comlink';
import { Compute } from './compute.ts';
import { openDatabaseInWorker } from './wasm-client.ts';

expose(new Compute(openDatabaseInWorker));
