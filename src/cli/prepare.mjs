import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { LauncherError, projectRoot, runNpm, runPackage } from './run-node.mjs';

/** Where the production build lies. */
export const builtApp = join(projectRoot, 'dist');

/** The path the app is built for and served below, with a slash at both ends. */
export const basePath = `/${(process.env.NOTSPOT_BASE ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

const settings = ['package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/**
 * Installs from the lockfile when what lies in `node_modules` is not what it asks for.
 * @throws {LauncherError} when Node is too old or npm fails
 */
export async function ensureInstalled() {
  requireNode();
  if (isInstalled(readLockfile('package-lock.json'), readLockfile('node_modules/.package-lock.json'))) return;
  report('Installing from the lockfile');
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    quiet: true,
  });
  if (code !== 0) throw new LauncherError(`npm ci failed, so nothing can be built.\n${lastLines(output)}`);
}

/**
 * Whether npm's own record of what it installed holds every package of the lockfile in its version. Packages for
 * other platforms are optional and may be absent.
 * @param {import('./check-lockfile.mjs').Lockfile | undefined} lockfile
 * @param {import('./check-lockfile.mjs').Lockfile | undefined} installed
 */
export function isInstalled(lockfile, installed) {
  if (!lockfile || !installed) return false;
  return Object.entries(lockfile.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * Builds the app into `dist/` when any source changed since the last build.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether it was built now
 */
export function ensureBuilt({ force = false } = {}) {
  return ensureOutput({
    name: 'app',
    inputs: ['src', 'public', 'geodata', 'index.html', ...settings],
    output: join(builtApp, 'index.html'),
    viteArguments: ['build', '--logLevel', 'warn'],
    force,
  });
}

/**
 * Bundles a TypeScript entry for Node when its sources changed, with the installed packages left outside.
 * @param {{ name: string, entry: string, inputs: string[] }} bundle
 * @returns {Promise<string>} the path of the bundle
 */
export async function ensureBundled({ name, entry, inputs }) {
  const folder = join(projectRoot, '.cache', name);
  const output = join(folder, 'main.js');
  await ensureOutput({
    name,
    inputs: [...inputs, ...settings],
    output,
    viteArguments: ['build', '--ssr', entry, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    force: false,
  });
  return output;
}

/** @param {{ name: string, inputs: string[], output: string, viteArguments: string[], force: boolean }} request */
async function ensureOutput({ name, inputs, output, viteArguments, force }) {
  const stamp = join(projectRoot, '.cache', `${name}.stamp`);
  const current = fingerprint(projectRoot, inputs, `${basePath} ${process.version}`);
  if (!force && existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current)
    return false;
  report(`Building the ${name}`);
  rmSync(stamp, { force: true });
  const { code, output: said } = await runPackage('vite/bin/vite.js', viteArguments, {
    quiet: true,
    // A test run that needs the build must not have React's development version in it.
    environment: { NODE_ENV: 'production', VITEST: '' },
  });
  if (code !== 0) throw new LauncherError(`Building the ${name} failed.\n${lastLines(said)}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
  return true;
}

/**
 * @param {string} path
 * @returns {import('./check-lockfile.mjs').Lockfile | undefined}
 */
function readLockfile(path) {
  const full = join(projectRoot, path);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : undefined;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new LauncherError(
    `Notspot needs Node 20.19 or newer, or 22.12 or newer; this is ${process.versions.node}. Install one from nodejs.org.`,
  );
}

/** @param {string} output */
function lastLines(output) {
  return output.trimEnd().split('\n').slice(-30).join('\n');
}

/** @param {string} message */
function report(message) {
  process.stderr.write(`${message} …\n`);
}
