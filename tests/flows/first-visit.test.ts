import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import {
  addressParts,
  disclose,
  headlineOf,
  numberIn,
  readTable,
  type ShownTable,
  waitForCount,
} from './app-page.ts';

const openApp = useStoryBrowser();

async function openDemo({ route = '', map = false } = {}): Promise<Page> {
  const { page } = await openApp({ route, map, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  if (map) await waitForMap(page);
  return page;
}

function expectSums({ columns, rows, outside, total }: ShownTable): void {
  for (const column of columns.filter((name) => name !== 'Ward' && !name.startsWith('%'))) {
    const lines = [...rows, outside];
    const sum = lines.reduce((result, row) => result + numberIn(row[column]), 0);
    // Expected counts are rounded line by line; counts without a band are exact.
    const slack = lines.some((row) => row[column].includes('–')) ? lines.length / 2 : 0;
    expect(
      Math.abs(sum - numberIn(total[column])),
      `${column}: the lines sum to the total`,
    ).toBeLessThanOrEqual(slack);
  }
}

// Each leaves the page as the next may find it, so that two pages do for seven.
describe('the first visit', () => {
  describe('with a map', () => {
    let page: Page;
    beforeAll(async () => {
      page = await openDemo({ map: true });
    });

    it('is told how many, out of how many, where and by which definition; and that it is fictional', async () => {
      const sentence = await headlineOf(page);
      const parts =
        /^About ([\d,]+) of ([\d,]+) premises \(([\d.]+) %\) in (\d+) of (\d+) wards have neither gigabit nor 5G \(between ([\d,]+) and ([\d,]+)\)\.$/.exec(
          sentence,
        );
      expect(parts, sentence).not.toBeNull();
      const [notSpots, premises, percent, affected, wards, low, high] = (parts ?? []).slice(1).map(numberIn);
      // 5G of very high confidence is sure; what is of high confidence only leaves a range.
      expect([low < notSpots, notSpots < high]).toEqual([true, true]);
      expect(percent).toBeCloseTo((100 * notSpots) / premises, 1);
      expect(await page.getByRole('banner').getByText('fictional').isVisible()).toBe(true);
      const table = await readTable(page);
      expect(table.rows).toHaveLength(wards);
      expect(table.rows.filter((row) => numberIn(row['Not-spots']) > 0)).toHaveLength(affected);
      expect([numberIn(table.total.Premises), numberIn(table.total['Not-spots'])]).toEqual([
        premises,
        notSpots,
      ]);
      expect(table.total['% of premises']).toBe(`${percent.toFixed(1)} %`);
      for (const row of table.rows) {
        const share = (100 * numberIn(row['Not-spots'])) / numberIn(row.Premises);
        // A printed number may stand half a premises off what its share was made of.
        const slack = 0.05 + 50 / numberIn(row.Premises) + 1e-9;
        expect(Math.abs(numberIn(row['% of premises']) - share)).toBeLessThanOrEqual(slack);
      }
      expectSums(table);
      await page.getByLabel('One column for every layer').check();
      const wide = await readTable(page);
      expect(wide.columns.length).toBeGreaterThan(table.columns.length);
      expectSums(wide);
      await page.getByLabel('One column for every layer').uncheck();
    });

    it('chooses a ward on the map by keys, and the same ward opens in table and panel', async () => {
      await page.locator('canvas.maplibregl-canvas').focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('article');
      await panel.waitFor();
      const name = await panel.getByRole('heading', { level: 2 }).first().innerText();
      const current = page.getByRole('region', { name: 'Ward table' }).locator('tr[aria-current]');
      await expect.poll(() => current.getByRole('rowheader').innerText()).toBe(name);
      await page.keyboard.press('Escape');
      await page.locator('#headline-text').waitFor();
    });

    it('opens a ward from the table, and Escape, back, forward and a reload do what they say', async () => {
      const table = await readTable(page);
      const [, row] = table.rows;
      // Beside the number, which would be explained.
      await page
        .getByRole('cell', { name: row.Premises, exact: true })
        .first()
        .click({ position: { x: 6, y: 6 } });
      const title = page.getByRole('heading', { level: 2, name: row.Ward });
      await title.waitFor();
      const code = addressParts(page).get('ward');
      expect(code).toMatch(/^E05/);
      const panel = page.getByRole('article', { name: row.Ward });
      // The charts come after the first words.
      const charts = panel.getByRole('heading', { name: 'Coverage by operator' });
      await charts.waitFor();
      const words = await panel.innerText();
      const [mid, band] = row['Not-spots'].split(' ');
      expect(words).toContain(`About ${mid}`);
      expect(words).toContain(`Between ${band.replace('–', ' and ')}.`);
      expect(words).toContain(`of ${row.Premises} premises (${row['% of premises']})`);
      expect(words).toContain(code ?? 'no code');
      const current = page.getByRole('region', { name: 'Ward table' }).locator('tr[aria-current]');
      await expect.poll(() => current.getByRole('rowheader').innerText()).toBe(row.Ward);

      await page.keyboard.press('Escape');
      await page.locator('#headline-text').waitFor();
      expect(addressParts(page).get('ward')).toBeNull();
      await page.goBack();
      await title.waitFor();
      await page.goBack();
      await page.locator('#headline-text').waitFor();
      await page.goForward();
      await title.waitFor();
      expect(addressParts(page).get('ward')).toBe(code);

      await waitForMap(page);
      await expect.poll(() => addressParts(page).get('at')).toMatch(/\//);
      const address = page.url();
      await page.reload();
      await title.waitFor();
      await waitForCount(page);
      await waitForMap(page);
      expect(page.url()).toBe(address);
      await charts.waitFor();
      await expect.poll(() => panel.innerText()).toBe(words);
    });
  });

  describe('without a map', () => {
    let page: Page;
    beforeAll(async () => {
      page = await openDemo();
    });

    it('can read what stands behind the number, and have it counted again by brute force', async () => {
      await disclose(page, 'How this is counted');
      const section = page.getByRole('region', { name: /neither gigabit nor 5G/ });
      await expect.poll(() => section.innerText()).toMatch(/recipe: no gigabit and no 5g/i);
      await expect.poll(() => section.innerText()).toMatch(/Who says so, and how old is it\?/);
      await page.getByRole('button', { name: 'Check by brute force' }).click();
      await expect.poll(() => section.innerText(), { timeout: 60_000 }).toMatch(/agree|no difference|same/i);
    });

    it('sorts the wards by a click and by keys', async () => {
      const headerOf = (name: string) =>
        page.getByRole('region', { name: 'Ward table' }).getByRole('columnheader', { name, exact: true });
      const column = async (name: string) => (await readTable(page)).rows.map((row) => row[name]);
      expect(await headerOf('Not-spots').getAttribute('aria-sort')).toBe('descending');
      const first = (await column('Not-spots')).map(numberIn);
      expect(first).toEqual(first.toSorted((a, b) => b - a));

      await headerOf('Premises').getByRole('button').click();
      expect(await headerOf('Premises').getAttribute('aria-sort')).toBe('descending');
      expect(await headerOf('Not-spots').getAttribute('aria-sort')).toBe('none');
      const down = (await column('Premises')).map(numberIn);
      expect(down).toEqual(down.toSorted((a, b) => b - a));
      expect(addressParts(page).get('sort')).toBe('-units');

      await headerOf('Ward').getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await headerOf('Ward').getAttribute('aria-sort')).toBe('ascending');
      const names = await column('Ward');
      expect(names).toEqual(names.toSorted(new Intl.Collator('en-GB').compare));
      await page.keyboard.press('Space');
      expect(await headerOf('Ward').getAttribute('aria-sort')).toBe('descending');
      expect(await column('Ward')).toEqual(names.toReversed());
    });

    it('walks the table by keys: arrows move, Enter opens', async () => {
      const { rows } = await readTable(page);
      const buttonOf = (name: string) =>
        page.getByRole('region', { name: 'Ward table' }).getByRole('button', { name, exact: true });
      await buttonOf(rows[0].Ward).focus();
      await page.keyboard.press('End');
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      await expect.poll(focused).toBe(rows.at(-1)?.Ward);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await expect.poll(focused).toBe(rows[1].Ward);
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: rows[1].Ward }).waitFor();
      expect(await focused(), 'the focus stays where the person was').toBe(rows[1].Ward);
      await page.keyboard.press('Escape');
      await page.locator('#headline-text').waitFor();
    });

    it('takes back and does again every step', async () => {
      const undo = page.getByRole('button', { name: /undo/i });
      const redo = page.getByRole('button', { name: /redo/i });
      const before = await headlineOf(page);
      expect([await undo.getAttribute('aria-disabled'), await redo.getAttribute('aria-disabled')]).toEqual([
        'true',
        'true',
      ]);

      await page.getByLabel('Definition').selectOption({ label: 'No gigabit' });
      await expect.poll(() => headlineOf(page)).toMatch(/have no gigabit\.$/);
      await waitForCount(page);
      const changed = await headlineOf(page);
      await page.keyboard.press('Control+z');
      await expect.poll(() => headlineOf(page)).toBe(before);
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => headlineOf(page)).toBe(changed);
      await undo.click();
      await expect.poll(() => headlineOf(page)).toBe(before);

      await disclose(page, 'Source and extent');
      const extent = page.getByLabel('Speaks for').first();
      const extentBefore = await extent.inputValue();
      const other = extentBefore === 'everywhere' ? 'all-wards' : 'everywhere';
      await extent.selectOption(other);
      expect(await extent.inputValue()).toBe(other);
      expect(await redo.getAttribute('aria-disabled'), 'a new step ends what could be done again').toBe(
        'true',
      );
      await undo.click();
      await expect.poll(() => extent.inputValue()).toBe(extentBefore);
      await redo.click();
      await expect.poll(() => extent.inputValue()).toBe(other);
      await undo.click();

      const confidential = page.getByLabel(/^Confidential/).first();
      await confidential.check();
      expect(await undo.getAttribute('title')).toMatch(/confidential/);
      await undo.click();
      await expect.poll(() => confidential.isChecked()).toBe(false);
      await redo.click();
      await expect.poll(() => confidential.isChecked()).toBe(true);
      await undo.click();
      await waitForCount(page);
      await expect.poll(() => headlineOf(page)).toBe(before);
      expect(await undo.getAttribute('aria-disabled')).toBe('true');
    });
  });

  it('hears of an address that names what is not there, and still sees the numbers', async () => {
    const page = await openDemo({
      route: '#/not-spots?ward=E05000001&recipe=no+gigabyte&at=99/0/0',
      map: true,
    });
    const words = await page.locator('#panel').innerText();
    expect(words).toContain('E05000001');
    expect(words).toContain('gigabyte');
    expect(await headlineOf(page)).toMatch(/neither gigabit nor 5G \(between [\d,]+ and [\d,]+\)\.$/);
  });
});
