import { expose } from 'comlink';
import { Compute } from './compute.ts';

expose(new Compute());
