import { builtApp, ensureBuilt, ensureInstalled } from './prepare.mjs';
import { runLauncher } from './run-node.mjs';

await runLauncher(async () => {
  await ensureInstalled();
  await ensureBuilt({ force: true });
  process.stdout.write(`${builtApp}\n`);
  return 0;
});
