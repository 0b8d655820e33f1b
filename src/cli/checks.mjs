import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkLockfile } from './check-lockfile.mjs';
import { foreignAddresses, measureBuild, sizeBudgetKilobytes } from './measure-build.mjs';
import { builtApp, ensureBuilt } from './prepare.mjs';
import { projectRoot, runPackage } from './run-node.mjs';
import { tallyVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally & { said?: string }} Outcome */
/**
 * `beside`: it keeps a processor busy half of the time only, so that its neighbour may run at the same time.
 * @typedef {{ name: string, browser?: boolean, beside?: boolean, run: () => Promise<Outcome> }} Check
 */

/**
 * Everything that "green" means, in the order it is run.
 * @type {Check[]}
 */
export const checks = [
  { name: 'lockfile', run: lockfile },
  {
    name: 'types',
    beside: true,
    run: () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  },
  { name: 'build', beside: true, run: build },
  {
    name: 'worker-types',
    beside: true,
    run: () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'src/workers/tsconfig.json']),
  },
  {
    name: 'lint',
    beside: true,
    run: () => tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  { name: 'dead-code', beside: true, run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'size', run: size },
  { name: 'addresses', run: addresses },
  { name: 'unit', run: () => vitest(['unit', 'unit-alone', 'components', 'components-alone']) },
  { name: 'stories', browser: true, run: () => vitest(['stories']) },
];

/**
 * What is run before a release and takes too long for every change: faults, again and again at other moments.
 * @param {string[]} asked parts of the names of test files; all when there are none
 * @returns {Check[]}
 */
export function faultChecks(asked) {
  return [{ name: 'faults', browser: true, run: () => vitest(['faults'], asked) }];
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));

/**
 * @param {string[]} faults
 * @param {string} [said] to say when there are none
 * @returns {Outcome}
 */
function verdict(faults, said) {
  return faults.length === 0
    ? { passed: 1, failed: 0, skipped: 0, said }
    : { passed: 0, failed: 1, skipped: 0, said: faults.join('\n') };
}

async function lockfile() {
  const locked = readJson('package-lock.json');
  return verdict(
    checkLockfile(locked, readJson('package.json')),
    `${Object.keys(locked.packages).length - 1} packages`,
  );
}

/**
 * @param {string} script
 * @param {string[]} scriptArguments
 */
async function tool(script, scriptArguments) {
  const { code, output } = await runPackage(script, scriptArguments, { quiet: true });
  return verdict(code === 0 ? [] : [output.trim() || `exit code ${code}`]);
}

async function build() {
  await ensureBuilt();
  return verdict([]);
}

async function size() {
  await ensureBuilt();
  const weight = measureBuild(builtApp);
  const faults = /** @type {const} */ (['beforeMap', 'withMap'])
    .filter((part) => weight[part] > sizeBudgetKilobytes[part])
    .map(
      (part) => `${part}: ${weight[part].toFixed(1)} KB gzipped, the budget is ${sizeBudgetKilobytes[part]}`,
    );
  return verdict(
    faults,
    `${weight.beforeMap.toFixed(1)} KB before the map, ${weight.withMap.toFixed(1)} KB with it`,
  );
}

async function addresses() {
  await ensureBuilt();
  return verdict(foreignAddresses(builtApp));
}

/**
 * @param {string[]} projects
 * @param {string[]} [asked] parts of the names of test files
 * @returns {Promise<Outcome>}
 */
async function vitest(projects, asked = []) {
  const report = join(projectRoot, '.cache', `vitest-${projects[0]}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runPackage('vitest/vitest.mjs', [
    'run',
    ...asked,
    ...projects.map((project) => `--project=${project}`),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  let written;
  try {
    written = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    written = undefined;
  }
  return tallyVitest(written, code);
}
