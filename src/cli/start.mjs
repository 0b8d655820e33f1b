import { parseArgs } from 'node:util';
import { basePath, builtApp, ensureBuilt, ensureInstalled } from './prepare.mjs';
import { LauncherError, runLauncher } from './run-node.mjs';
import { serve } from './serve.mjs';

await runLauncher(async () => {
  const port = requestedPort();
  await ensureInstalled();
  await ensureBuilt();
  const server = await serve({ directory: builtApp, port, base: basePath }).catch((error) => {
    throw explained(error, port);
  });
  process.stdout.write(`Notspot is ready at ${server.address.replace(/\/$/, '')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close());
  return 0;
});

function requestedPort() {
  let value;
  try {
    value = parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    throw new LauncherError(
      `${error instanceof Error ? error.message : error}\nUsage: npm start -- [--port 4174]`,
    );
  }
  const text = value ?? process.env.PORT ?? '4173';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new LauncherError(
      `"${text}" is not a port. Give a whole number from 0 to 65535: npm start -- --port 4174`,
    );
  }
  return port;
}

/**
 * @param {unknown} error
 * @param {number} port
 */
function explained(error, port) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new LauncherError(
      `Port ${port} is busy: another program is using it. Stop that program, or pick another port:\n  npm start -- --port ${port + 1}`,
    );
  }
  if (code === 'EACCES') {
    return new LauncherError(
      `Port ${port} may not be used by this account. Pick another: npm start -- --port 4174`,
    );
  }
  return error;
}
