import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { builtApp } from '../../src/cli/prepare.mjs';
import {
  findAxeViolations,
  launchStoryBrowser,
  type OpenedApp,
  type StoryBrowser,
  waitForMap,
  withoutWebGl,
} from '../browser/harness.ts';
import { makeNextRelease } from '../browser/next-release.ts';
import { openSite, type Site } from '../browser/site.ts';
import { makePilot } from '../builders/pilot.ts';
import { goTo, headlineOf, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const NEXT = 'Past the bar';

let site: Site;
/** One without WebGL, and one for the story that looks at the map. */
let plain: StoryBrowser;
let graphic: StoryBrowser;
let folder: string;
/** The built app as a later release, and that with a service worker that fails to install. */
let next: string;
let broken: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-next-'));
  next = join(folder, 'next');
  broken = join(folder, 'broken');
  await makeNextRelease(builtApp, next, NEXT);
  await makeNextRelease(builtApp, broken, 'Broken');
  appendFileSync(
    join(broken, 'sw.js'),
    "\naddEventListener('install', (event) => event.waitUntil(Promise.reject(new Error('broken'))));\n",
  );
  site = await openSite(builtApp);
  const at = { address: site.address, chromiumPath: inject('chromiumPath') };
  plain = await launchStoryBrowser({ ...at, chromiumArguments: withoutWebGl });
  graphic = await launchStoryBrowser(at);
});

beforeEach(() => {
  site.directory = builtApp;
  site.isDown = false;
  site.fault = () => null;
});

afterAll(async () => {
  const opened = [...plain.opened, ...graphic.opened];
  const networks = [await plain.close(), await graphic.close()];
  await site.close();
  rmSync(folder, { recursive: true, force: true });
  expect({
    pageErrors: opened.flatMap(({ pageErrors }) => pageErrors),
    policyViolations: opened.flatMap(({ policyViolations }) => policyViolations),
    foreign: networks.flatMap(({ foreign }) => foreign),
    carrying: networks.flatMap(({ carrying }) => carrying),
  }).toEqual({ pageErrors: [], policyViolations: [], foreign: [], carrying: [] });
});

it('the service worker keeps every file of the build but those of hosts', () => {
  const kept = [...readFileSync(join(builtApp, 'sw.js'), 'utf8').matchAll(/url:"([^"]+)"/g)].map(
    ([, path]) => path,
  );
  const built = readdirSync(builtApp, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(builtApp, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const others = built.filter((path) => !kept.includes(path) && !path.startsWith('.vite/'));
  expect(others.sort()).toEqual(['404.html', '_headers', 'hosting/nginx.conf', 'sw.js', 'web.config']);
  expect(kept.filter((path) => !built.includes(path))).toEqual([]);
});

describe('without a network', () => {
  it('the app can be installed, and the second visit opens, counts, draws its map and reads files', async () => {
    const { page, context } = await openKept(graphic);
    const cdp = await context.newCDPSession(page);
    const { errors, manifest } = await cdp.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(manifest).toMatchObject({ startUrl: site.address, display: 'kStandalone' });
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    // Contexts of this browser are private windows.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const online = await headlineOf(page);

    await cutNetwork(context);
    await page.getByText('Everything works without a network').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.reload();
    await waitForCount(page);
    await expect.poll(() => headlineOf(page)).toBe(online);
    await waitForMap(page);
    // Chromium forgets with the reload that it was told so.
    await cutNetwork(context);
    await page.getByText('Everything works without a network').waitFor();
    await goTo(page, 'Data');
    const pilot = makePilot();
    await chooseFiles(page, [
      { name: 'wards.geojson', text: pilot.wardsGeoJson },
      { name: 'premises.csv', text: pilot.premisesCsv },
      { name: 'gigabit.geojson', text: pilot.gigabitGeoJson },
    ]);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page), { timeout: 20_000 }).toMatch(/of 900 premises/);
    await openPrivacy(page);
    await expect.poll(() => keptAnswer(page), { timeout: 20_000 }).toBe('yes');
    expect(await findAxeViolations(page)).toEqual([]);
    await context.close();
  });

  it('a sign-in page in place of every file is never read: the app opens from what is kept', async () => {
    const { page, context } = await openKept();
    const online = await headlineOf(page);
    site.fault = () => 'html';
    await page.reload();
    await waitForCount(page);
    await expect.poll(() => headlineOf(page)).toBe(online);
    await openPrivacy(page);
    await expect.poll(() => keptAnswer(page), { timeout: 20_000 }).toBe('yes');
    expect(await page.locator('body').innerText()).not.toContain('Sign in to the network');
    await context.close();
  });

  it('a sign-in page in place of one file is not kept in its place: another visit fetches it', async () => {
    site.fault = (path) => (/\/geoparquet-/.test(path) ? 'html' : null);
    const { page, context } = await plain.open({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
    await waitForCount(page);
    await openPrivacy(page);
    await expect.poll(() => keptAnswer(page), { timeout: 20_000 }).toBe('no');
    expect(await findAxeViolations(page)).toEqual([]);
    site.fault = () => null;
    await page.reload();
    await untilKept(page);
    await expect.poll(() => keptAnswer(page), { timeout: 20_000 }).toBe('yes');
    await context.close();
  });
});

it('deleting all data takes the offline copy with it: no cache and no service worker is left', async () => {
  const { page, context } = await openKept();
  expect(await keptReleases(page)).toBe(1);
  // Or the app would be kept anew when it opens as on a first visit.
  site.fault = (path) => (path === '/sw.js' ? 'missing' : null);
  await page.locator('.bar-saved').click();
  await page.getByRole('button', { name: 'Delete all my data …' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('group', { name: 'All your data was deleted from this browser' }).waitFor();
  await waitForCount(page);
  expect(await keptReleases(page)).toBe(0);
  expect(await installed(page)).toBe('');
  await context.close();
});

describe('a new release', () => {
  it('waits, starts with a reload, and leaves the other tab whole on the one before', async () => {
    const { page: first, context } = await openKept();
    const second = await context.newPage();
    await second.goto(site.address);
    await waitForCount(second);
    // What the first release has and the host no longer.
    site.directory = next;
    await askForNewer(first);
    for (const page of [first, second]) await page.getByText('A new version is ready.').waitFor();
    expect(await findAxeViolations(first)).toEqual([]);
    await second.getByRole('button', { name: 'Later' }).click();
    await second.getByText('A new version is ready.').waitFor({ state: 'detached' });
    await second.reload();
    await waitForCount(second);
    expect(await releaseShown(second), 'a plain reload opens the release before').toBe('Skip to the numbers');

    await untilQuiet(first, second);
    await first.getByRole('button', { name: 'Reload now' }).click();
    await untilNext(first);
    await waitForCount(first);
    await second.getByText('This tab shows an older version.').waitFor();
    expect(await findAxeViolations(second)).toEqual([]);
    site.asked.length = 0;
    // Parts that the old tab has not fetched yet: of the page, and of its worker.
    await second.getByRole('link', { name: 'Accessibility statement' }).click();
    await second.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor();
    await goTo(second, 'Data');
    await chooseFiles(second, [{ name: 'point.gpx', text: GPX }]);
    await second.getByRole('heading', { name: 'What became of the files' }).waitFor();
    expect(await second.locator('#panel').innerText()).not.toContain('could not be loaded');
    expect(site.asked.filter((path) => path.startsWith('/assets/'))).toEqual([]);
    for (const [page, other] of [
      [first, await assetsOf(second)],
      [second, await assetsOf(first)],
    ] as const) {
      const own = await assetsOf(page);
      expect(own.length).toBeGreaterThan(10);
      expect(
        own.filter((path) => /\.(?:js|css)$/.test(path) && other.includes(path)),
        'no script of both',
      ).toEqual([]);
    }

    second.on('dialog', (dialog) => void dialog.accept());
    await untilQuiet(first, second);
    await second.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect.poll(() => releaseShown(second), { timeout: 30_000 }).toBe(NEXT);
    await expect.poll(() => keptReleases(second), { timeout: 20_000 }).toBe(1);
    await cutNetwork(context);
    await second.reload();
    await expect.poll(() => releaseShown(second), { timeout: 30_000 }).toBe(NEXT);
    // What was read in the old release is there in the new one.
    await second.getByText('point.gpx').first().waitFor();
    await context.close();
  });

  it('that fails to install is not noticed: the one before goes on, and a mended one comes', async () => {
    const { page, context } = await openKept();
    const cdp = await context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    const stillBefore = async (): Promise<void> => {
      await page.reload();
      await waitForCount(page);
      expect(await releaseShown(page)).toBe('Skip to the numbers');
      // Until the page has asked for a newer one too.
      await page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).length > 0);
      await expect.poll(() => installed(page), { timeout: 30_000 }).toBe('active');
      expect(await page.locator('#panel').innerText()).not.toMatch(/new version|could not be loaded/);
    };
    // Fails in its install event.
    site.directory = broken;
    await askForNewer(page);
    await stillBefore();
    // Is cut off, so that it cannot even be read.
    site.directory = next;
    site.fault = (path) => (path === '/sw.js' ? 'cut' : null);
    await askForNewer(page);
    await stillBefore();
    // One of its files is not there.
    site.fault = (path) => (/\/geoparquet-/.test(path) ? 'missing' : null);
    await askForNewer(page);
    await stillBefore();
    // Is killed while it fetches its files.
    site.asked.length = 0;
    site.fault = (path) => (/\/geoparquet-/.test(path) ? 'silence' : null);
    await page.evaluate(() => {
      void navigator.serviceWorker.getRegistration().then((registration) => registration?.update());
    });
    await expect
      .poll(() => site.asked.some((path) => /\/geoparquet-/.test(path)), { timeout: 20_000 })
      .toBe(true);
    await cdp.send('ServiceWorker.stopAllWorkers');
    site.fault = (path) => (/\/geoparquet-/.test(path) ? 'missing' : null);
    await stillBefore();

    site.fault = () => null;
    await askForNewer(page);
    await page.getByText('A new version is ready.').waitFor();
    await untilQuiet(page);
    await page.getByRole('button', { name: 'Reload now' }).click();
    await untilNext(page);
    await waitForCount(page);
    await context.close();
  });

  it('opens where the browser lost the files it kept of the one before', async () => {
    const { page, context } = await openKept();
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    site.directory = next;
    await page.reload();
    await waitForCount(page);
    expect(await releaseShown(page)).toBe(NEXT);
    await context.close();
  });
});

const GPX =
  '<gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="52.93" lon="-0.83"><name>Mast</name></wpt></gpx>';

/** A page whose browser keeps the app. */
async function openKept(browser = plain): Promise<OpenedApp> {
  const app = await browser.open({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
  app.page.setDefaultTimeout(20_000);
  await waitForCount(app.page);
  await untilKept(app.page);
  return app;
}

async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
}

/**
 * Until no page asks for anything. What drives the browser here is attached to its service workers too, and Chromium ends
 * such a one, when the next takes over, even in the middle of an answer, which then never comes.
 */
async function untilQuiet(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.waitForLoadState('networkidle');
}

async function cutNetwork(context: BrowserContext): Promise<void> {
  site.isDown = true;
  await context.setOffline(false);
  await context.setOffline(true);
}

/** Asks the host for a newer release and waits for how that ends. */
async function askForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    try {
      await registration?.update();
    } catch {
      return;
    }
    const coming = registration?.installing;
    if (!coming) return;
    await new Promise<void>((resolve) => {
      coming.addEventListener('statechange', () => resolve());
    });
  });
}

async function openPrivacy(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Privacy' }).click();
  await page.getByRole('heading', { name: 'Your files stay in this browser' }).waitFor();
}

async function keptAnswer(page: Page): Promise<string> {
  return page.locator('li', { hasText: 'Opens without a network:' }).locator('.badge').innerText();
}

/** In which states the browser has service workers. */
function installed(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (['installing', 'waiting', 'active'] as const).filter((state) => registration?.[state]).join();
  });
}

/** The words in which the two releases differ. */
async function releaseShown(page: Page): Promise<string | null> {
  return page.evaluate(() => document.querySelector('.skip')?.textContent ?? null).catch(() => null);
}

/** Until the next release is on show. Where it took over late the one before opens once more, says so and offers a reload. */
async function untilNext(page: Page): Promise<void> {
  const offered = page.getByRole('button', { name: 'Reload', exact: true });
  await expect
    .poll(
      async () => {
        const shown = await releaseShown(page);
        if (shown !== NEXT) await offered.click({ timeout: 500 }).catch(() => undefined);
        return shown;
      },
      { timeout: 40_000 },
    )
    .toBe(NEXT);
}

function assetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/')),
  );
}

function keptReleases(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).length);
}
