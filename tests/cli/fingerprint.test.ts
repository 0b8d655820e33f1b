import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from '../../src/cli/fingerprint.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notspot-fingerprint-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'b.ts'), 'b');
  writeFileSync(join(root, 'notes.txt'), 'n');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const now = () => fingerprint(root, ['src', 'absent'], 'salt');

it('stays while nothing changes', () => {
  const before = now();
  writeFileSync(join(root, 'notes.txt'), 'changed, but not among the inputs');
  expect(now()).toBe(before);
});

it.each<[string, () => void]>([
  ['a file changes', () => writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'longer')],
  ['a file gets an older date', () => utimesSync(join(root, 'src', 'b.ts'), 1000, 1000)],
  ['a file comes', () => writeFileSync(join(root, 'src', 'c.ts'), '')],
  ['a file goes', () => rmSync(join(root, 'src', 'b.ts'))],
  ['a file moves', () => renameSync(join(root, 'src', 'b.ts'), join(root, 'src', 'deep', 'b.ts'))],
  ['an absent file comes', () => writeFileSync(join(root, 'absent'), '')],
])('changes when %s', (_what, act) => {
  const before = now();
  act();
  expect(now()).not.toBe(before);
});

it('changes with the salt', () => {
  expect(fingerprint(root, ['src'], 'one')).not.toBe(fingerprint(root, ['src'], 'two'));
});
