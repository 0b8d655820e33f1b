import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { serveTiles } from '../../src/map/tile-protocol.ts';

const protocols = vi.hoisted(() => new Map<string, unknown>());

vi.mock('maplibre-gl', () => ({
  addProtocol: (scheme: string, load: unknown) => {
    if (protocols.has(scheme)) throw new Error(`${scheme} is served already.`);
    protocols.set(scheme, load);
  },
  removeProtocol: (scheme: string) => protocols.delete(scheme),
}));

/** A context whose worker answers every tile with one byte. */
const contextOf = (byte: number) =>
  ({ compute: { api: { tile: async () => new Uint8Array([byte]).buffer } } }) as unknown as AppContext;

async function load(): Promise<number> {
  const answer = protocols.get('notspot') as (
    request: { url: string },
    abort: AbortController,
  ) => Promise<{ data: ArrayBuffer }>;
  const { data } = await answer({ url: 'notspot://premises/1/0/0/0' }, new AbortController());
  return new Uint8Array(data)[0];
}

describe('the tiles of a page', () => {
  beforeEach(() => protocols.clear());

  it('are served to two maps until both are gone, in whatever order', async () => {
    const context = contextOf(7);
    const [endFirst, endSecond] = [serveTiles(context), serveTiles(context)];
    expect(await load()).toBe(7);
    endFirst();
    expect(await load()).toBe(7);
    const endThird = serveTiles(context);
    endSecond();
    expect(await load()).toBe(7);
    endThird();
    expect(protocols.size).toBe(0);
  });

  it('come from the context that asked last', async () => {
    const [endFirst, endSecond] = [serveTiles(contextOf(1)), serveTiles(contextOf(2))];
    expect(await load()).toBe(2);
    endSecond();
    expect(await load()).toBe(1);
    endFirst();
  });
});
