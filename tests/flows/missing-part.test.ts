import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { builtApp } from '../../src/cli/prepare.mjs';
import {
  findAxeViolations,
  launchStoryBrowser,
  type OpenedApp,
  type StoryBrowser,
  withoutWebGl,
} from '../browser/harness.ts';
import { type Fault, openSite, type Site } from '../browser/site.ts';
import { headlineOf, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const FAULTS: readonly Fault[] = ['missing', 'html', 'cut', 'other'];

let site: Site;
/** One without WebGL, and one for the stories about the map. */
let plain: StoryBrowser;
let graphic: StoryBrowser;

beforeAll(async () => {
  site = await openSite(builtApp);
  const at = { address: site.address, chromiumPath: inject('chromiumPath') };
  plain = await launchStoryBrowser({ ...at, chromiumArguments: withoutWebGl });
  graphic = await launchStoryBrowser(at);
});

beforeEach(() => {
  site.fault = () => null;
});

afterAll(async () => {
  const opened = [...plain.opened, ...graphic.opened];
  const foreign = [await plain.close(), await graphic.close()].flatMap((network) => network.foreign);
  await site.close();
  expect({ pageErrors: opened.flatMap(({ pageErrors }) => pageErrors), foreign }).toEqual({
    pageErrors: [],
    foreign: [],
  });
});

describe('a part of the app that does not arrive', () => {
  it.each(FAULTS)('is named, the rest works, a reload brings it: a panel that is %s', async (fault) => {
    spoil(/\/privacy-panel-/, fault);
    const { page, context } = await open();
    await waitForCount(page);
    const counted = await headlineOf(page);
    await page.getByRole('link', { name: 'Privacy' }).click();
    await missing(page).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Not-spots' }).click();
    expect(await headlineOf(page)).toBe(counted);
    await page.getByRole('link', { name: 'Privacy' }).click();
    site.fault = () => null;
    await missing(page).getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { name: 'Your files stay in this browser' }).waitFor();
    await context.close();
  });

  it.each(['cut', 'other'] as const)('a reader in the worker that is %s', async (fault) => {
    spoil(/\/gpx-/, fault);
    const { page, context } = await open('#/data');
    await waitForCount(page);
    await chooseFiles(page, [
      { name: 'point.gpx', text: '<gpx xmlns="http://www.topografix.com/GPX/1/1"/>' },
    ]);
    if (fault === 'other')
      await page
        .getByText(/its reader met something unexpected/)
        .first()
        .waitFor();
    else await missing(page).first().waitFor();
    await context.close();
  });

  it.each(['missing', 'cut'] as const)('the worker that counts, being %s', async (fault) => {
    spoil(/\/compute\.worker-/, fault);
    const { page, context } = await open();
    await missing(page).getByRole('button', { name: 'Reload' }).waitFor();
    await page.getByText('Nothing could be counted').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await context.close();
  });

  it('the map', async () => {
    spoil(/\/create-map-[\w-]+\.js/, 'html');
    const { page, context } = await open('', graphic);
    await waitForCount(page);
    const map = page.getByRole('region', { name: 'Map', exact: true });
    await map.getByText('What draws the map did not arrive whole').waitFor();
    expect(await headlineOf(page)).toMatch(/neither gigabit nor 5G/);
    expect(await findAxeViolations(page)).toEqual([]);
    await context.close();
  });

  it('even the message about it', async () => {
    spoil(/\/(?:privacy-panel|missing-part-notice)-/, 'missing');
    const { page, context } = await open('#/privacy');
    await page.locator('.boundary').first().getByText('Part of the app could not be loaded.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await context.close();
  });

  it('the map’s own worker: the map says that it has not come', async () => {
    spoil(/\/maplibre-gl-worker-/, 'missing');
    const { page, context } = await open('', graphic);
    await page.clock.install();
    await page.reload();
    await waitForCount(page);
    await page.locator('.notspot-map').waitFor();
    await page.clock.runFor(31_000);
    await page.getByText('The map has not come yet.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await context.close();
  });

  it.each(['html', 'cut'] as const)('the demo borough, being %s, is not read', async (fault) => {
    spoil(/borough\.pack/, fault);
    const { page, context } = await open();
    await page.getByText('Nothing could be counted').waitFor();
    await context.close();
  });

  it('the first script: the page itself says so', async () => {
    spoil(/\/assets\/index-[\w-]+\.js/, 'missing');
    const { page, context } = await open();
    await page.getByRole('heading', { name: 'Notspot has not started' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    site.fault = () => null;
    await page.getByRole('link', { name: 'load the page again' }).click();
    await waitForCount(page);
    await context.close();
  });
});

function spoil(name: RegExp, fault: Fault): void {
  site.fault = (path) => (name.test(path) ? fault : null);
}

async function open(route = '', browser = plain): Promise<OpenedApp> {
  const app = await browser.open({ route, reducedMotion: 'reduce' });
  app.page.setDefaultTimeout(20_000);
  return app;
}

function missing(page: Page) {
  return page.getByRole('alert').filter({ hasText: 'Part of the app could not be loaded' });
}
