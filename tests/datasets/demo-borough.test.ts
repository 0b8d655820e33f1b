import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fetchDemoBorough } from '../../src/datasets/demo-borough.ts';

const address = 'http://localhost/notspot/demo/borough.pack';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('fetchDemoBorough', () => {
  it('returns the bytes of the pack below the base address', async () => {
    const pack = Uint8Array.from([0x4e, 0x53, 0x50, 0x4b, 1, 2, 3]);
    server.use(http.get(address, () => HttpResponse.arrayBuffer(pack.buffer)));
    expect(await fetchDemoBorough('http://localhost/notspot/')).toEqual(pack);
  });

  it('takes the pack of its own release where the browser keeps it, whatever another release would answer', async () => {
    const own = Uint8Array.from([0x4e, 0x53, 0x50, 0x4b, 1]);
    const later = Uint8Array.from([0x4e, 0x53, 0x50, 0x4b, 2]);
    const kept = new Map([
      ['notspot-later-precache-v2-x', later],
      ['notspot-own-precache-v2-x', own],
    ]);
    let release = 'own';
    vi.stubGlobal('document', { querySelector: () => ({ content: release }) });
    vi.stubGlobal('caches', {
      keys: async () => [...kept.keys()],
      open: async (name: string) => ({
        match: async (asked: string, options: CacheQueryOptions) =>
          asked === address && options.ignoreSearch ? new Response(kept.get(name)?.slice()) : undefined,
      }),
    });
    server.use(http.get(address, () => HttpResponse.arrayBuffer(later.buffer)));
    expect(await fetchDemoBorough('http://localhost/notspot/')).toEqual(own);
    release = 'not-kept';
    expect(await fetchDemoBorough('http://localhost/notspot/')).toEqual(later);
    vi.unstubAllGlobals();
  });

  it.each([
    ['there is no connection', () => HttpResponse.error(), 'there is no connection'],
    ['the file is not there', () => new HttpResponse(null, { status: 404 }), 'not on this server'],
    ['the server fails', () => new HttpResponse('oh', { status: 503 }), 'the server answered 503'],
    [
      'a sign-in page is sent instead',
      () => HttpResponse.html('<!doctype html><title>Sign in</title>'),
      'something else was sent in its place',
    ],
    [
      'nothing is sent',
      () => HttpResponse.arrayBuffer(new ArrayBuffer(0)),
      'something else was sent in its place',
    ],
  ])('says so when %s', async (_, answer, words) => {
    server.use(http.get(address, answer));
    await expect(fetchDemoBorough('http://localhost/notspot/')).rejects.toThrow(words);
  });

  it('stops when told to', async () => {
    server.use(http.get(address, () => new Promise<never>(() => {})));
    const controller = new AbortController();
    const fetched = fetchDemoBorough('http://localhost/notspot/', controller.signal);
    controller.abort(new Error('stopped'));
    await expect(fetched).rejects.toThrow('stopped');
  });
});
