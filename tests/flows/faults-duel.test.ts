import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { builtApp } from '../../src/cli/prepare.mjs';
import {
  findAxeViolations,
  launchStoryBrowser,
  type OpenedApp,
  type StoryBrowser,
  withoutWebGl,
} from '../browser/harness.ts';
import { openSite, type Site } from '../browser/site.ts';
import { addressParts, plain, waitForCount } from './app-page.ts';

/** Designs are made, on a machine that may be busy with other stories. */
const PATIENCE = 120_000;

let site: Site;
let browser: StoryBrowser;

beforeAll(async () => {
  site = await openSite(builtApp);
  browser = await launchStoryBrowser({
    address: site.address,
    chromiumPath: inject('chromiumPath'),
    chromiumArguments: withoutWebGl,
  });
});

beforeEach(() => {
  site.isDown = false;
  site.fault = () => null;
});

afterAll(async () => {
  const { opened } = browser;
  const { foreign, carrying } = await browser.close();
  await site.close();
  expect({
    pageErrors: opened.flatMap(({ pageErrors }) => pageErrors),
    policyViolations: opened.flatMap(({ policyViolations }) => policyViolations),
    foreign,
    carrying,
  }).toEqual({ pageErrors: [], policyViolations: [], foreign: [], carrying: [] });
});

it('without WebGL and, from the first use on, without a network a duel is whole; it outlives a reload, a closed tab and a dead worker', {
  timeout: 300_000,
}, async () => {
  const { page, context } = await openDuel('allow');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
  site.isDown = true;
  await context.setOffline(true);
  await page.getByText('Everything works without a network').waitFor();

  // Everything of it: every part that is fetched when it is first used.
  await askSmallWard(page);
  const first = await answered(page);
  await noMapIsSaid(page);
  await topic(page, 'Barriers');
  await page.getByRole('button', { name: 'Work out what each would unlock' }).click();
  const bust = page.getByRole('button', { name: /^Bust it: / }).first();
  await bust.click({ timeout: PATIENCE });
  await page.locator('.busted-table').first().waitFor({ timeout: PATIENCE });
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('button', { name: 'Rank the council’s roofs' }).click();
  await page.locator('.roof-table').first().waitFor({ timeout: PATIENCE });
  await topic(page, 'Cheapest');
  await page.getByRole('button', { name: 'Find the cheapest for each' }).click();
  await page.getByRole('heading', { name: 'How sure it is' }).waitFor({ timeout: PATIENCE });
  await noMapIsSaid(page);
  await topic(page, 'Register');
  await page.getByText(/\d+ of \d+ figures of the plan card and the rate card are assumed/).waitFor();
  await topic(page, 'Duel');
  await expect.poll(() => answered(page)).toEqual(first);
  for (const name of [
    /^Page to print \(HTML\)$/,
    /^Plan \(GeoJSON\)$/,
    /^Map \(KML\)$/,
    /^Bill of quantities \(CSV\)$/,
    /^Comparison \(CSV\)$/,
    /^Premises \(CSV\)$/,
    /^Hubs \(CSV\)$/,
    /^Links \(CSV\)$/,
  ]) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect(readFileSync(await (await coming).path(), 'utf8').length, String(name)).toBeGreaterThan(200);
  }
  await page.getByRole('button', { name: 'Copy this plan' }).click();
  await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
  await topic(page, 'Compare');
  await page.getByRole('checkbox').first().check();
  await page.locator('.compared-table').first().waitFor({ timeout: PATIENCE });
  await noMapIsSaid(page);
  expect(await findAxeViolations(page)).toEqual([]);

  // A reload, and another tab in the stead of one that was closed, while designs are being made anew.
  await topic(page, 'Duel');
  const copied = await answered(page);
  expect(copied).toEqual(first);
  await askTakeUp(page, '60');
  await page.locator('.dig-run').waitFor();
  await saved(page);
  await page.reload();
  await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor({ timeout: PATIENCE });
  const address = page.url();
  expect(addressParts(page).get('plan')).toBe('plan-2');
  await page.getByRole('button', { name: 'Run it: design all three' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.close();
  const again = await context.newPage();
  again.setDefaultTimeout(30_000);
  await again.goto(address);
  await again.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor({ timeout: PATIENCE });
  await again.getByText('Change what is asked').click();
  expect(await again.getByLabel('Take-up').inputValue()).toBe('60');

  // The calculation dies without a word.
  await again.clock.install();
  await again.getByRole('button', { name: 'Run it: design all three' }).click();
  await again.getByRole('progressbar').waitFor();
  for (const worker of again.workers()) await worker.evaluate(() => self.close()).catch(() => undefined);
  await again.clock.runFor(31_000);
  await again.getByText('The calculation stopped answering.').waitFor();
  await again.getByText('Your work is saved in this browser, and is there again after a reload.').waitFor();
  expect(await findAxeViolations(again)).toEqual([]);
  await again.getByRole('button', { name: 'Reload', exact: true }).click();
  await again.getByRole('button', { name: 'Run it: design all three' }).click({ timeout: PATIENCE });
  expect(await answered(again)).not.toEqual(first);
  await again.getByRole('button', { name: 'Back to all plans' }).click();
  await again.locator('[data-plan="plan-1"]').click();
  expect(await answered(again)).toEqual(first);
});

it('a part of a duel that does not arrive is said with what to do, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const { page } = await openDuel('block');
  // One of the worker's, and one of the page's.
  site.fault = (path) => (/\/(?:duel|barriers-panel)-[\w-]+\.js$/.test(path) ? 'missing' : null);
  await askSmallWard(page);
  await page.getByText('Nothing could be designed').waitFor({ timeout: PATIENCE });
  const missing = page.getByRole('alert').filter({ hasText: 'Part of the app could not be loaded' });
  await missing.first().waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await topic(page, 'Barriers');
  await missing.getByText('The rest still works').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await saved(page);
  site.fault = () => null;
  await missing.getByRole('button', { name: 'Reload' }).last().click();
  await page.getByRole('heading', { name: 'Barriers and levers' }).waitFor({ timeout: PATIENCE });
  await topic(page, 'Duel');
  await page.getByRole('button', { name: 'Run it: design all three' }).click();
  expect((await answered(page)).length).toBeGreaterThan(5);
});

async function openDuel(serviceWorkers: 'allow' | 'block'): Promise<OpenedApp> {
  const app = await browser.open({ route: '#/interventions', reducedMotion: 'reduce', serviceWorkers });
  app.page.setDefaultTimeout(30_000);
  await waitForCount(app.page);
  return app;
}

/** Asks for all three designs of the ward with the fewest not-spots above twenty. */
async function askSmallWard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fetch the demo’s parts' }).click();
  const wards = page.getByRole('combobox', { name: 'Ward' });
  await wards.waitFor({ timeout: PATIENCE });
  const names = await wards.locator('option').allInnerTexts();
  const at = names.findLastIndex((name) => Number(/: ([\d,]+)/.exec(name)?.[1].replace(',', '')) >= 20);
  expect(at).toBeGreaterThan(0);
  await wards.selectOption({ index: at });
  await page.getByRole('button', { name: /^Design all three for these/ }).click();
}

/** Waits until all that is shown is of the plan as it now is, and gives the headline and every line of the cards. */
async function answered(page: Page): Promise<string[]> {
  await page.locator('#plan-headline').waitFor({ timeout: PATIENCE });
  await page.locator('.dig-run').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.locator('.earlier-line').waitFor({ state: 'detached', timeout: PATIENCE });
  return (await page.locator('#plan-headline, .duel-table tbody').allInnerTexts()).map(plain);
}

async function topic(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views of the interventions' })
    .getByRole('button', { name, exact: true })
    .click();
}

/** The map's place says that there is none, and what stands for it: the table, which is there. */
async function noMapIsSaid(page: Page): Promise<void> {
  const map = page.getByRole('region', { name: 'Map', exact: true });
  expect(plain(await map.innerText())).toMatch(
    /^The map cannot be shown on this computer\. It needs WebGL 2.* Every number is in the panel and the table\.$/,
  );
  expect(
    await page
      .getByRole('table', { name: /[Pp]remises/ })
      .locator('.row-button')
      .count(),
  ).toBeGreaterThan(5);
}

async function askTakeUp(page: Page, percent: string): Promise<void> {
  await page.getByText('Change what is asked').click();
  await page.getByLabel('Take-up').fill(percent);
  await page.keyboard.press('Enter');
}

async function saved(page: Page): Promise<void> {
  await page.locator('.bar-saved').filter({ hasText: 'Saved' }).waitFor();
}
