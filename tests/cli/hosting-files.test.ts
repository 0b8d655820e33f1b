import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { hostingFiles } from '../../src/cli/hosting-files.mjs';
import { productionHeaders, securityHeaders, wasmWorkerHeaders } from '../../src/cli/production-headers.mjs';
import { projectRoot } from '../../src/cli/run-node.mjs';

it.each(Object.entries(hostingFiles()))('public/%s says what the local server sends', (name, content) => {
  const path = join(projectRoot, 'public', name);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (present !== content) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  expect(present, `public/${name} differed and was written anew: look at it and commit it`).toBe(content);
});

it.each(Object.entries(hostingFiles()))('public/%s holds every header', (_name, content) => {
  for (const [header, value] of Object.entries(securityHeaders)) {
    expect(content).toContain(header);
    expect(content).toContain(value);
  }
});

it.each(Object.entries(hostingFiles()))(
  'public/%s gives one folder the policy of WebAssembly',
  (_name, content) => {
    const policy = wasmWorkerHeaders['Content-Security-Policy'];
    expect(policy).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    expect(content.split(policy).length).toBe(2);
    expect(content).toContain('assets/wasm');
  },
);

it('the policy of WebAssembly is sent with files of its folder alone, with all other headers', () => {
  const policyOf = (path: string, status?: number) =>
    productionHeaders(path, status)['Content-Security-Policy'];
  expect(policyOf('/assets/wasm/wasm.worker-abc.js')).toBe(wasmWorkerHeaders['Content-Security-Policy']);
  for (const path of ['/', '/assets/main-abc.js', '/assets/wasm', '/assets/wasm-sqlite-abc.js', '/wasm/a.js'])
    expect(policyOf(path), path).toBe(securityHeaders['Content-Security-Policy']);
  expect(policyOf('/assets/wasm/none.js', 404)).toBe(securityHeaders['Content-Security-Policy']);
  expect({ ...wasmWorkerHeaders, 'Content-Security-Policy': '' }).toEqual({
    ...securityHeaders,
    'Content-Security-Policy': '',
  });
});
