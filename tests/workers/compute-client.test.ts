import { expose } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';
import type { ComputeApi } from '../../src/workers/compute-api.ts';
import { clientOf } from '../../src/workers/compute-client.ts';

const ports: MessagePort[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const port of ports.splice(0)) port.close();
});

function clientServedBy(served: Partial<ComputeApi>, onPartMissing?: () => void) {
  return portServedBy(served, onPartMissing).client;
}

function portServedBy(served: Partial<ComputeApi>, onPartMissing?: () => void) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(served, port1);
  return { port: port2, client: clientOf(port2, () => port2.close(), onPartMissing) };
}

test('a result, a named error and steps come through', async () => {
  const steps: string[] = [];
  const client = clientServedBy({
    analyse: async (_job, _project, recipeText, onStep) => {
      onStep({ what: 'half', fraction: 0.5 });
      return recipeText === 'bad'
        ? { state: 'failed', name: 'RecipeError', message: 'no', place: 3 }
        : { state: 'done', value: null };
    },
  });
  const run = (recipe: string) =>
    client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, recipe, onStep), {
      onStep: (step) => steps.push(step.what),
    });
  expect(await run('good')).toEqual({ state: 'done', value: null });
  expect(await run('bad')).toEqual({ state: 'failed', name: 'RecipeError', message: 'no', place: 3 });
  await vi.waitFor(() => expect(steps).toEqual(['half', 'half']));
});

test('an exception on the other side settles as failed', async () => {
  const client = clientServedBy({
    analyse: async () => {
      throw new Error('broken');
    },
  });
  const outcome = await client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, '', onStep));
  expect(outcome).toMatchObject({ state: 'failed', message: 'broken' });
});

test('a cancelled job settles at once and the other side is told', async () => {
  const cancel = vi.fn(async () => {});
  const client = clientServedBy({ analyse: () => new Promise(() => {}), cancel });
  const abort = new AbortController();
  const outcome = client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, '', onStep), {
    signal: abort.signal,
  });
  abort.abort();
  expect(await outcome).toEqual({ state: 'cancelled' });
  await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
});

test('silence for 30 seconds settles as stopped, and says what to do', async () => {
  vi.useFakeTimers();
  const client = clientServedBy({ analyse: () => new Promise(() => {}) });
  const outcome = client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, '', onStep));
  await vi.advanceTimersByTimeAsync(30_001);
  expect(await outcome).toMatchObject({
    state: 'failed',
    name: 'Stopped',
    message: expect.stringContaining('Reload'),
  });
});

test('a worker whose script did not arrive fails every job at once, by name', async () => {
  const onPartMissing = vi.fn();
  const { client, port } = portServedBy({ analyse: () => new Promise(() => {}) }, onPartMissing);
  const ask = () => client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, '', onStep));
  const first = ask();
  port.dispatchEvent(new Event('error'));
  expect(onPartMissing).toHaveBeenCalled();
  expect(await first).toMatchObject({ state: 'failed', name: 'PartMissing' });
  expect(await ask()).toMatchObject({ state: 'failed', name: 'PartMissing' });
});

test('a job whose own script did not arrive is told of by that name, whatever the browser calls it', async () => {
  const onPartMissing = vi.fn();
  const { client } = portServedBy(
    {
      analyse: () => {
        throw new TypeError('Failed to fetch dynamically imported module: /assets/duel-x.js');
      },
    },
    onPartMissing,
  );
  const outcome = await client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, '', onStep));
  expect(outcome).toMatchObject({ state: 'failed', name: 'PartMissing' });
  expect(onPartMissing).toHaveBeenCalledOnce();
});

test('one that has spoken before has stopped, and a part that it lacks is told of', async () => {
  const onPartMissing = vi.fn();
  const { client, port } = portServedBy(
    {
      analyse: async (_job, _project, recipeText) => {
        if (recipeText === 'wait') await new Promise(() => {});
        return { state: 'failed', name: 'PartMissing', message: 'not here', place: null };
      },
    },
    onPartMissing,
  );
  const ask = (recipe: string) =>
    client.run((api, job, onStep) => api.analyse(job, EMPTY_PROJECT, recipe, onStep));
  await ask('now');
  expect(onPartMissing).toHaveBeenCalledOnce();
  const waiting = ask('wait');
  port.dispatchEvent(new Event('error'));
  expect(await waiting).toMatchObject({ state: 'failed', name: 'Stopped' });
});
