import { ensureChromium } from '../../src/cli/chromium.mjs';
import { basePath, builtApp } from '../../src/cli/prepare.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { measureColdLoads } from './cold-load.ts';
import { type Figure, limitFigure } from './figure.ts';
import { benchLargeBorough } from './large-borough.ts';
import { benchDuelTasks, benchLongTasks } from './long-tasks.ts';
import { benchSave } from './save.ts';
import { median } from './seeded.ts';

/** Asked (performance.md, "On screen"): the demo borough's headline and map within 3 s of a first visit. */
export async function benchColdLoad(): Promise<Figure[]> {
  const loads = await withApp((at) => measureColdLoads({ ...at, runs: 5 }));
  const what = 'first visit to the demo borough, headline painted and map idle: median of 5';
  return [limitFigure({ row: 'screen', what, value: median(loads), most: 3, unit: 's' })];
}

/** As large-borough.ts says. */
export async function benchLargeBoroughOnScreen(): Promise<Figure[]> {
  return withApp(benchLargeBorough);
}

/** As long-tasks.ts says. */
export async function benchLongTasksOnScreen(): Promise<Figure[]> {
  return withApp((at) => benchLongTasks({ ...at, demoRuns: 3, largeRuns: 1 }));
}

/** As long-tasks.ts says. */
export async function benchDuelTasksOnScreen(): Promise<Figure[]> {
  return withApp((at) => benchDuelTasks({ ...at, runs: 1 }));
}

/** As save.ts says. */
export async function benchSaveOnScreen(): Promise<Figure[]> {
  return withApp(benchSave);
}

async function withApp<T>(
  measure: (at: { address: string; chromiumPath: string }) => Promise<T>,
): Promise<T> {
  const chromiumPath = await ensureChromium();
  const server = await serve({ directory: builtApp, port: 0, base: basePath });
  try {
    return await measure({ address: `http://127.0.0.1:${server.port}${basePath}`, chromiumPath });
  } finally {
    await server.close();
  }
}
