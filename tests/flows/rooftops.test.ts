import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, downloadOf, numberIn, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

/** Heights are laid out and thousands of premises judged, on a machine that may be busy with other stories. */
const PATIENCE = 120_000;

async function openRooftops(widthPixels = 1280): Promise<Page> {
  const { page } = await openApp({
    route: '#/rooftops',
    widthPixels,
    heightPixels: 800,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(30_000);
  await page.getByRole('heading', { name: 'No rooftop sites yet' }).waitFor();
  await waitForMap(page);
  return page;
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return labels[0]?.textContent ?? element?.textContent ?? '';
    });
    if (name.test(plain(focused))) return;
  }
  throw new Error(`Tab never reaches ${String(name)}.`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

describe('rooftops', () => {
  it('are found in the demo, looked out from, raised and left by the keyboard alone', async () => {
    const page = await openRooftops();
    expect(await findAxeViolations(page)).toEqual([]);
    await press(page, /^Fetch the demo’s heights$/);
    await page.locator('.site-list').waitFor();
    await waitForCount(page);
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /tower block$/);
    await page.locator('#site-title').waitFor();
    expect(addressParts(page).get('site')).toBeTruthy();
    await press(page, /^Show its reach$/);
    await page.getByRole('heading', { name: 'Choose a radio' }).waitFor();
    await press(page, /^Use this radio/);
    await page.locator('#reach-headline').waitFor({ timeout: PATIENCE });
    await waitForMap(page);
    expect(await findAxeViolations(page)).toEqual([]);

    const sentence = plain(await page.locator('#reach-headline').innerText());
    const served = numberIn(sentence);
    const all = numberIn(/of ([\d,]+) premises/.exec(sentence)?.[1] ?? '');
    const qualities = page.getByRole('list', { name: 'Premises by quality' }).locator('.number');
    const counts = (await qualities.allInnerTexts()).map(numberIn);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThan(all);

    await tabTo(page, /^Mast above the roof/);
    const before = plain(await page.getByText(/^From \d+ m:/).innerText());
    for (let metres = 0; metres < 5; metres++) await page.keyboard.press('ArrowRight');
    const after = plain(await page.getByText(/^From \d+ m:/).innerText());
    expect(numberIn(after)).toBe(numberIn(before) + 5);
    expect(numberIn(after.split(': ')[1])).toBeGreaterThanOrEqual(served);
    await press(page, /^Give the site this mast$/);
    await page.getByText('This is the reach found before.').waitFor({ state: 'detached', timeout: PATIENCE });
    // The curve foretold what the same question counts.
    expect(numberIn(await page.locator('#reach-headline').innerText())).toBe(numberIn(after.split(': ')[1]));

    const { fileName, text } = await downloadOf(page, /premises \(CSV\)/i);
    expect(fileName).toContain('reach');
    expect(text.trim().split('\r\n')).toHaveLength(
      Number(await page.getByRole('table', { name: 'Premises in reach' }).getAttribute('aria-rowcount')),
    );
  });

  it('are placed at the cross, undone, and asked from a premises', async () => {
    const page = await openRooftops(768);
    await page.getByRole('button', { name: 'Fetch the demo’s heights' }).first().click();
    await page.locator('.site-list').waitFor();
    await press(page, /^Place it on the map$/);
    await page.getByText('Choose where the site stands').waitFor();
    await page.keyboard.press('ArrowRight');
    await waitForMap(page);
    await page.keyboard.press('Enter');
    await page.locator('#site-title').waitFor();
    const name = plain(await page.locator('#site-title').innerText());
    await page.keyboard.press('Control+z');
    await page.locator('.site-list').waitFor();
    expect(await page.locator('.site-list').innerText()).not.toContain(name);
    await page.getByRole('button', { name: 'From a premises' }).click();
    await page
      .getByRole('button', { name: /^Use this radio/ })
      .first()
      .click();
    const field = page.getByRole('combobox', { name: 'Find a premises or postcode' });
    await field.fill('52.9358, -0.79');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#sees-headline').waitFor({ timeout: PATIENCE });
    expect(await findAxeViolations(page)).toEqual([]);
    expect(addressParts(page).has('premises')).toBe(false);
    await page
      .getByRole('button', { name: /^Show the link/ })
      .first()
      .click();
    await page.locator('[aria-current="page"]', { hasText: 'One link' }).waitFor();
    // One end is a premises: it is in no address.
    expect(addressParts(page).get('from')).toBeTruthy();
    expect(addressParts(page).get('to')).toBe(null);
  });
});
