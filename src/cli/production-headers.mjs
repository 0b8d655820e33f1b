/**
 * The one home of what every response of a deployed Notspot must carry. The local server, the story tests and the
 * files for static hosts (`hosting-files.mjs`) all read it from here.
 *
 * The policy goes on *every* response: a worker is bound by the headers of its own script, not by the page's.
 */

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/**
 * The policy of the one file that may compile WebAssembly: a worker without any network. The bytes of the library and of
 * the work are handed to it.
 */
const wasmWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Folder of that worker's file, and of nothing else, below the base. */
export const wasmWorkerFolder = '/assets/wasm/';

/** Headers of every response, whatever its status or type. */
export const securityHeaders = Object.freeze({
  'Content-Security-Policy': contentSecurityPolicy,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), usb=(), serial=(), interest-cohort=()',
});

/** Headers of the WebAssembly worker's file: the same but for the policy. */
export const wasmWorkerHeaders = Object.freeze({
  ...securityHeaders,
  'Content-Security-Policy': wasmWorkerPolicy,
});

/** For files whose name carries a hash of their content. */
export const immutableCache = 'public, max-age=31536000, immutable';

/** For everything else: kept, but asked about every time. */
export const revalidatedCache = 'no-cache';

/**
 * The complete headers of a response.
 * @param {string} pathname path below the base, starting with `/`
 * @param {number} [status] HTTP status; an error is never cached as immutable
 * @returns {Record<string, string>}
 */
export function productionHeaders(pathname, status = 200) {
  const hashed = pathname.startsWith('/assets/') && (status === 200 || status === 304);
  const security =
    pathname.startsWith(wasmWorkerFolder) && status < 400 ? wasmWorkerHeaders : securityHeaders;
  return { ...security, 'Cache-Control': hashed ? immutableCache : revalidatedCache };
}
