import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLockfile } from '../../src/cli/check-lockfile.mjs';
import { projectRoot } from '../../src/cli/run-node.mjs';

const readJson = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));
const lockfile = () => readJson('package-lock.json');
const manifest = () => readJson('package.json');

describe('the lockfile', () => {
  it('is complete', () => {
    expect(checkLockfile(lockfile(), manifest())).toEqual([]);
  });

  it('holds the platform packages of Linux, macOS and Windows', () => {
    const paths = Object.keys(lockfile().packages);
    for (const tool of [
      '@biomejs/cli',
      '@rolldown/binding',
      '@typescript/typescript',
      '@oxc-parser/binding',
    ]) {
      for (const platform of ['linux-x64', 'darwin-arm64', 'win32-x64']) {
        expect(
          paths.some((path) => path.startsWith(`node_modules/${tool}-${platform}`)),
          `${tool} for ${platform}`,
        ).toBe(true);
      }
    }
  });

  it('is found wanting when npm left a platform package out', () => {
    const wanting = lockfile();
    delete wanting.packages['node_modules/@biomejs/cli-darwin-arm64'];
    expect(checkLockfile(wanting, manifest())).toEqual([
      'node_modules/@biomejs/biome needs @biomejs/cli-darwin-arm64, which has no entry',
    ]);
  });

  it('is found wanting when an indirect dependency has no entry', () => {
    const wanting = lockfile();
    delete wanting.packages['node_modules/scheduler'];
    expect(checkLockfile(wanting, manifest())).toContain(
      'node_modules/react-dom needs scheduler, which has no entry',
    );
  });

  it('is found out of step with package.json', () => {
    const asked = manifest();
    asked.dependencies.react = '18.0.0';
    asked.devDependencies['left-over'] = '1.0.0';
    const faults = checkLockfile(lockfile(), asked);
    expect(faults).toContainEqual(expect.stringContaining('asks for react 18.0.0'));
    expect(faults).toContainEqual(
      expect.stringContaining('asks for left-over 1.0.0, the lockfile holds (nothing)'),
    );
  });

  it('may name no download address, and must hold a checksum for each package', () => {
    const wanting = lockfile();
    wanting.packages['node_modules/react'].resolved = 'https://example.test/react.tgz';
    delete wanting.packages['node_modules/zustand'].integrity;
    expect(checkLockfile(wanting, manifest())).toEqual([
      'node_modules/react names a download address',
      'node_modules/zustand has no integrity',
    ]);
  });

  it('finds a dependency in the folder of the package itself and in those above', () => {
    const nested = (packages: Record<string, object>) =>
      checkLockfile(
        { lockfileVersion: 3, packages: { '': { dependencies: { a: '1' } }, ...packages } },
        { dependencies: { a: '1' } },
      );
    const integrity = 'sha512-x';
    const a = { integrity, dependencies: { b: '1' } };
    expect(nested({ 'node_modules/a': a, 'node_modules/b': { integrity } })).toEqual([]);
    expect(nested({ 'node_modules/a': a, 'node_modules/a/node_modules/b': { integrity } })).toEqual([]);
    expect(nested({ 'node_modules/a': a, 'node_modules/c/node_modules/b': { integrity } })).toEqual([
      'node_modules/a needs b, which has no entry',
    ]);
  });
});
