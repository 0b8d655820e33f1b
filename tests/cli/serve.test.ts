import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { immutableCache, revalidatedCache, securityHeaders } from '../../src/cli/production-headers.mjs';
import { serve } from '../../src/cli/serve.mjs';

const script = `export const rows = [${'1234567890, '.repeat(400)}];`;
let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-serve-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  mkdirSync(join(site, '.vite'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(site, 'borough.pack'), Buffer.alloc(5000, 7));
  writeFileSync(join(site, 'manifest.webmanifest'), '{}');
  writeFileSync(join(site, 'assets', 'main-abc.js'), script);
  writeFileSync(join(site, 'assets', 'worker-abc.mjs'), 'postMessage(1)');
  writeFileSync(join(site, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  server = await serve({ directory: site, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends the path as it stands, without the tidying that `fetch` does. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

function headersMissingFrom({ headers }: Answer): string[] {
  return Object.entries(securityHeaders)
    .filter(([name, value]) => headers[name.toLowerCase()] !== value)
    .map(([name]) => name);
}

describe('the local server', () => {
  it.each([
    ['/', 'GET', 200],
    ['/index.html', 'HEAD', 200],
    ['/assets/main-abc.js', 'GET', 200],
    ['/assets/worker-abc.mjs', 'GET', 200],
    ['/borough.pack', 'GET', 200],
    ['/manifest.webmanifest', 'GET', 200],
    ['/assets/gone.js', 'GET', 404],
    ['/no/such/page', 'GET', 404],
    ['/assets/', 'GET', 404],
    ['/index.html', 'POST', 405],
    ['/index.html', 'DELETE', 405],
    ['/%E0%A4%A', 'GET', 400],
    ['/../secret.txt', 'GET', 400],
    ['/assets/../../secret.txt', 'GET', 400],
    ['/%2e%2e/secret.txt', 'GET', 400],
    ['/..%5csecret.txt', 'GET', 400],
    ['/x%00.js', 'GET', 400],
    ['/.vite/manifest.json', 'GET', 404],
    ['//secret.txt', 'GET', 404],
    ['/link.txt', 'GET', 404],
  ])('%s %s answers %i with every production header', async (path, method, status) => {
    const answer = await ask(path, method);
    expect(answer.status).toBe(status);
    expect(headersMissingFrom(answer)).toEqual([]);
    expect(answer.body.toString()).not.toContain('outside');
  });

  it('puts the headers on what Node itself refuses', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.write('NOT HTTP AT ALL\r\n\r\n'));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    for (const [name, value] of Object.entries(securityHeaders))
      expect(answer).toContain(`${name}: ${value}\r\n`);
  });

  it('sends one strict policy: nothing unsafe, no other host, Trusted Types', async () => {
    const policy = String((await ask('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|blob:|\*|https?:/);
  });

  it('lets hashed files be kept and everything else be asked about', async () => {
    expect((await ask('/assets/main-abc.js')).headers['cache-control']).toBe(immutableCache);
    for (const path of ['/', '/borough.pack', '/manifest.webmanifest', '/assets/gone.js']) {
      expect((await ask(path)).headers['cache-control'], path).toBe(revalidatedCache);
    }
  });

  it('names the type of each kind of file', async () => {
    expect((await ask('/')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await ask('/assets/main-abc.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/assets/worker-abc.mjs')).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
    expect((await ask('/borough.pack')).headers['content-type']).toBe('application/octet-stream');
    expect((await ask('/manifest.webmanifest')).headers['content-type']).toMatch(
      /^application\/manifest\+json/,
    );
  });

  it('compresses as asked, and gives the same bytes back', async () => {
    const brotli = await ask('/assets/main-abc.js', 'GET', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzipped = await ask('/assets/main-abc.js', 'GET', { 'accept-encoding': 'br;q=0, gzip' });
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzipped.body).toString()).toBe(script);
    const plain = await ask('/assets/main-abc.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
  });

  it('notices a file that changed after it was compressed', async () => {
    const path = join(folder, 'site', 'changing.json');
    const encoded = { 'accept-encoding': 'br' };
    writeFileSync(path, `"${'a'.repeat(3000)}"`);
    await ask('/changing.json', 'GET', encoded);
    writeFileSync(path, `"${'b'.repeat(4000)}"`);
    expect(brotliDecompressSync((await ask('/changing.json', 'GET', encoded)).body).toString()).toContain(
      'bbb',
    );
  });

  it('answers 304 to a browser that holds the same file', async () => {
    const tag = String((await ask('/')).headers.etag);
    const again = await ask('/', 'GET', { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(headersMissingFrom(again)).toEqual([]);
    expect(again.body).toHaveLength(0);
  });

  it('says which methods it answers', async () => {
    expect((await ask('/', 'PUT')).headers.allow).toBe('GET, HEAD');
  });

  it('refuses a port that is taken, by its code', async () => {
    await expect(serve({ directory: folder, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('serves below a base, and nothing outside it', async () => {
    const below = await serve({ directory: join(folder, 'site'), port: 0, base: '/notspot/' });
    try {
      const origin = `http://127.0.0.1:${below.port}`;
      expect((await fetch(`${origin}/notspot/assets/main-abc.js`)).headers.get('cache-control')).toBe(
        immutableCache,
      );
      expect((await fetch(`${origin}/notspot/`)).status).toBe(200);
      expect((await fetch(`${origin}/index.html`)).status).toBe(404);
    } finally {
      await below.close();
    }
  });
});
