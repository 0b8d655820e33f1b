import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findChromium } from '../../src/cli/chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-chromium-'));
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

it('takes the one that CHROMIUM_PATH names before any other', () => {
  program('chromium');
  const named = program('my-browser');
  vi.stubEnv('CHROMIUM_PATH', named);
  expect(findChromium()).toBe(named);
});

it('says so when CHROMIUM_PATH names nothing, rather than taking another', () => {
  program('chromium');
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'gone'));
  expect(() => findChromium()).toThrow(/CHROMIUM_PATH is .*gone, which is not a program/);
});

it.runIf(process.platform === 'linux')('finds an installed Chrome on the path, or nothing', () => {
  expect(findChromium()).toBeUndefined();
  const chrome = program('google-chrome');
  expect(findChromium()).toBe(chrome);
});
