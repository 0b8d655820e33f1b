import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, numberIn, plain, waitForCount } from './app-page.ts';
import { press, tabTo } from './by-keyboard.ts';

const openApp = useStoryBrowser();

/** Streets become a network and a route is found, on a machine that may be busy with other stories. */
const PATIENCE = 120_000;

async function openDig(widthPixels = 1280): Promise<Page> {
  const { page } = await openApp({
    route: '#/interventions?about=dig',
    widthPixels,
    heightPixels: 800,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(30_000);
  await page.getByRole('heading', { name: 'Streets are needed' }).waitFor();
  await waitForCount(page);
  await waitForMap(page);
  return page;
}

/** Waits until the route is refined, and gives the headline. */
async function refined(page: Page): Promise<string> {
  await page.locator('#dig-headline').waitFor({ timeout: PATIENCE });
  await page.locator('.dig-earlier').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.locator('.dig-run').waitFor({ state: 'detached', timeout: PATIENCE });
  return plain(await page.locator('#dig-headline').innerText());
}

describe('a dig', () => {
  it('is designed for a ward, questioned, undone and handed over by the keyboard alone', async () => {
    const page = await openDig();
    expect(await findAxeViolations(page)).toEqual([]);
    await press(page, /^Fetch the demo’s streets$/);
    await page.getByRole('combobox', { name: 'Ward' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    // The way of choosing is called so too, and stands before the list.
    await tabTo(page, /^Ward$/);
    await page.keyboard.press('Tab');
    for (let ward = 0; ward < 3; ward++) await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: /^Design a dig to these/ }).waitFor();
    const counted = plain(await page.getByRole('status').filter({ hasText: 'are not-spots' }).innerText());
    await press(page, /^Design a dig to these/);
    await page.locator('.root-list li').first().waitFor();
    expect(addressParts(page).get('design')).toBe('dig-1');
    expect(await findAxeViolations(page)).toEqual([]);

    await press(page, /^Run it/);
    const first = await refined(page);
    const [, served, asked] = /for ([\d,]+) of the ([\d,]+) premises asked for/.exec(first) ?? [];
    expect(numberIn(asked)).toBe(numberIn(counted));
    expect(numberIn(served)).toBeGreaterThan(0);
    expect(first).toMatch(/Between £[\d,]+ and £[\d,]+/);
    await waitForMap(page);
    expect(await findAxeViolations(page)).toEqual([]);

    const table = page.getByRole('table', { name: 'Streets of the dig' });
    const name = plain(await table.getByRole('row').nth(1).getByRole('rowheader').innerText());
    await tabTo(page, new RegExp(`^${name}$`));
    await page.keyboard.press('Enter');
    await page.locator('#street-title').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const blocked = await refined(page);
    expect(blocked).not.toBe(first);
    await page.getByText(/; blocked by you$/).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('#dig-headline').innerText().then(plain)).toBe(first);
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.locator('#dig-headline').innerText().then(plain)).toBe(blocked);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('#dig-headline').innerText().then(plain)).toBe(first);

    const coming = page.waitForEvent('download');
    await press(page, /^Design \(GeoJSON\)$/);
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/dig.*fictional.*\.geojson$/);
    const written = JSON.parse(readFileSync(await download.path(), 'utf8')) as { features: unknown[] };
    expect(written.features.length).toBeGreaterThan(0);
  });

  it('is asked for from a ward, from a drawn shape and from a list, and kept over a reload', async () => {
    const page = await openDig(768);
    await page.getByRole('button', { name: 'Fetch the demo’s streets' }).click();
    await page.getByRole('combobox', { name: 'Ward' }).waitFor();

    await page.getByRole('radio', { name: 'Shape' }).check({ force: true });
    await page.getByRole('button', { name: 'Draw it on the map' }).click();
    await page.getByText('Choose the corners of the shape, one after the other').waitFor();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press('Enter');
      await page.keyboard.press(key);
      await waitForMap(page);
    }
    await page.keyboard.press('Escape');
    const corners = await page.getByRole('textbox', { name: 'Corners' }).inputValue();
    expect(corners.split('\n')).toHaveLength(3);

    await page.getByRole('radio', { name: 'List' }).check({ force: true });
    await page.getByRole('textbox', { name: 'UPRNs or postcodes' }).fill('no such thing');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByText(/^No premises are named/).waitFor();

    await page.evaluate(() => {
      location.hash = '#/not-spots';
    });
    await page.locator('.ward-link, [data-ward]').first().click();
    await page.getByRole('button', { name: 'What would fix it?' }).click();
    await page.getByRole('button', { name: /^Design all three for these/ }).waitFor();
    await page
      .getByRole('navigation', { name: 'Views of the interventions' })
      .getByRole('button', { name: 'Dig' })
      .click();
    await page.getByRole('button', { name: /^Design a dig to these/ }).click();
    await page.locator('#design-title').waitFor();
    const title = await page.locator('#design-title').innerText();
    await page.locator('.bar-saved').filter({ hasText: 'Saved' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: title }).waitFor({ timeout: PATIENCE });
  });
});
