import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/cli/production-headers.mjs';
import { projectRoot } from '../../src/cli/run-node.mjs';

// Here rather than beside the other tests of src/cli because the launchers need the built app.

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function launch(name: string, launcherArguments: string[]) {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'src', 'cli', `${name}.mjs`), ...launcherArguments],
    {
      cwd: projectRoot,
      env: { ...process.env, NOTSPOT_DEBUG: '' },
    },
  );
  started.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
  return { child, said, ended };
}

describe('npm start', () => {
  it('prints its address when it answers there, and ends cleanly', async () => {
    const { child, said, ended } = launch('start', ['--port', '0']);
    await expect
      .poll(() => said.stdout, { timeout: 60_000 })
      .toMatch(/^Notspot is ready at http:\/\/localhost:\d+\n$/);
    const address = said.stdout.trim().split(' ').at(-1) ?? '';
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(securityHeaders['Content-Security-Policy']);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('names a busy port and the way to another, without a stack', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    const { code, stdout, stderr } = await launch('start', ['--port', String(port)]).ended;
    holder.close();
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Port ${port} is busy`);
    expect(stderr).toContain(`npm start -- --port ${port + 1}`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(['http', '70000', '-1'])('refuses %s as a port', async (port) => {
    const { code, stderr } = await launch('start', [`--port=${port}`]).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`"${port}" is not a port`);
  });
});

describe('npm test', () => {
  it('refuses a check that it does not have, and names those it has', async () => {
    const { code, stderr } = await launch('test', ['--only', 'unit,everything']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('There is no check "everything"');
    expect(stderr).toContain('lockfile, types');
  });

  it('ends with the counts', async () => {
    const { code, stdout } = await launch('test', ['--only', 'lockfile']).ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1 passed, 0 failed\n' });
  });
});

describe('npm run notspot', () => {
  it('keeps standard output for results and shows no stack', async () => {
    const { code, stdout, stderr } = await launch('notspot', ['no-such-command']).ended;
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('no-such-command');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
