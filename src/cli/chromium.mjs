import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LauncherError, runProgram } from './run-node.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((variable) =>
    join(process.env[variable] ?? 'C:\\', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
};

/**
 * The browser for the stories: `CHROMIUM_PATH`, or an installed Chromium or Chrome.
 * @returns {string | undefined} its path, or nothing when there is none
 * @throws {LauncherError} when `CHROMIUM_PATH` names no program
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runnable(named)) return named;
    throw new LauncherError(`CHROMIUM_PATH is ${named}, which is not a program that can be run.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) =>
      names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const known =
    process.platform === 'darwin' || process.platform === 'win32' ? usualPlaces[process.platform] : [];
  return [...onPath, ...known].find(runnable);
}

/**
 * As {@link findChromium}, but installs Debian's package when run as root on Debian, and otherwise fails with the
 * way to get a browser.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!isDebian() || process.getuid?.() !== 0) throw new LauncherError(howToGetOne);
  process.stderr.write('Installing chromium …\n');
  const updated = await runProgram('apt-get', ['update'], { quiet: true });
  const installed = await runProgram(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { quiet: true, environment: { DEBIAN_FRONTEND: 'noninteractive' } },
  );
  const browser = findChromium();
  if (browser) return browser;
  const said = (updated.output + installed.output).trimEnd().split('\n').slice(-8).join('\n');
  throw new LauncherError(`Installing chromium failed.\n${said}\n${howToGetOne}`);
}

const howToGetOne = [
  'No Chromium or Chrome was found, and the stories run in a real one.',
  '  Debian:       apt-get install --no-install-recommends chromium fonts-dejavu-core',
  '  elsewhere:    install Google Chrome or Chromium',
  '  or name one:  CHROMIUM_PATH=/path/to/chromium npm test',
].join('\n');

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
