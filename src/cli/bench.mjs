import { spawn } from 'node:child_process';
import { ensureBuilt, ensureBundled, ensureInstalled } from './prepare.mjs';
import { projectRoot, runLauncher } from './run-node.mjs';

await runLauncher(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const bundle = await ensureBundled({
    name: 'bench',
    entry: 'tests/bench/main.ts',
    inputs: ['src', 'geodata', 'tests/bench', 'tests/browser', 'tests/builders'],
  });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', bundle, ...process.argv.slice(2)], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
});
