import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/cli/run-node.mjs';

const readJson = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));
const manifest = readJson('package.json');
const packages: Record<
  string,
  { license?: string; dev?: boolean; hasInstallScript?: boolean; engines?: { node?: string } }
> = readJson('package-lock.json').packages;

/** Licences under which a package may be shipped inside the app; all allow use in a council's own work. */
const allowedLicences = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
  'CC0-1.0',
  // The Eclipse Distribution License is the text of BSD-3-Clause.
  'EDL-1.0',
];

/** Packages whose manifest names no licence, and where it stands instead. */
const licenceElsewhere: Record<string, string> = {
  'node_modules/@mapbox/jsonlint-lines-primitives':
    'MIT: the README of its repository, and the manifest of 2.0.3',
  'node_modules/arc': 'BSD-2-Clause: its LICENSE.md, and "licenses" in its manifest',
  'node_modules/splaytree-ts': 'BSD-3-Clause: its LICENSE; the manifest misspells it',
};

/** Packages without code whose files the build copies into the app: shipped, though nothing imports them at run time. */
const copiedByBuild = ['node_modules/@fontsource-variable/atkinson-hyperlegible-next'];

describe('the packages', () => {
  const shipped = Object.entries(packages).filter(
    ([path, { dev }]) => path !== '' && (!dev || copiedByBuild.includes(path)),
  );

  it('that are shipped have a licence of the list', () => {
    expect(copiedByBuild.filter((path) => !(path in packages))).toEqual([]);
    expect(shipped.length).toBeGreaterThan(Object.keys(manifest.dependencies).length - 1);
    const others = shipped.filter(
      ([path, { license }]) => !isAllowed(license ?? '') && !(path in licenceElsewhere),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
    expect(isAllowed('(MIT OR GPL-3.0)') && !isAllowed('GPL-3.0') && !isAllowed('MIT AND GPL-3.0')).toBe(
      true,
    );
  });

  it('at run time are at most 25', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(25);
  });

  it('are asked for in one exact version each', () => {
    const asked = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-build\d+)?$/.test(version))).toEqual([]);
  });

  it('that are shipped run nothing when installed', () => {
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it('run on Node 20', () => {
    const needsNewer = Object.entries(packages).filter(
      ([, { engines }]) => !admitsNode20(engines?.node ?? '*'),
    );
    expect(needsNewer.map(([path]) => path)).toEqual([]);
    expect(admitsNode20('>=23.5.0 || ^20.17.0')).toBe(true);
    expect(admitsNode20('>=22.12.0') || admitsNode20('^18 || ^22')).toBe(false);
  });
});

/** An SPDX expression without nested brackets. */
function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowedLicences.includes(licence)));
}

/** Whether a range of engine versions holds Node 20.19, the oldest we promise. */
function admitsNode20(range: string): boolean {
  return range.split('||').some((alternative) => {
    const [, sign, majorText, minorText] = /^\s*(>=|\^|~)?\s*v?(\d+)(?:\.(\d+))?/.exec(alternative) ?? [];
    if (majorText === undefined) return alternative.trim() === '*';
    const major = Number(majorText);
    const minor = Number(minorText ?? 0);
    return (sign === '>=' && major < 20) || (major === 20 && minor <= 19);
  });
}
