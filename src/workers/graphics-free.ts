/**
 * Resolves when the graphics have nothing to do. Making a WebGL context waits for all that they were asked before, such as
 * the first painting of the page: in software that is a quarter of a second, so the waiting is done in a worker. Where
 * there is no such worker, and after GIVE_UP_MILLISECONDS, it resolves as well. Never rejects.
 */
export function graphicsFree(): Promise<void> {
  if (typeof OffscreenCanvas === 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./graphics-probe.worker.ts', import.meta.url), {
      type: 'module',
      name: 'graphics probe',
    });
    const end = (): void => {
      clearTimeout(limit);
      worker.terminate();
      resolve();
    };
    const limit = setTimeout(end, GIVE_UP_MILLISECONDS);
    worker.addEventListener('message', end);
    worker.addEventListener('error', end);
  });
}

const GIVE_UP_MILLISECONDS = 3_000;
