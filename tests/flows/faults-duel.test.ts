import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
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
import { answered, askSmallWard, PATIENCE, interventionTopic as topic } from './duel-page.ts';

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
  await enter(page.getByRole('button', { name: 'Work out what each would unlock' }));
  const bust = page.getByRole('button', { name: /^Bust it: / }).first();
  await bust.waitFor({ timeout: PATIENCE });
  await focusIsHeld(page);
  await enter(bust);
  await page.locator('.busted-table').first().waitFor({ timeout: PATIENCE });
  await focusIsHeld(page);
  await enter(page.getByRole('button', { name: 'Close the difference' }));
  await page.locator('.busted-table').first().waitFor({ state: 'detached' });
  await focusIsHeld(page);
  await page.keyboard.press('Control+z');
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
  for (const undone of [true, false]) {
    await enter(page.getByRole('button', { name: 'Copy this plan' }));
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    await focusIsHeld(page);
    if (!undone) break;
    await enter(page.getByRole('button', { name: 'Remove this plan' }));
    await page.getByRole('heading', { name: 'One plan' }).waitFor();
    await focusIsHeld(page);
    await page.locator('[data-plan="plan-1"]').click();
    await answered(page);
  }
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
  await enter(page.getByRole('button', { name: 'Cancel' }));
  await page.getByText('Designing was cancelled').waitFor();
  await focusIsHeld(page);
  await enter(page.getByRole('button', { name: 'Run it: design all three' }));
  await page.getByRole('progressbar').waitFor();
  await focusIsHeld(page);
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
  // Without designs what is asked stands open.
  await again.getByText('Say more before it is designed').waitFor();
  expect(await again.getByLabel('Take-up').inputValue()).toBe('60');

  // The calculation dies without a word.
  await again.clock.install();
  await again.getByRole('button', { name: 'Run it: design all three' }).click();
  await again.getByRole('progressbar').waitFor();
  for (const worker of again.workers()) await worker.evaluate(() => self.close()).catch(() => undefined);
  await again.clock.runFor(31_000);
  // Where it was still being counted whom it asks for, that says the same.
  const working = again.getByRole('group', { name: 'Working the plan out' });
  await working.getByText('The calculation stopped answering.').waitFor();
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
  await page.getByRole('progressbar').waitFor();
  await page.getByText('Nothing could be designed').waitFor({ state: 'detached' });
});

async function openDuel(serviceWorkers: 'allow' | 'block'): Promise<OpenedApp> {
  const app = await browser.open({ route: '#/interventions', reducedMotion: 'reduce', serviceWorkers });
  app.page.setDefaultTimeout(30_000);
  await waitForCount(app.page);
  return app;
}

/** Presses what can be reached by keyboard. */
async function enter(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

/** What had the focus may have gone from the page: something that is near has it now. */
async function focusIsHeld(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('#main') != null)).toBe(true);
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
