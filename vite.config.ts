import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { basePath, builtApp } from './src/cli/prepare.mjs';
import { markRelease, serviceWorkerOptions } from './src/cli/service-worker.mjs';

const inBrowser = ['tests/browser/**/*.test.ts', 'tests/flows/**/*.test.ts'];
const inFaults = ['tests/faults/**/*.test.ts'];
const inDom = ['tests/**/*.test.tsx', 'tests/panels/**/*.test.ts', 'tests/ui/**/*.test.ts'];
// What replaces a module or a global of the browser does not share a process with other files.
const replaces = /\bvi\.(?:mock|doMock|stubGlobal|resetModules)\(|\bfake-(?:indexeddb|browser)\b/;
const alone = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.tsx?$/.test(path) && replaces.test(readFileSync(path, 'utf8')));
const inOwnProcess = alone.filter((path) => path.endsWith('.ts'));
// A page is made anew for each file all the same; a module that one replaced is not.
const inOwnPage = alone.filter(
  (path) => path.endsWith('.tsx') && /\bvi\.(?:mock|doMock)\(/.test(readFileSync(path, 'utf8')),
);

// How long a test may hang: many times what the longest takes, since a busy machine makes seconds of one.
const patience = 60_000;
// Tests of what is kept wait for its pauses more than they work: two for each processor, once the others are through.
const mostlyWaiting = {
  maxWorkers: 2 * Math.max(2, availableParallelism() - 1),
  sequence: { groupOrder: 1 },
};

export default defineConfig(
  async ({ isSsrBuild, mode }): Promise<ViteUserConfig> => ({
    base: basePath,
    // The browser takes the library alone: its usual entry brings three workers along that would need a softer policy.
    resolve:
      isSsrBuild || mode === 'test'
        ? {}
        : {
            alias: [
              {
                find: /^@sqlite\.org\/sqlite-wasm$/,
                replacement: fileURLToPath(
                  new URL(
                    './node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.mjs',
                    import.meta.url,
                  ),
                ),
              },
            ],
          },
    plugins: [react(), ...(isSsrBuild || mode === 'test' ? [] : [serviceWorker()])],
    worker: {
      format: 'es',
      plugins: () => (isSsrBuild || mode === 'test' ? [] : [withoutUnreadPackings()]),
      rolldownOptions: {
        output: {
          // In a folder of its own, so that every kind of host can give it its own policy.
          entryFileNames: ({ name }) => `assets/${name === 'wasm.worker' ? 'wasm/' : ''}[name]-[hash].js`,
        },
      },
    },
    build: isSsrBuild
      ? {
          // The command line and the bench: one file for Node, installed packages left outside.
          target: 'node20',
          copyPublicDir: false,
          rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' } },
        }
      : {
          // The policy allows neither inline scripts nor data: addresses, so nothing is inlined.
          target: 'es2022',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          sourcemap: false,
          manifest: true,
          chunkSizeWarningLimit: 1200,
          // The map's library in a file of its own: loaded lazily, weighed by the size check, kept across releases.
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl[\\/]/ },
                  // What a page's drawing shares with the map, so that it need not name the map itself.
                  {
                    name: 'map-parts',
                    test: /src[\\/]map[\\/](?:layers[\\/](?:fonts|zoomed)|in-sight|look-image|map-colours|pattern-images|ward-states)\.ts$/,
                  },
                ],
              },
            },
          },
        },
    server: { port: 5173, strictPort: true },
    test: {
      // Vitest would leave one of two cores idle.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      // Not part of a build, which needs nothing of Vitest.
      ...(mode === 'test'
        ? { sequence: { sequencer: (await import('./tests/browser/longest-first.ts')).LongestFirst } }
        : {}),
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // Modules of the app keep no state of a user in themselves, so files share what they import: half the time.
            isolate: false,
            setupFiles: [
              'tests/builders/load-grid.ts',
              'tests/builders/imports-settled.ts',
              'tests/builders/same-globals.ts',
            ],
            include: ['tests/**/*.test.ts'],
            exclude: [...inBrowser, ...inFaults, ...inDom, ...inOwnProcess],
            testTimeout: patience,
          },
        },
        {
          extends: true,
          test: {
            name: 'unit-alone',
            environment: 'node',
            setupFiles: ['tests/builders/load-grid.ts', 'tests/builders/imports-settled.ts'],
            include: inOwnProcess,
            ...mostlyWaiting,
            testTimeout: patience,
          },
        },
        {
          extends: true,
          test: {
            name: 'components',
            environment: 'jsdom',
            isolate: false,
            include: inDom,
            exclude: inOwnPage,
            // Hooks end in the opposite order: the page is emptied before its imports are waited for.
            setupFiles: [
              'tests/builders/load-grid.ts',
              'tests/builders/imports-settled.ts',
              'tests/builders/empty-page.ts',
            ],
            testTimeout: patience,
          },
        },
        {
          extends: true,
          test: {
            name: 'components-alone',
            environment: 'jsdom',
            include: inOwnPage,
            ...mostlyWaiting,
            setupFiles: ['tests/builders/load-grid.ts', 'tests/builders/imports-settled.ts'],
            testTimeout: patience,
          },
        },
        {
          extends: true,
          test: {
            name: 'stories',
            environment: 'node',
            // What a story shares with others lies in the browser, which it has for itself; what it imports is read once.
            isolate: false,
            setupFiles: ['tests/builders/load-grid.ts'],
            include: inBrowser,
            globalSetup: ['tests/browser/serve-built-app.ts'],
            // Three at a time take as long, and then a newer release once did not take over in the time that it is given.
            maxWorkers: 2,
            sequence: { groupOrder: 2 },
            testTimeout: 120_000,
            hookTimeout: 120_000,
            // What a page says comes when it is drawn: the usual second is short on a busy machine.
            expect: { poll: { timeout: 15_000 } },
          },
        },
        {
          extends: true,
          test: {
            name: 'faults',
            environment: 'node',
            setupFiles: ['tests/builders/load-grid.ts'],
            include: inFaults,
            globalSetup: ['tests/browser/serve-built-app.ts'],
            fileParallelism: false,
            sequence: { groupOrder: 3 },
            testTimeout: 20 * 60_000,
            hookTimeout: 120_000,
            expect: { poll: { timeout: 15_000 } },
          },
        },
      ],
    },
  }),
);

/** Writes sw.js beside the built page. The page registers it itself (`src/actions/keep-offline.ts`); nothing is injected. */
/** In place of the GeoTIFF library's parts that are never used stands one that says so. */
function withoutUnreadPackings() {
  const stand = fileURLToPath(new URL('./src/formats/unread-packing.ts', import.meta.url));
  return {
    name: 'without-unread-packings',
    enforce: 'pre' as const,
    resolveId: (wanted: string, importer: string | undefined) =>
      /[\\/]geotiff[\\/].*[\\/]compression[\\/]/.test(importer ?? '') &&
      /^\.\/(?:lerc|zstd|jpeg|webimage|deflate)\.js$/.test(wanted)
        ? stand
        : null,
  };
}

function serviceWorker() {
  return VitePWA({
    strategies: 'generateSW',
    injectRegister: false,
    manifest: false,
    integration: {
      beforeBuildServiceWorker: (options) => {
        const release = markRelease(builtApp);
        options.workbox = serviceWorkerOptions({ directory: builtApp, base: basePath, release });
      },
    },
  });
}
