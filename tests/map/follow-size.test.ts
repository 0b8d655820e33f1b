import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followSize, type SizedMap } from '../../src/map/follow-size.ts';

/** Observers of the page, each called by hand. */
let observers: (() => void)[] = [];

class FakeObserver {
  constructor(private readonly heard: () => void) {}
  observe(): void {
    observers.push(this.heard);
  }
  disconnect(): void {
    observers = observers.filter((one) => one !== this.heard);
  }
}

beforeEach(() => {
  observers = [];
  vi.stubGlobal('ResizeObserver', FakeObserver);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function mapOf(name: string, events: string[]) {
  const container = { clientWidth: 800, clientHeight: 600 };
  const style = { width: '800px', height: '600px' };
  const free: (() => void)[] = [];
  const map = {
    getContainer: () => container,
    getCanvas: () => ({ style }),
    graphicsDone: () => {
      events.push(`${name} waits`);
      return new Promise<void>((resolve) => free.push(resolve));
    },
  } as unknown as SizedMap;
  const size = followSize(map, {
    onChange: () => events.push(`${name} is behind`),
    resize: () => {
      Object.assign(style, { width: `${container.clientWidth}px`, height: `${container.clientHeight}px` });
      events.push(`${name} is ${style.width}`);
    },
    onNothing: () => events.push(`${name} has its size`),
  });
  return {
    size,
    place: (clientWidth: number) => {
      Object.assign(container, { clientWidth });
      for (const heard of observers) heard();
    },
    isFree: async () => {
      free.shift()?.();
      for (let i = 0; i < 8; i++) await Promise.resolve();
    },
  };
}

const turns = async (): Promise<void> => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

describe('followSize', () => {
  it('does nothing where the map has its size, as when it is first looked at', async () => {
    const events: string[] = [];
    const { size } = mapOf('a', events);
    for (const heard of observers) heard();
    await turns();
    expect(events).toEqual([]);
    size.end();
  });

  it('takes the size once the graphics are done, of several only the last', async () => {
    const events: string[] = [];
    const { size, place, isFree } = mapOf('a', events);
    place(400);
    place(300);
    await turns();
    expect(events).toEqual(['a is behind', 'a waits']);
    expect(size.isBehind()).toBe(true);
    await isFree();
    expect(events.slice(2)).toEqual(['a is 300px']);
    expect(size.isBehind()).toBe(false);
    size.end();
  });

  it('lets one map after the other take its size', async () => {
    const events: string[] = [];
    const one = mapOf('a', events);
    const other = mapOf('b', events);
    one.place(400);
    other.place(400);
    await turns();
    expect(events).toEqual(['a is behind', 'b is behind', 'a waits']);
    await one.isFree();
    expect(events.slice(3)).toEqual(['a is 400px', 'b waits']);
    await other.isFree();
    expect(events.slice(5)).toEqual(['b is 400px']);
    one.size.end();
    other.size.end();
  });

  it('says so where the size has come back meanwhile', async () => {
    const events: string[] = [];
    const { size, place, isFree } = mapOf('a', events);
    place(400);
    place(800);
    await turns();
    await isFree();
    expect(events.at(-1)).toBe('a has its size');
    size.end();
  });

  it('leaves the turn to the next where a map is taken away while it waits', async () => {
    const events: string[] = [];
    const one = mapOf('a', events);
    const other = mapOf('b', events);
    one.place(400);
    other.place(400);
    await turns();
    one.size.end();
    await one.isFree();
    await other.isFree();
    expect(events.filter((event) => /px/.test(event))).toEqual(['b is 400px']);
    other.size.end();
  });
});
