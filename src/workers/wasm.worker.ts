import { expose, proxy } from 'comlink';
import type { WasmKernels } from './wasm-kernels.ts';

const kernels: WasmKernels = {
  sqlite: async (wasm, file) => {
    const { openSqlite } = await import('./wasm-sqlite.ts');
    return proxy(await openSqlite(wasm, file));
  },
  tryNetwork: async (address) => {
    try {
      await fetch(address);
      return null;
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  },
};

expose(kernels);
