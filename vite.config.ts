import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { basePath } from './src/cli/prepare.mjs';

const inBrowser = ['tests/browser/**/*.test.ts', 'tests/flows/**/*.test.ts'];
const inDom = ['tests/**/*.test.tsx', 'tests/panels/**/*.test.ts', 'tests/ui/**/*.test.ts'];

export default defineConfig(({ isSsrBuild }) => ({
  base: basePath,
  plugins: [react()],
  worker: { format: 'es' },
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
            codeSplitting: { groups: [{ name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl[\\/]/ }] },
          },
        },
      },
  server: { port: 5173, strictPort: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/builders/load-grid.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [...inBrowser, ...inDom],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: inDom,
          setupFiles: ['tests/builders/load-grid.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          environment: 'node',
          setupFiles: ['tests/builders/load-grid.ts'],
          include: inBrowser,
          globalSetup: ['tests/browser/serve-built-app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
