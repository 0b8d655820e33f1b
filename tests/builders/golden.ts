import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';

/** Compares a text with the file of it in tests/fixtures. Where it differs, the new one is written and the test fails: look at what changed. */
export function expectGolden(text: string, path: string): void {
  const file = join(projectRoot, 'tests', 'fixtures', path);
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (kept !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(kept);
}
