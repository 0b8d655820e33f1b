import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { productionHeaders } from '../../src/cli/production-headers.mjs';

/** What a request gets in the file's place: 'html' is a sign-in page, 'cut' half of the file, 'other' a script of nothing. */
export type Fault = 'missing' | 'html' | 'cut' | 'other' | 'silence';

/** A host whose files can be exchanged and spoilt while pages are open. */
export interface Site {
  readonly address: string;
  /** The folder that is served. */
  directory: string;
  /** Asked for every path; null: the file as it is. */
  fault: (path: string) => Fault | null;
  /** Whether nobody answers at all. */
  isDown: boolean;
  /** Every path asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves a built app from the root of a free port with the production headers. */
export async function openSite(directory: string): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (site.isDown) return request.socket.destroy();
    site.asked.push(path);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const fault = site.fault(path);
    if (fault === 'silence') return;
    const file = fault === 'missing' ? null : await readFile(join(site.directory, name)).catch(() => null);
    const status = fault === 'html' || file ? 200 : 404;
    const headers = productionHeaders(path, status);
    if (fault === 'html' || !file) {
      response.writeHead(status, { ...headers, 'Content-Type': 'text/html' });
      return response.end(SIGN_IN);
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    });
    response.end(
      fault === 'cut' ? file.subarray(0, file.length / 2) : fault === 'other' ? 'export {};' : file,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: Site = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    directory,
    fault: () => null,
    isDown: false,
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

const SIGN_IN = '<!doctype html><title>Free Wi-Fi</title><h1>Sign in to the network</h1>';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
