import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../src/cli/chromium.mjs';
import { basePath, builtApp, ensureBuilt } from '../../src/cli/prepare.mjs';
import { serve } from '../../src/cli/serve.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app under its production headers, with a slash at the end. */
    appAddress: string;
    chromiumPath: string;
  }
}

/** Serves the built app on a free loopback port for as long as the stories run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = await ensureChromium();
  await ensureBuilt();
  const server = await serve({ directory: builtApp, port: 0, base: basePath });
  project.provide('appAddress', `http://127.0.0.1:${server.port}${basePath}`);
  project.provide('chromiumPath', chromiumPath);
  return server.close;
}
