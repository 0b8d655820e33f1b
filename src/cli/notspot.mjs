#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { ensureBundled, ensureInstalled } from './prepare.mjs';
import { runLauncher } from './run-node.mjs';

await runLauncher(async () => {
  await ensureInstalled();
  const bundle = await ensureBundled({
    name: 'notspot',
    entry: 'src/cli/main.ts',
    inputs: ['src', 'geodata'],
  });
  // npm moves to the project's folder; paths that the person typed mean the folder they typed them in.
  if (process.env.npm_lifecycle_event === 'notspot' && process.env.INIT_CWD)
    process.chdir(process.env.INIT_CWD);
  const { main } = await import(pathToFileURL(bundle).href);
  return main(process.argv.slice(2));
});
