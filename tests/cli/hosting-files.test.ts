import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { hostingFiles } from '../../src/cli/hosting-files.mjs';
import { securityHeaders } from '../../src/cli/production-headers.mjs';
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
