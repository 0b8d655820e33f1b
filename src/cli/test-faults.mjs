import { faultChecks } from './checks.mjs';
import { runChecks } from './run-checks.mjs';
import { runLauncher } from './run-node.mjs';

await runLauncher(() => runChecks(faultChecks(process.argv.slice(2))));
