import { parseArgs } from 'node:util';
import { checks } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './prepare.mjs';
import { LauncherError, runLauncher } from './run-node.mjs';
import { addTallies, lastLine } from './tally.mjs';

await runLauncher(async () => {
  const chosen = chosenChecks();
  try {
    if (chosen.some(({ name }) => name === 'stories')) process.env.CHROMIUM_PATH = await ensureChromium();
    await ensureInstalled();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.stdout.write(`${lastLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    return 1;
  }

  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = [];
  for (const { name, run } of chosen) {
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
});

function chosenChecks() {
  let only;
  try {
    only = parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw new LauncherError(
      `${error instanceof Error ? error.message : error}\nUsage: npm test -- [--only unit,stories]`,
    );
  }
  if (only === undefined) return checks;
  const names = only.split(',');
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new LauncherError(
      `There is no check "${unknown[0]}". The checks: ${checks.map(({ name }) => name).join(', ')}.`,
    );
  }
  return checks.filter(({ name }) => names.includes(name));
}
