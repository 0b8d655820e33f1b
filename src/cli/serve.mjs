import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { productionHeaders } from './production-headers.mjs';

/** @typedef {{ address: string, port: number, close: () => Promise<void> }} RunningServer */

/**
 * Serves a built Notspot on the loopback addresses with the production headers on every response.
 * Rejects with Node's own error (`code` is `EADDRINUSE` when the port is taken).
 * @param {{ directory: string, port: number, base?: string }} options `port` 0 takes a free one;
 *   `base` is the path the app was built for, with a slash at both ends
 * @returns {Promise<RunningServer>}
 */
export async function serve({ directory, port, base = '/' }) {
  const root = await realpath(directory);
  const respond = staticResponder(root, base);
  const first = await listen(respond, '127.0.0.1', port);
  const actualPort = /** @type {import('node:net').AddressInfo} */ (first.address()).port;
  const servers = [first];
  try {
    servers.push(await listen(respond, '::1', actualPort));
  } catch (error) {
    // A machine without IPv6 is served on IPv4 alone; a port taken on IPv6 would answer "localhost" in our place.
    if (port !== 0 && codeOf(error) === 'EADDRINUSE') {
      await closeAll(servers);
      throw error;
    }
  }
  return {
    address: `http://localhost:${actualPort}${base}`,
    port: actualPort,
    close: () => closeAll(servers),
  };
}

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} Responder */

/** @type {Record<string, string>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const alreadyCompressed = new Set(['.png', '.ico', '.woff2', '.gz']);
const smallestWorthCompressing = 1024;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * @param {string} root
 * @param {string} base
 * @returns {Responder}
 */
function staticResponder(root, base) {
  /** @type {Map<string, { tag: string, body: Promise<Buffer> }>} */
  const compressed = new Map();

  return async (request, response) => {
    const pathname = requestedPath(request.url ?? '/', base);
    const refuse = (/** @type {number} */ status, /** @type {string} */ reason, extra = {}) =>
      send(
        request,
        response,
        status,
        {
          ...productionHeaders(pathname ?? '/', status),
          ...extra,
          'Content-Type': 'text/plain; charset=utf-8',
        },
        Buffer.from(`${reason}\n`),
      );

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    if (pathname === undefined) return refuse(400, 'This address is not allowed.');
    const file = await findFile(root, pathname);
    if (!file) return refuse(404, 'There is no such file.');

    const extension = extname(file.path).toLowerCase();
    const tag = `"${file.size.toString(36)}-${Math.trunc(file.changedMilliseconds).toString(36)}"`;
    /** @type {Record<string, string>} */
    const headers = {
      'Content-Type': mediaTypes[extension] ?? 'application/octet-stream',
      ETag: tag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === tag) {
      return send(request, response, 304, { ...productionHeaders(pathname, 304), ...headers });
    }
    const encoding =
      alreadyCompressed.has(extension) || file.size < smallestWorthCompressing
        ? undefined
        : preferredEncoding(request.headers['accept-encoding'] ?? '');
    let body;
    if (encoding) {
      headers['Content-Encoding'] = encoding;
      const key = `${encoding} ${file.path}`;
      let kept = compressed.get(key);
      if (kept?.tag !== tag) {
        kept = { tag, body: readFile(file.path).then((bytes) => compress(bytes, encoding)) };
        kept.body.catch(() => compressed.delete(key));
        compressed.set(key, kept);
      }
      body = await kept.body;
    } else {
      body = await readFile(file.path);
    }
    return send(request, response, 200, { ...productionHeaders(pathname), ...headers }, body);
  };
}

/**
 * The decoded path below the base, or `undefined` for one that tries to leave it.
 * @param {string} url
 * @param {string} base
 */
function requestedPath(url, base) {
  let pathname;
  try {
    pathname = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!pathname.startsWith('/') || /[\0\\]/.test(pathname)) return undefined;
  if (pathname.split('/').includes('..')) return undefined;
  if (base === '/') return pathname;
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : '/outside-the-base/';
}

/**
 * @param {string} root
 * @param {string} pathname
 * @returns {Promise<{ path: string, size: number, changedMilliseconds: number } | undefined>}
 */
async function findFile(root, pathname) {
  const segments = pathname.split('/').slice(1);
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html';
  if (segments.some((segment) => segment === '' || segment.startsWith('.'))) return undefined;
  try {
    const path = await realpath(join(root, ...segments));
    if (!path.startsWith(root + sep)) return undefined;
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size, changedMilliseconds: found.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} accepted */
function preferredEncoding(accepted) {
  const offered = accepted.split(',').map((part) => part.trim().split(/;\s*q=/));
  const allows = (/** @type {string} */ name) =>
    offered.some(([encoding, quality]) => encoding === name && Number(quality ?? 1) > 0);
  return allows('br') ? 'br' : allows('gzip') ? 'gzip' : undefined;
}

/**
 * @param {Buffer} bytes
 * @param {'br' | 'gzip'} encoding
 */
function compress(bytes, encoding) {
  return encoding === 'br'
    ? compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : compressGzip(bytes, { level: 6 });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 * @param {Buffer} [body]
 */
async function send(request, response, status, headers, body) {
  response.writeHead(status, body ? { ...headers, 'Content-Length': body.length } : headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {Responder} respond
 * @param {string} host
 * @param {number} port
 * @returns {Promise<import('node:http').Server>}
 */
function listen(respond, host, port) {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (response.headersSent) return response.destroy();
      response.writeHead(500, {
        ...productionHeaders('/', 500),
        'Content-Type': 'text/plain; charset=utf-8',
      });
      response.end('The file could not be read.\n');
    });
  });
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy();
    const headers = Object.entries(productionHeaders('/', 400)).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.end(
      `HTTP/1.1 400 Bad Request\r\n${headers.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** @param {import('node:http').Server[]} servers */
async function closeAll(servers) {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise((resolve) => {
          server.close(() => resolve(undefined));
          server.closeAllConnections();
        }),
    ),
  );
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
