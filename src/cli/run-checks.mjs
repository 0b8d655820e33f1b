import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './prepare.mjs';
import { addTallies, lastLine } from './tally.mjs';

/**
 * Runs checks and says what became of each; the last line on standard output is their sum.
 * @param {import('./checks.mjs').Check[]} checks
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(checks) {
  try {
    if (checks.some(({ browser }) => browser)) process.env.CHROMIUM_PATH = await ensureChromium();
    await ensureInstalled();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.stdout.write(`${lastLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    return 1;
  }

  const tallies = await runInTurns(checks, async (check) => {
    const started = performance.now();
    const outcome = await check.run().catch((/** @type {unknown} */ error) => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      said: error instanceof Error ? error.message : String(error),
    }));
    report(check.name, outcome, performance.now() - started);
    return outcome;
  });
  const total = addTallies(tallies);
  process.stdout.write(`${lastLine(total)}\n`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * Runs neighbours that may stand beside each other two at a time, and every other check alone; order of the answers is
 * that of the checks.
 * @template {{ beside?: boolean }} T
 * @template R
 * @param {T[]} checks
 * @param {(check: T) => Promise<R>} run
 * @returns {Promise<R[]>}
 */
export async function runInTurns(checks, run) {
  /** @type {R[]} */
  const answers = [];
  let next = 0;
  while (next < checks.length) {
    if (!checks[next].beside) {
      answers[next] = await run(checks[next]);
      next += 1;
      continue;
    }
    const together = async () => {
      while (checks[next]?.beside) {
        const place = next;
        next += 1;
        answers[place] = await run(checks[place]);
      }
    };
    await Promise.all([together(), together()]);
  }
  return answers;
}

/**
 * @param {string} name
 * @param {import('./checks.mjs').Outcome} outcome
 * @param {number} milliseconds
 */
function report(name, outcome, milliseconds) {
  if (outcome.failed > 0 && outcome.said) process.stderr.write(`${outcome.said.trimEnd()}\n`);
  const note = outcome.failed === 0 && outcome.said ? `  ${outcome.said.trim()}` : '';
  const sign = outcome.failed > 0 ? 'FAILED' : 'ok';
  process.stderr.write(
    `${sign}  ${name}: ${lastLine(outcome)} (${(milliseconds / 1000).toFixed(1)} s)${note}\n`,
  );
}
