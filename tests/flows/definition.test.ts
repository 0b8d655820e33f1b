import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { useStoryBrowser } from '../browser/story.ts';
import {
  addressParts,
  disclose,
  downloadOf,
  downloadWards,
  headlineNumber,
  headlineOf,
  numberIn,
  plain,
  readTable,
  waitForCount,
} from './app-page.ts';

const openApp = useStoryBrowser({ map: false });

async function openDemo(route = ''): Promise<Page> {
  const { page } = await openApp({ route, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await waitForCount(page);
  return page;
}

/** Waits for the sentence to end so, then holds every other place that tells the number to it. */
async function expectEverywhere(page: Page, words: string, recipe: string): Promise<number> {
  await expect.poll(() => headlineOf(page), { timeout: 15_000 }).toContain(` have ${words}`);
  await waitForCount(page);
  const notSpots = await headlineNumber(page);
  const table = await readTable(page);
  expect(numberIn(table.total['Not-spots'])).toBe(notSpots);
  expect(addressParts(page).get('recipe')).toBe(recipe);
  const legend = plain(await page.getByRole('region', { name: 'Map key' }).innerText());
  expect(legend).toContain(notSpots.toLocaleString('en-GB'));
  const status = page.getByRole('status').filter({ hasText: words });
  await status.first().waitFor({ state: 'attached' });
  await disclose(page, 'How this is counted');
  await expect
    .poll(async () => plain(await page.locator('.headline-explain').innerText()))
    .toContain(`have ${words} (recipe: ${recipe})`);

  const rows = await downloadWards(page);
  const total = rows.at(-1);
  expect([total?.ward_code, Math.round(Number(total?.not_spots))]).toEqual(['total', notSpots]);
  expect(new Set(rows.map((row) => row.recipe))).toEqual(new Set([recipe]));
  expect(total?.definition).toContain(`have ${words}`);
  expect([total?.sources, total?.remark]).toEqual([
    expect.stringMatching(/\w/),
    expect.stringMatching(/fictional/i),
  ]);
  expect(total?.counted_on).toMatch(/^\d{4}-\d\d-\d\d/);
  const byName = new Map(rows.map((row) => [row.ward_name, row]));
  for (const row of table.rows) {
    const exported = byName.get(row.Ward);
    expect([Number(exported?.premises), Math.round(Number(exported?.not_spots))]).toEqual([
      numberIn(row.Premises),
      numberIn(row['Not-spots']),
    ]);
  }
  return notSpots;
}

describe('the definition', () => {
  // One page for all that begin with the demo's own definition; each leaves it as it found it, but for the last.
  let page: Page;
  beforeAll(async () => {
    page = await openDemo();
  });

  it('that is not one is refused by name, and nothing changes', async () => {
    const before = await headlineOf(page);
    await disclose(page, 'Write it in words');
    const field = page.getByLabel('Recipe', { exact: true });
    const inForce = await field.inputValue();
    for (const [recipe, words] of [
      ['no gigabyte', /gigabyte/],
      ['no gigabit and', /./],
      ['(no gigabit', /./],
      ['__proto__', /__proto__/],
      ['no constructor', /constructor/],
    ] as const) {
      await field.fill(inForce);
      expect(await field.getAttribute('aria-invalid'), inForce).not.toBe('true');
      await field.fill(recipe);
      expect(await field.getAttribute('aria-invalid'), recipe).toBe('true');
      const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
      const said = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
      expect(said.at(-1), recipe).toMatch(words);
      await field.press('Enter');
      expect(await headlineOf(page), recipe).toBe(before);
      expect(await page.getByRole('button', { name: 'Nothing to undo' }).count(), recipe).toBe(1);
    }
  });

  it('is written in words', async () => {
    await disclose(page, 'Write it in words');
    const field = page.getByLabel('Recipe', { exact: true });
    await field.fill('no gigabit and 5g < 2 operators');
    await page.getByRole('button', { name: 'Apply the recipe' }).click();
    await expectEverywhere(
      page,
      'no gigabit and 5G from fewer than two operators',
      'no gigabit and 5g < 2 operators',
    );
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect
      .poll(() => headlineOf(page))
      .toMatch(/neither gigabit nor 5G \(between [\d,]+ and [\d,]+\)\.$/);
  });

  it('changes by one choice, and every number, sentence and export follows', async () => {
    const before = await expectEverywhere(page, 'neither gigabit nor 5G', 'no gigabit and no 5g');
    await page.getByLabel('Definition').selectOption({ label: 'No gigabit' });
    const after = await expectEverywhere(page, 'no gigabit', 'no gigabit');
    expect(after).toBeGreaterThan(before);
    const { fileName, text } = await downloadOf(page, /download not-spots/i);
    expect(fileName).toMatch(/fictional\.geojson$/);
    const points = JSON.parse(text);
    const units = points.features
      .filter((one: { properties: { answer: string } }) => one.properties.answer === 'not-spot')
      .reduce((sum: number, one: { properties: { units: number } }) => sum + one.properties.units, 0);
    expect(units).toBe(after);
    expect([points.definition, points.sources, points.counted_on, points.remark]).toEqual([
      expect.stringContaining('no gigabit'),
      expect.stringMatching(/\w/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      expect.stringMatching(/fictional/i),
    ]);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => headlineOf(page)).toContain('have neither gigabit nor 5G');
    await waitForCount(page);
    expect(await headlineNumber(page)).toBe(before);
  });

  it('is put together from choices', async () => {
    await page.getByLabel('Service 2: from how many operators').selectOption('all');
    await expect.poll(() => headlineOf(page)).toMatch(/from at least one operator|all 3/);
    const partial = await headlineNumber(page);
    await page.getByRole('button', { name: /Remove gigabit/ }).click();
    await expect.poll(() => addressParts(page).get('recipe')).toMatch(/^(?!.*gigabit)/);
    await waitForCount(page);
    expect(await headlineNumber(page)).toBeGreaterThanOrEqual(partial);
    await page.getByLabel('Service 1', { exact: true }).selectOption({ label: 'superfast' });
    await expect.poll(() => headlineOf(page)).toContain('have no superfast');
    await waitForCount(page);
    // Superfast comes from area shares: expected numbers with a band, never a bare count.
    expect(await headlineOf(page)).toMatch(/^About [\d,]+ of .* \(between [\d,]+ and [\d,]+\)\.$/);
    await page.getByRole('button', { name: 'Add a service' }).click();
    await expect.poll(() => headlineOf(page)).toMatch(/neither superfast nor/);
  });

  it('in the address is the one in force', async () => {
    const addressed = await openDemo('#/not-spots?recipe=no+5g');
    await expectEverywhere(addressed, 'no 5G', 'no 5g');
  });
});
