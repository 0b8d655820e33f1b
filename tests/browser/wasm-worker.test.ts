import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, inject, it } from 'vitest';
import { builtApp } from '../../src/cli/prepare.mjs';

const address = inject('appAddress');
const files = readdirSync(join(builtApp, 'assets'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.\w+$/.test(name),
);
const wasmWorker = files.find((name) => /wasm\.worker/.test(name));

it('one file alone may compile WebAssembly', async () => {
  expect(wasmWorker).toBeDefined();
  const policies = await Promise.all(
    ['index.html', ...files.map((name) => `assets/${name}`)].map(async (path) => {
      const { headers } = await fetch(`${address}${path}`, { method: 'HEAD' });
      return [path, headers.get('content-security-policy') ?? ''] as const;
    }),
  );
  expect(policies.filter(([, policy]) => policy.includes('wasm-unsafe-eval')).map(([path]) => path)).toEqual([
    `assets/${wasmWorker}`,
  ]);
  expect(policies.filter(([, policy]) => !policy.startsWith("default-src 'none'"))).toEqual([]);
});

it('that worker compiles and reaches nothing, the page reaches itself and compiles nothing', async () => {
  const browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const tried = await page.evaluate(async (script) => {
      const smallest = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
      const worker = new Worker(script, { type: 'module' });
      const ask = (target: string) =>
        new Promise((resolve) => {
          // A call in comlink's own words.
          const id = `${Math.random()}`;
          worker.addEventListener('message', ({ data }) => data.id === id && resolve(data.value));
          const argumentList = [{ type: 'RAW', value: target }];
          worker.postMessage({ id, type: 'APPLY', path: ['tryNetwork'], argumentList });
        });
      return {
        own: await ask(new URL('index.html', location.href).href),
        data: await ask('data:,x'),
        pageOwn: (await fetch('index.html')).ok,
        pageWasm: await WebAssembly.compile(smallest).then(
          () => 'compiled',
          (error: Error) => error.name,
        ),
      };
    }, `${address}assets/${wasmWorker}`);
    expect(tried).toEqual({ own: 'TypeError', data: 'TypeError', pageOwn: true, pageWasm: 'CompileError' });
  } finally {
    await browser.close();
  }
});
