import { describe, expect, it } from 'vitest';
import { useStoryBrowser } from '../browser/story.ts';
import { lackOf } from '../builders/count-areas.ts';
import { hasTrafford, trafford, traffordHouseholds } from '../builders/count-trafford.ts';
import {
  countWestMidlands,
  hasWestMidlands,
  wardsWithoutBirmingham,
  westMidlands,
} from '../builders/count-west-midlands.ts';
import { downloadWards, goTo, headlineOf, plain, readTable, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const has = hasTrafford && hasWestMidlands;
const because = has ? '' : ' (skipped: their files are not beside the repository)';

describe.skipIf(!has)(`the other pilots in the browser${because}`, () => {
  const openApp = useStoryBrowser({ map: false });

  it('Trafford: 96,225 households by output area, the borough’s share a band, assets in the background', async () => {
    const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
    await waitForCount(page);
    await chooseFiles(page, Object.values(trafford));
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor({ timeout: 60_000 });
    const files = plain(await page.getByRole('region', { name: 'Loaded files' }).innerText());
    for (const role of ['Wards', 'Premises', 'Map background', 'Coverage shares', 'Other areas'])
      expect(files).toContain(role);
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page), { timeout: 30_000 }).toMatch(/ of 96,225 households /);
    await waitForCount(page);
    const whole = [...traffordHouseholds().values()].reduce((sum, one) => sum + one, 0);
    expect(whole).toBe(96_225);
    const { low, high, mid } = lackOf(82.5, whole, whole);
    const shown = (value: number): string => Math.round(value).toLocaleString('en-GB');
    const sentence = await headlineOf(page);
    expect(sentence).toContain(`About ${shown(mid)} of`);
    expect(sentence).toContain(`(between ${shown(low)} and ${shown(high)})`);
    const table = await readTable(page);
    expect(table.rows).toHaveLength(21);
    expect(table.columns[1]).toBe('Households');
  });

  it('the West Midlands without Birmingham: each ward as an independent computation has it, and the re-warded councils named', async () => {
    const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
    await waitForCount(page);
    const { readFileSync } = await import('node:fs');
    await chooseFiles(page, [
      { name: 'wmca_wards_WD20.geojson', text: wardsWithoutBirmingham() },
      { name: 'postcodes.csv', text: readFileSync(westMidlands.postcodes, 'utf8') },
      { name: 'gigabit.csv', text: readFileSync(westMidlands.shares, 'utf8') },
    ]);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor({ timeout: 60_000 });
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page), { timeout: 30_000 }).toMatch(/ of 36,613 postcodes /);
    await waitForCount(page);
    const { counts } = countWestMidlands();
    const rows = await downloadWards(page);
    expect(rows).toHaveLength(125);
    for (const row of rows) {
      const count = counts.get(row.ward_code);
      if (!count) throw new Error(row.ward_code);
      expect([row.ward_code, Number(row.premises)]).toEqual([row.ward_code, count.units]);
      expect([Number(row.not_spots_low), Number(row.not_spots_high)]).toEqual([count.low, count.high]);
      expect(Number(row.not_spots)).toBeCloseTo(count.mid, 5);
    }
    // Said once: with what is to know of the data, to which a line by the headline leads.
    await goTo(page, 'Data');
    await expect
      .poll(async () => plain(await page.locator('#panel').innerText()), { timeout: 30_000 })
      .toMatch(/44 of 123 ward codes .*Dudley and E08000031 Wolverhampton/);
  });
});
