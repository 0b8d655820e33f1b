import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, numberIn, plain, waitForCount } from './app-page.ts';
import { press, tabTo } from './by-keyboard.ts';

const openApp = useStoryBrowser({ map: false });

/** Heights become a surface and three designs are made, on a machine that may be busy with other stories. */
const PATIENCE = 240_000;

/** Steps of the work that only a search takes, and judging what was found does not. */
const SEARCHING = /^(Looking from each roof|Comparing hubs|Choosing hubs|Describing the route)/;

async function openDuel(widthPixels = 1280): Promise<Page> {
  const { page } = await openApp({
    route: '#/interventions',
    widthPixels,
    heightPixels: 800,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(60_000);
  await page.evaluate(noteSteps);
  await page.addInitScript(noteSteps);
  await page.getByRole('heading', { name: 'Rooftop radio or dig?' }).waitFor();
  await waitForCount(page);
  return page;
}

/** Notes every step of long work that the page tells of. */
function noteSteps(): void {
  const told = new Set<string>();
  Object.assign(window, { told });
  new MutationObserver(() => {
    for (const step of document.querySelectorAll('.progress-line span:first-child'))
      told.add(step.textContent ?? '');
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** The steps told of since the page was opened. */
async function stepsTold(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(window as unknown as { told: Set<string> }).told]);
}

const isClean = async (page: Page): Promise<void> => expect(await findAxeViolations(page)).toEqual([]);

/** Waits until all that is shown is of the plan as it now is, and gives the headline and every line of the cards. */
async function answered(page: Page): Promise<string[]> {
  await page.locator('#plan-headline').waitFor({ timeout: PATIENCE });
  await page.locator('.dig-run').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.locator('.earlier-line').waitFor({ state: 'detached', timeout: PATIENCE });
  const parts = await page.locator('#plan-headline, .duel-table tbody').allInnerTexts();
  return parts.map(plain);
}

/** The cells of a line of the cards, or of a table of differences: rooftop radio, dig, hybrid; before, now, difference. */
async function cellsOf(page: Page, line: string, table = '.duel-table'): Promise<string[]> {
  const body = page.locator(`${table} tbody`, {
    has: page.locator('th', { hasText: new RegExp(`^\\s*${line}`) }),
  });
  return (await body.first().locator('td').allInnerTexts()).map(plain);
}

/** What a lever changed of the running of rooftop radio: before, now, difference. */
async function difference(page: Page, line: string): Promise<string[]> {
  await page.locator('.busted-table').first().waitFor({ timeout: PATIENCE });
  const row = page
    .locator('.busted-table', { has: page.locator('caption', { hasText: 'Rooftop radio' }) })
    .locator('tr', { has: page.locator('th', { hasText: line }) });
  return (await row.locator('td').allInnerTexts()).map(plain);
}

/** Presses what downloads a file, and gives where it lies under its own name. */
async function downloaded(page: Page, name: RegExp): Promise<string> {
  const coming = page.waitForEvent('download');
  await press(page, name);
  const download = await coming;
  const path = join(dirname(await download.path()), `story-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}

/** How often a PDF's structure holds an element of a kind. */
async function printed(page: Page): Promise<(kind: string) => number> {
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const pdf = bytes.toString('latin1');
  expect(pdf).toMatch(/\/Lang \(en/);
  expect(pdf).toContain('/Outlines');
  return (kind) => pdf.match(new RegExp(`/S /${kind}\\b`, 'g'))?.length ?? 0;
}

describe('a duel', () => {
  it('of the worst cluster is fought, eased, copied, compared, printed, undone and kept by the keyboard alone', {
    timeout: 600_000,
  }, async () => {
    const page = await openDuel();
    await isClean(page);
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
    await isClean(page);

    await press(page, /^Design all three for these/);
    await page.locator('#plan-title').waitFor();
    expect(addressParts(page).get('plan')).toBe('plan-1');
    await tabTo(page, /^Cancel$/);
    const milliseconds = await page.evaluate(untilCancelled);
    expect(milliseconds).toBeLessThan(1000);
    await isClean(page);

    await press(page, /^Run it: design all three$/);
    await page.getByRole('progressbar').waitFor();
    await isClean(page);
    const first = await answered(page);
    expect((await stepsTold(page)).filter((step) => SEARCHING.test(step))).not.toEqual([]);
    const [, served, asked] = /for ([\d,]+) of the ([\d,]+) premises asked for/.exec(first[0]) ?? [];
    expect(numberIn(asked)).toBe(numberIn(counted));
    expect(numberIn(served)).toBeGreaterThan(0);
    const heads = await page.locator('.duel-table').first().getByRole('columnheader').allInnerTexts();
    expect(heads.map(plain)).toEqual(['Rooftop radio', 'Dig', 'Hybrid']);
    const name = await page.locator('#plan-title').innerText();
    await press(page, /^To build$/);
    await page.locator('.duel-how').getByText('Definition').first().waitFor();
    await isClean(page);
    await page.keyboard.press('Enter');
    const even = page.locator('.duel-even strong');
    const asDesigned = plain(await even.innerText());
    await tabTo(page, /^A metre of trench/);
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => even.innerText().then(plain)).not.toBe(asDesigned);
    await press(page, /^Back to £/);
    await expect.poll(() => even.innerText().then(plain)).toBe(asDesigned);
    const [runningBefore] = await cellsOf(page, 'To run, a year');
    const [weeksBefore] = await cellsOf(page, 'Weeks to last service');

    // Two barriers are removed: one from the ledger, one from the list of levers.
    await press(page, /^Barriers$/);
    await press(page, /^Work out what each would unlock$/);
    await page
      .getByRole('button', { name: /^Bust it: Relief from business rates/ })
      .waitFor({ timeout: PATIENCE });
    await isClean(page);
    await press(page, /^Bust it: Relief from business rates/);
    const running = await difference(page, 'To run, a year');
    expect(running[0]).toBe(runningBefore);
    expect(running[2]).toMatch(/^−£[\d,]+ better$/);
    await isClean(page);
    await press(page, /^Every lever there is/);
    await press(page, /^Pull: One standard wayleave/);
    await page.getByRole('heading', { name: 'What it changes: One standard wayleave' }).waitFor();
    const weeks = await difference(page, 'Weeks to last service');
    expect(weeks[0]).toBe(weeksBefore);
    expect(weeks[2]).toMatch(/better$/);
    // The second may change the first's line once more: whoever waits for no roof may take others.
    const runningAgain = await difference(page, 'To run, a year');
    if (runningAgain.length > 0) expect(runningAgain[0]).toBe(running[1]);
    await press(page, /^Duel$/);
    const eased = await answered(page);
    expect((await cellsOf(page, 'To run, a year'))[0]).toBe(runningAgain[1] ?? running[1]);
    expect((await cellsOf(page, 'Weeks to last service'))[0]).toBe(weeks[1]);

    await tabTo(page, /^Rooftop radio Hubs/);
    await page.keyboard.press('Space');
    await page.getByText(/^Chosen: rooftop radio\. /).waitFor();
    const chosen = await answered(page);
    expect(chosen[0]).toContain('as chosen');
    const [wholeOfFirst] = await cellsOf(page, 'Build and run, whole term');
    await tabTo(page, /^Rooftop radio$/);
    await page.keyboard.press('ArrowRight');
    await page.locator('.duel-closer h3').filter({ hasText: 'Dig' }).waitFor();
    await isClean(page);

    const onPaper = await printed(page);
    expect(onPaper('H1')).toBe(1);
    expect(onPaper('H2')).toBeGreaterThan(8);
    expect(onPaper('Figure')).toBeGreaterThanOrEqual(3);
    expect(onPaper('Table')).toBeGreaterThanOrEqual(3);
    const html = await downloaded(page, /^Page to print \(HTML\)$/);
    const paper = await page.context().newPage();
    await paper.goto(pathToFileURL(html).href);
    expect(await paper.locator('h1').innerText()).toBe(name);
    const asPage = await printed(paper);
    expect(asPage('H1')).toBe(1);
    expect(asPage('Table')).toBe(await paper.locator('table').count());
    expect(asPage('Figure')).toBeGreaterThanOrEqual(2);
    await paper.close();

    await press(page, /^Copy this plan$/);
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    expect(await answered(page)).toEqual(chosen);
    await press(page, /^Change what is asked$/);
    await tabTo(page, /^Take-up/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await page.getByText('This is of the plan as it was before.').waitFor();
    await isClean(page);
    const changed = await answered(page);
    expect(changed).not.toEqual(chosen);
    const [wholeOfCopy] = await cellsOf(page, 'Build and run, whole term');

    await press(page, /^Compare$/);
    await tabTo(page, new RegExp(`^${name}$`));
    await page.keyboard.press('Space');
    await page.locator('.compared-table').first().waitFor({ timeout: PATIENCE });
    const [ofCopy, ofFirst] = await cellsOf(page, 'Build and run, whole term', '.compared-table');
    expect([ofCopy, ofFirst.slice(0, wholeOfFirst.length)]).toEqual([wholeOfCopy, wholeOfFirst]);
    const [, less] = /−(£[\d,]+), better/.exec(ofFirst) ?? [];
    // Each is rounded to a pound by itself.
    expect(Math.abs(numberIn(less) - (numberIn(ofCopy) - numberIn(ofFirst)))).toBeLessThanOrEqual(1);
    const table = page.getByRole('table', { name: /^Premises of the compared plans/ });
    expect(plain(await table.getByRole('row').nth(1).innerText())).toMatch(/Served as before Radio Radio$/);
    await isClean(page);

    // Back to where it was, and forth again.
    await press(page, /^Duel$/);
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => answered(page)).toEqual(chosen);
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: 'One plan' }).waitFor();
    await isClean(page);
    await press(page, new RegExp(`^${name}$`));
    await page.locator('#plan-title').waitFor();
    expect(await answered(page)).toEqual(chosen);
    await page.keyboard.press('Control+z');
    await expect.poll(() => answered(page)).toEqual(eased);
    for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => answered(page)).toEqual(first);
    for (let step = 0; step < 5; step++) await page.keyboard.press('Control+y');
    await expect.poll(() => answered(page)).toEqual(chosen);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '2 plans' }).waitFor();
    await press(page, /\(copy\)$/);
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor();
    expect(await answered(page)).toEqual(changed);

    const before = readFileSync(await downloaded(page, /^Plan \(GeoJSON\)$/), 'utf8');
    await page.locator('.bar-saved').filter({ hasText: 'Saved' }).waitFor();
    await page.reload();
    await page.locator('#plan-title').filter({ hasText: '(copy)' }).waitFor({ timeout: PATIENCE });
    expect(await answered(page)).toEqual(changed);
    expect((await stepsTold(page)).filter((step) => SEARCHING.test(step))).toEqual([]);
    const after = await downloaded(page, /^Plan \(GeoJSON\)$/);
    expect(readFileSync(after, 'utf8')).toBe(before);
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
    await isClean(page);
  });
});

/** Presses what has the focus, and tells after how many milliseconds the page says that it was cancelled. */
function untilCancelled(): Promise<number> {
  const began = performance.now();
  (document.activeElement as HTMLElement).click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (!document.body.innerText.includes('Designing was cancelled')) return;
      observer.disconnect();
      resolve(performance.now() - began);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}
