import { describe, expect, it } from 'vitest';
import { RequestQueue } from '../../src/map/request-queue.ts';

/** Requests that end when they are told to. */
function requests() {
  const started: string[] = [];
  const ends = new Map<string, (fails?: boolean) => void>();
  const start = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (fails) => (fails ? reject(new Error(name)) : resolve(name)));
    });
  };
  return { started, start, end: (name: string, fails = false) => ends.get(name)?.(fails) };
}

const never = () => new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the queue of tile requests', () => {
  it('starts no more than it may, the first come first', async () => {
    const { started, start, end } = requests();
    const queue = new RequestQueue(2);
    const all = ['a', 'b', 'c', 'd'].map((name) => queue.run(start(name), never()));
    expect(started).toEqual(['a', 'b']);
    end('b');
    await turn();
    expect(started).toEqual(['a', 'b', 'c']);
    end('a');
    end('c');
    await turn();
    end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never starts a request that was aborted while it waited', async () => {
    const { started, start, end } = requests();
    const queue = new RequestQueue(1);
    const abort = new AbortController();
    const first = queue.run(start('a'), never());
    const second = queue.run(start('b'), abort.signal);
    const third = queue.run(start('c'), never());
    abort.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    end('a');
    await turn();
    end('c');
    expect([await first, await third]).toEqual(['a', 'c']);
    expect(started).toEqual(['a', 'c']);
    await expect(queue.run(start('d'), abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('settles an aborted request at once and keeps its place until the worker is done', async () => {
    const { started, start, end } = requests();
    const queue = new RequestQueue(1);
    const abort = new AbortController();
    const first = queue.run(start('a'), abort.signal);
    const second = queue.run(start('b'), never());
    abort.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(started).toEqual(['a']);
    end('a');
    await turn();
    end('b');
    expect(await second).toBe('b');
  });

  it('goes on after a failure', async () => {
    const { start, end } = requests();
    const queue = new RequestQueue(1);
    const first = queue.run(start('a'), never());
    const second = queue.run(start('b'), never());
    end('a', true);
    await expect(first).rejects.toThrow('a');
    await turn();
    end('b');
    expect(await second).toBe('b');
  });
});
