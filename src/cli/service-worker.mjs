import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What hosts read or send of themselves. Everything else of a build is kept for use without a network. */
export const leftOut = ['_headers', 'web.config', 'hosting/**', '404.html'];

/**
 * Names a release by its content and writes the name into its page (`<meta name="release">`), from which a tab knows
 * which release it is. The same files have the same name, wherever and whenever they were built.
 * @param {string} directory the built app, without its service worker
 * @returns {string} 16 hexadecimal digits
 */
export function markRelease(directory) {
  const page = join(directory, 'index.html');
  const plain = readFileSync(page, 'utf8').replace(mark, '');
  const hash = createHash('sha256').update(plain);
  for (const path of filesOf(directory)) hash.update(path).update(digestOf(join(directory, path)));
  const release = hash.digest('hex').slice(0, 16);
  writeFileSync(
    page,
    plain.replace('</title>', `</title>\n    <meta name="release" content="${release}" />`),
  );
  return release;
}

/**
 * Settings of Workbox's generateSW for a marked release. Each release has a cache of its own, which the next one leaves
 * alone: a tab of the old release still finds its files there. Who deletes it: `forget-releases.ts`.
 * @param {{ directory: string, base: string, release: string }} place
 * @returns {import('workbox-build').GenerateSWOptions}
 */
export function serviceWorkerOptions({ directory, base, release }) {
  const below = base.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    globDirectory: directory,
    swDest: join(directory, 'sw.js'),
    mode: 'production',
    sourcemap: false,
    // The policy has no rule for scripts that a service worker would import.
    inlineWorkboxRuntime: true,
    cacheId: `notspot-${release}`,
    skipWaiting: false,
    clientsClaim: true,
    cleanupOutdatedCaches: false,
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', ...leftOut],
    maximumFileSizeToCacheInBytes: 64_000_000,
    dontCacheBustURLsMatching: /^assets\//,
    // Whoever answers in the host's place (a sign-in page), or with a file of another release, is refused: the
    // installation fails and the release before goes on.
    manifestTransforms: [
      async (entries) => ({
        manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(join(directory, entry.url)) })),
        warnings: [],
      }),
    ],
    // As a fallback the page is fetched without the check, so that a browser that lost its caches opens the newest.
    directoryIndex: null,
    navigateFallback: 'index.html',
    navigateFallbackAllowlist: [new RegExp(`^${below}(?:index\\.html)?(?:\\?|$)`)],
    ignoreURLParametersMatching: [],
    runtimeCaching: [
      {
        urlPattern: new RegExp(`^https?://[^/]+${below}assets/`),
        handler: async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
      },
    ],
  };
}

const mark = /\s*<meta name="release"[^>]*>/;

/** @param {string} directory */
function filesOf(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.html' && entry.name !== 'sw.js')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('.'))
    .sort();
}

/** @param {string} path */
function integrityOf(path) {
  return `sha256-${digestOf(path).toString('base64')}`;
}

/** @param {string} path */
function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest();
}
