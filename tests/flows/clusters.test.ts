import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, downloadOf, numberIn, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

async function openDemo(route: string, { widthPixels = 1280, map = true } = {}): Promise<Page> {
  const { page } = await openApp({ route, map, widthPixels, heightPixels: 800, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await waitForCount(page);
  if (map) await waitForMap(page);
  return page;
}

async function sentenceOf(page: Page): Promise<string> {
  return plain(await page.locator('#clusters-headline').innerText());
}

function scatteredIn(sentence: string): number {
  return numberIn(/([\d,]+) (?:is|are) scattered/.exec(sentence)?.[1] ?? '');
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return labels[0]?.textContent ?? element?.textContent ?? '';
    });
    if (focused.trim() === name) return;
  }
  throw new Error(`Tab never reaches "${name}".`);
}

describe('clusters', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openDemo('#/not-spots');
  });

  it('are found, asked for anew, opened and left by the keyboard alone', async () => {
    await tabTo(page, 'Clusters');
    await page.keyboard.press('Enter');
    await page.locator('#clusters-headline').waitFor();
    const before = await sentenceOf(page);
    expect(before).toMatch(/^\d+ clusters hold about [\d,]+ of about [\d,]+ not-spots \([\d.]+ %\); about/);
    expect(await findAxeViolations(page)).toEqual([]);

    await tabTo(page, 'Joined within (metres)');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40');
    await expect.poll(() => addressParts(page).get('distance')).toBe('40');
    await expect.poll(() => sentenceOf(page)).not.toBe(before);
    await waitForCount(page);
    // Nearer together: more are left out.
    expect(scatteredIn(await sentenceOf(page))).toBeGreaterThan(scatteredIn(before));

    const list = page.getByRole('region', { name: 'Largest clusters' });
    const worst = plain(await list.getByRole('button').first().innerText());
    await tabTo(page, worst);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: worst }).waitFor();
    expect(addressParts(page).get('cluster')).toMatch(/^e\d+-n\d+$/);
    await waitForMap(page);
    expect(await findAxeViolations(page)).toEqual([]);
    const row = page.getByRole('region', { name: 'Clusters: table' }).locator('tr[aria-current]');
    await expect.poll(async () => plain(await row.innerText())).toContain(worst);

    await page.keyboard.press('Escape');
    await list.waitFor();
    expect(addressParts(page).get('cluster')).toBe(null);
  });

  it('lead from the table to the cluster, and leave in files whose sums are the count', async () => {
    // The clusters of the story before, joined within 40 m.
    await page.locator('#clusters-headline').waitFor();
    const { text, fileName } = await downloadOf(page, /clusters \(GeoJSON\)/);
    expect(fileName).toMatch(/clusters-fictional\.geojson$/);
    const shapes = JSON.parse(text);
    const inClusters = shapes.features.reduce(
      (sum: number, one: { properties: { not_spots: number } }) => sum + one.properties.not_spots,
      0,
    );
    expect(inClusters + shapes.scattered_not_spots).toBe(shapes.all_not_spots);
    expect(numberIn(await sentenceOf(page))).toBe(shapes.features.length);

    const table = page.getByRole('region', { name: 'Clusters: table' });
    const name = plain(await table.locator('tbody tr[data-row="1"] th button').innerText());
    await table.locator('tbody tr[data-row="1"] th button').click();
    await page.getByRole('article', { name }).waitFor();
    const { text: csv } = await downloadOf(page, /premises \(CSV\)/);
    const ids = new Set(
      csv
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',')[0]),
    );
    expect(ids.size).toBe(shapes.features[1].properties.rows);
    await page.getByRole('button', { name: 'Mark it on the map' }).click();
    await page.getByRole('heading', { name: 'Nearest covered premises' }).first().waitFor();
    await waitForMap(page);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('are listed on a phone without scrolling sideways, and open by the address', async () => {
    const phone = await openDemo('#/not-spots?view=clusters', { widthPixels: 360 });
    await phone.locator('#clusters-headline').waitFor();
    expect(await findAxeViolations(phone)).toEqual([]);
    const sideways = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const second = phone
      .getByRole('region', { name: 'Largest clusters' })
      .locator('button[data-cluster]')
      .nth(1);
    const name = plain(await second.innerText());
    await second.click();
    await phone.getByRole('article', { name }).waitFor();
    const route = new URL(phone.url()).hash;
    await phone.goto('about:blank');
    const again = await openDemo(route, { widthPixels: 360, map: false });
    await again.getByRole('article', { name }).waitFor();
  });
});
