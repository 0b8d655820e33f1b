import { parseArgs } from 'node:util';
import { checks } from './checks.mjs';
import { runChecks } from './run-checks.mjs';
import { LauncherError, runLauncher } from './run-node.mjs';

await runLauncher(async () => runChecks(chosenChecks()));

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
