import { expose, proxy } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionOver } from '../../src/workers/wasm-client.ts';
import type { WasmKernels } from '../../src/workers/wasm-kernels.ts';

function connection(kernels: Partial<WasmKernels>, signal = new AbortController().signal) {
  const { port1, port2 } = new MessageChannel();
  expose(kernels, port2);
  const terminate = vi.fn(() => {
    port1.close();
    port2.close();
  });
  return { opened: sessionOver(port1, terminate, signal), terminate };
}

describe('the WebAssembly worker as its user sees it', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('answers', async () => {
    const { opened } = connection({ tryNetwork: async (address) => `refused ${address}` });
    await expect(opened.call((kernels) => kernels.tryNetwork('data:,x'))).resolves.toBe('refused data:,x');
    opened.end();
  });

  it('fails by name after thirty seconds of silence, and is ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { opened, terminate } = connection({ tryNetwork: () => new Promise(() => undefined) });
    const failed = expect(opened.call((kernels) => kernels.tryNetwork(''))).rejects.toMatchObject({
      name: 'WasmWorkerDied',
    });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1500);
    await failed;
    expect(terminate).toHaveBeenCalled();
  });

  it('stops at once when it is asked to', async () => {
    const abort = new AbortController();
    const { opened, terminate } = connection(
      { tryNetwork: () => new Promise(() => undefined) },
      abort.signal,
    );
    const failed = expect(opened.call((kernels) => kernels.tryNetwork(''))).rejects.toThrow('enough');
    abort.abort(new Error('enough'));
    await failed;
    expect(terminate).toHaveBeenCalled();
    await expect(opened.call((kernels) => kernels.tryNetwork(''))).rejects.toThrow('enough');
  });

  it('passes on what the database library says', async () => {
    const failing = proxy({
      sqlite: async () => {
        throw Object.assign(new Error('file is not a database'), { name: 'SqliteFailed' });
      },
    }) as unknown as Partial<WasmKernels>;
    const { opened } = connection(failing);
    await expect(opened.call((kernels) => kernels.sqlite(new ArrayBuffer(0), null))).rejects.toMatchObject({
      name: 'SqliteFailed',
      message: 'file is not a database',
    });
    opened.end();
  });
});
