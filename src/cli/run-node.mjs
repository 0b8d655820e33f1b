import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `package.json`, found from here or from the bundle this has become part of. */
export const projectRoot = folderWithManifest(dirname(fileURLToPath(import.meta.url)));

/** A failure whose message is all that a person needs; launchers print it without a stack. */
export class LauncherError extends Error {}

/**
 * Runs a program in the project's folder. What it prints goes to our standard error, so that standard output stays
 * free for results; `quiet` keeps it back and returns it.
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ quiet?: boolean, environment?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 1 when the program could not be started
 */
export function runProgram(command, commandArguments, { quiet = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a JavaScript file of an installed package with this Node.
 * @param {string} script path below `node_modules`
 * @param {string[]} scriptArguments
 * @param {{ quiet?: boolean, environment?: Record<string, string> }} [options]
 */
export function runPackage(script, scriptArguments, options) {
  return runProgram(
    process.execPath,
    [join(projectRoot, 'node_modules', script), ...scriptArguments],
    options,
  );
}

/**
 * Runs npm: the one that started us when there is one, else the one beside Node or on the path.
 * @param {string[]} npmArguments
 * @param {{ quiet?: boolean }} [options]
 */
export function runNpm(npmArguments, options) {
  const started = process.env.npm_execpath;
  if (started && existsSync(started) && /\.c?js$/.test(started)) {
    return runProgram(process.execPath, [started, ...npmArguments], options);
  }
  return process.platform === 'win32'
    ? runProgram('cmd.exe', ['/d', '/c', 'npm', ...npmArguments], options)
    : runProgram('npm', npmArguments, options);
}

/**
 * Runs a launcher's work and turns its failure into one line and exit code 1.
 * @param {() => Promise<number>} work resolves with the exit code
 */
export async function runLauncher(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stack = process.env.NOTSPOT_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
    process.stderr.write(
      error instanceof LauncherError ? `${message}\n${stack}` : `Notspot failed: ${message}\n${stack}`,
    );
    process.exitCode = 1;
  }
}

/**
 * @param {string} folder
 * @returns {string}
 */
function folderWithManifest(folder) {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder;
  return folderWithManifest(dirname(folder));
}
