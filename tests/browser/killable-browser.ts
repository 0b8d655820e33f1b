import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { usualArguments } from './harness.ts';

/** A browser over a folder that outlives it, whose process is ours to kill. */
export interface KillableBrowser {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly pageErrors: string[];
  /** Ends it as the power does; resolves when its processes are gone. */
  kill(): Promise<void>;
  /** Ends it in order. */
  close(): Promise<void>;
}

/** Starts a browser over a profile's folder, and opens a page in it. */
export async function launchKillable(options: {
  readonly chromiumPath: string;
  readonly folder: string;
  /** Added to the usual ones. */
  readonly chromiumArguments?: readonly string[];
}): Promise<KillableBrowser> {
  const { chromiumPath, folder, chromiumArguments = [] } = options;
  const portFile = join(folder, 'DevToolsActivePort');
  for (const name of ['DevToolsActivePort', 'SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(folder, name), { force: true });
  const arguments_ = [
    ...usualArguments,
    '--disable-gpu',
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    ...chromiumArguments,
  ];
  const child = spawn(chromiumPath, [...arguments_, 'about:blank'], { stdio: 'ignore', detached: true });
  const port = await portOf(child, portFile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  page.setDefaultTimeout(20_000);
  const pageErrors: string[] = [];
  context.on('weberror', (error) => pageErrors.push(String(error.error())));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    page,
    context,
    pageErrors,
    kill: async () => {
      // Its own group: the browser and the processes it started.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await Promise.race([gone, wait(10_000)]);
      if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

async function portOf(child: ChildProcess, portFile: string): Promise<number> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The browser ended at once (${child.exitCode}).`);
    try {
      const port = Number(readFileSync(portFile, 'utf8').split('\n')[0]);
      if (port > 0) return port;
    } catch {
      // Not written yet.
    }
    await wait(100);
  }
  throw new Error('The browser does not say where it listens.');
}
