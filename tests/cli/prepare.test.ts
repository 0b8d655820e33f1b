import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../src/cli/prepare.mjs';

const lockfile = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-for-another-platform': { version: '1.0.0', optional: true },
  },
};

describe('what is installed', () => {
  it('is enough with every package of the lockfile, or all but optional ones', () => {
    expect(isInstalled(lockfile, lockfile)).toBe(true);
    expect(isInstalled(lockfile, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it('is not enough with another version, with one missing, or with nothing', () => {
    expect(isInstalled(lockfile, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(false);
    expect(isInstalled(lockfile, { packages: {} })).toBe(false);
    expect(isInstalled(lockfile, undefined)).toBe(false);
  });
});
