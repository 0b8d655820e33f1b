import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './prepare.mjs';
import { addTallies, lastLine } from './tally.mjs';

/**
 * Runs checks one after another and says what became of each; the last line on standard output is their sum.
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

  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = [];
  for (const { name, run } of checks) {
    const started = performance.now();
    const outcome = await run().catch((/** @type {unknown} */ error) => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      said: error instanceof Error ? error.message : String(error),
    }));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (outcome.failed > 0 && outcome.said) process.stderr.write(`${outcome.said.trimEnd()}\n`);
    const note = outcome.failed === 0 && outcome.said ? `  ${outcome.said.trim()}` : '';
    process.stderr.write(
      `${outcome.failed > 0 ? 'FAILED' : 'ok'}  ${name}: ${lastLine(outcome)} (${seconds} s)${note}\n`,
    );
    tallies.push(outcome);
  }
  const total = addTallies(tallies);
  process.stdout.write(`${lastLine(total)}\n`);
  return total.failed > 0 ? 1 : 0;
}
