import { ensureChromium } from '../../src/cli/chromium.mjs';
import { basePath, builtApp } from '../../src/cli/prepare.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { benchAreas } from './areas-against-turf.ts';
import { measureColdLoads } from './cold-load.ts';
import { benchCount } from './count-against-turf.ts';
import { benchLargeBorough } from './large-borough.ts';
import { median } from './seeded.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const chromiumPath = await ensureChromium();
const server = await serve({ directory: builtApp, port: 0, base: basePath });
const address = `http://127.0.0.1:${server.port}${basePath}`;
try {
  benchCount(print);
  benchAreas(print);
  const seconds = await measureColdLoads({ address, chromiumPath, runs: 5 });
  const runs = seconds.map((value) => value.toFixed(2)).join(', ');
  print(`cold load, headline and map: median ${median(seconds).toFixed(2)} s, asked ≤ 3 s (${runs})`);
  await benchLargeBorough({ address, chromiumPath, print });
} finally {
  await server.close();
}
