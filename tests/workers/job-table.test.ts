import { describe, expect, it } from 'vitest';
import { JobTable } from '../../src/workers/job-table.ts';

describe('work in the background', () => {
  it('goes on only while nobody waits for another job', async () => {
    const jobs = new JobTable();
    const order: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const awaited = jobs.watching('asked', async () => {
      await held;
      order.push('asked');
    });
    const background = jobs.backgroundWatching(
      'kept',
      async (quiet) => {
        await quiet();
        order.push('kept');
        return 7;
      },
      () => release(),
    );
    expect(await background).toEqual({ state: 'done', value: 7 });
    await awaited;
    expect(order).toEqual(['asked', 'kept']);
  });

  it('is cancelled while it waits, and says why it failed', async () => {
    const jobs = new JobTable();
    const waiting = jobs.backgroundWatching(
      'kept',
      async (quiet) => {
        jobs.cancel('kept');
        await quiet();
        return 1;
      },
      () => undefined,
    );
    expect(await waiting).toEqual({ state: 'cancelled' });
    const failing = await jobs.backgroundWatching(
      'full',
      () => Promise.reject(Object.assign(new Error('no room'), { name: 'QuotaExceededError' })),
      () => undefined,
    );
    expect(failing).toMatchObject({ state: 'failed', name: 'QuotaExceededError', message: 'no room' });
  });
});
