import { proxy, type Remote, wrap } from 'comlink';
import { isPartMissing, PART_MISSING_MESSAGE, PART_MISSING_NAME } from '../domain/part-missing.ts';
import type { ComputeApi, OnStep, Settled } from './compute-api.ts';

/** Options of a job: where its steps go, and what stops it. */
export interface JobOptions {
  readonly onStep?: OnStep;
  readonly signal?: AbortSignal;
}

/** Silence after which a job counts as dead: a worker can die without any event. */
const SILENCE_MILLISECONDS = 30_000;

/** The compute worker as the screen sees it: each job settles as done, failed or cancelled, whatever the worker does. */
export interface ComputeClient {
  run<T>(
    start: (api: Remote<ComputeApi>, job: string, onStep: OnStep) => Promise<Settled<T>>,
    options?: JobOptions,
  ): Promise<Settled<T>>;
  readonly api: Remote<ComputeApi>;
  /** Ends the worker; its jobs settle as cancelled. */
  destroy(): void;
}

/** Starts the one compute worker. `onPartMissing` hears of each job that failed because a script did not arrive whole. */
export function createComputeClient(onPartMissing: () => void): ComputeClient {
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), {
    type: 'module',
    name: 'compute',
  });
  return clientOf(worker, () => worker.terminate(), onPartMissing);
}

/** A client over any endpoint that serves ComputeApi; the tests give it a channel. */
export function clientOf(
  endpoint: Worker | MessagePort,
  end: () => void,
  onPartMissing: () => void = () => undefined,
): ComputeClient {
  const api = wrap<ComputeApi>(endpoint);
  // A worker whose script did not arrive whole never says a word, however long one waits.
  let hasSpoken = false;
  let isMissing = false;
  endpoint.addEventListener(
    'message',
    () => {
      hasSpoken = true;
    },
    { once: true },
  );
  const stops = new Set<(outcome: Settled<never>) => void>();
  let jobs = 0;
  endpoint.addEventListener('error', () => {
    isMissing = !hasSpoken;
    if (isMissing) onPartMissing();
    for (const stop of stops) stop(isMissing ? MISSING : STOPPED);
  });
  return {
    api,
    run: (start, options = {}) => {
      const job = `job ${++jobs}`;
      return new Promise((resolve) => {
        let silence: ReturnType<typeof setTimeout>;
        const finish = (outcome: Settled<never> | Awaited<ReturnType<typeof start>>): void => {
          clearTimeout(silence);
          stops.delete(finish);
          options.signal?.removeEventListener('abort', cancel);
          if (outcome.state === 'failed' && outcome.name === PART_MISSING_NAME) onPartMissing();
          resolve(outcome);
        };
        const heard = (): void => {
          clearTimeout(silence);
          silence = setTimeout(() => finish(STOPPED), SILENCE_MILLISECONDS);
        };
        const cancel = (): void => {
          void api.cancel(job);
          // The worker answers between two steps; the person need not wait for it.
          finish({ state: 'cancelled' });
        };
        if (options.signal?.aborted) return resolve({ state: 'cancelled' });
        if (isMissing) return resolve(MISSING);
        stops.add(finish);
        options.signal?.addEventListener('abort', cancel);
        heard();
        const onStep = proxy((step: Parameters<OnStep>[0]) => {
          heard();
          options.onStep?.(step);
        });
        start(api, job, onStep).then(finish, (error: unknown) => {
          if (isPartMissing(error)) return finish(MISSING);
          finish({
            state: 'failed',
            name: 'Error',
            message: error instanceof Error ? error.message : String(error),
            place: null,
          });
        });
      });
    },
    destroy: () => {
      end();
      for (const stop of stops) stop({ state: 'cancelled' });
    },
  };
}

/** The name of a job's failure where the worker keeps silent or died: nothing more can be asked of it. */
export const STOPPED_NAME = 'Stopped';

const MISSING: Settled<never> = {
  state: 'failed',
  name: PART_MISSING_NAME,
  message: PART_MISSING_MESSAGE,
  place: null,
};

const STOPPED: Settled<never> = {
  state: 'failed',
  name: STOPPED_NAME,
  message:
    'The calculation stopped answering. Reload the page and try again; what is not saved in this browser must be given again.',
  place: null,
};
