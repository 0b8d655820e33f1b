import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, numberIn, plain, waitForCount } from './app-page.ts';
import { press, tabTo } from './by-keyboard.ts';

const openApp = useStoryBrowser({ map: false });

/** Heights become a surface and three designs are made, on a machine that may be busy with other stories. */
const PATIENCE = 240_000;

async function openDuel(widthPixels = 1280): Promise<Page> {
  const { page } = await openApp({
    route: '#/interventions',
    widthPixels,
    heightPixels: 800,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(60_000);
  await page.getByRole('heading', { name: 'Rooftop radio or dig?' }).waitFor();
  await waitForCount(page);
  return page;
}

/** Waits until all that is shown is of the plan as it now is, and gives the headline. */
async function answered(page: Page): Promise<string> {
  await page.locator('#plan-headline').waitFor({ timeout: PATIENCE });
  await page.locator('.dig-run').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.locator('.earlier-line').waitFor({ state: 'detached', timeout: PATIENCE });
  return plain(await page.locator('#plan-headline').innerText());
}

/** The cells of a line of the cards: rooftop radio, dig, hybrid. */
async function cellsOf(page: Page, line: string): Promise<string[]> {
  const body = page.locator('.duel-table tbody', {
    has: page.getByRole('button', { name: line, exact: true }),
  });
  return (await body.first().locator('.duel-cell').allInnerTexts()).map(plain);
}

describe('a duel', () => {
  it('of the worst cluster is made, cancelled, made, chosen, copied, changed, compared and undone by the keyboard alone', {
    timeout: 600_000,
  }, async () => {
    const page = await openDuel();
    expect(await findAxeViolations(page)).toEqual([]);
    await press(page, /^Fetch the demo’s parts$/);
    await page.getByRole('combobox', { name: 'Ward' }).waitFor();

    await tabTo(page, /^Ward$/);
    await page.keyboard.press('ArrowRight');
    await press(page, /^Find the clusters$/);
    await page.getByRole('combobox', { name: 'Cluster' }).waitFor();
    // The way of choosing is called so, too.
    do await tabTo(page, /^Cluster$/);
    while (await page.evaluate(() => document.activeElement?.tagName !== 'SELECT'));
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: /^Design all three for these/ }).waitFor();
    const counted = plain(await page.getByRole('status').filter({ hasText: 'are not-spots' }).innerText());
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /^Design all three for these/);
    await page.locator('#plan-title').waitFor();
    await press(page, /^Cancel$/);
    await page.getByText('Designing was cancelled').waitFor();
    expect(addressParts(page).get('plan')).toBe('plan-1');
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /^Run it: design all three$/);
    const first = await answered(page);
    const [, served, asked] = /for ([\d,]+) of the ([\d,]+) premises asked for/.exec(first) ?? [];
    expect(numberIn(asked)).toBe(numberIn(counted));
    expect(numberIn(served)).toBeGreaterThan(0);
    expect(await findAxeViolations(page)).toEqual([]);
    for (const name of ['Rooftop radio', 'Dig', 'Hybrid'])
      expect(await page.getByRole('columnheader', { name }).count()).toBeGreaterThan(0);

    await press(page, /^To build$/);
    await page.locator('.duel-how').getByText('Definition').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');

    await tabTo(page, /^Rooftop radio/);
    await page.keyboard.press('Space');
    await page.getByText(/^Chosen: rooftop radio\. /).waitFor();
    await expect.poll(() => page.locator('#plan-headline').innerText().then(plain)).toContain('as chosen');

    const even = page.locator('.duel-even strong');
    const before = plain(await even.innerText());
    await tabTo(page, /^A metre of trench/);
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => even.innerText().then(plain)).not.toBe(before);
    await press(page, /^Back to £/);
    await expect.poll(() => even.innerText().then(plain)).toBe(before);

    await tabTo(page, /^Rooftop radio$/);
    await page.keyboard.press('ArrowRight');
    await page.locator('.duel-closer h3').filter({ hasText: 'Dig' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /^Copy this plan$/);
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    await answered(page);
    await press(page, /^Change what is asked$/);
    await tabTo(page, /^Least rate/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1000');
    await page.keyboard.press('Enter');
    await page.getByText('This is of the plan as it was before.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await answered(page);
    const [usable] = await cellsOf(page, 'Usable');
    const [gigabit] = await cellsOf(page, 'Counts as gigabit');
    expect(gigabit).toBe(usable);

    await press(page, /^Compare plans$/);
    await page
      .getByRole('button', { name: 'Compare', exact: true })
      .and(page.locator('[aria-current]'))
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /^Duel$/);
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page, 'To build')).not.toEqual([]);
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: 'One plan' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('is asked for from a ward, and what a refused design lacks is said', { timeout: 300_000 }, async () => {
    const page = await openDuel(360);
    await page.evaluate(() => {
      location.hash = '#/not-spots';
    });
    await page.locator('.ward-link, [data-ward]').first().click();
    await page.getByRole('button', { name: 'What would fix it?' }).click();
    await page.getByRole('heading', { name: 'Rooftop radio or dig?' }).waitFor();
    await page.getByText('Without, no dig, and no trench to a hub.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
