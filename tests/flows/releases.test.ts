import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { makePilot } from '../builders/pilot.ts';
import { disclose, downloadOf, goTo, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser();
const pilot = makePilot();

const records = (has: (i: number) => boolean): string =>
  `uprn,current_gigabit\r\n${pilot.premises.map(({ uprn }, i) => `${uprn},${has(i)}`).join('\r\n')}\r\n`;
const january = { name: '202601_bduk_uprn_release.csv', text: records((i) => i % 2 === 0) };
/** Every twentieth lost it; every twentieth of the others gained it. */
const may = {
  name: '202605_bduk_uprn_release.csv',
  text: records((i) => (i % 20 === 0 ? false : i % 20 === 1 ? true : i % 2 === 0)),
};

async function openReleases({ map }: { map: boolean }): Promise<Page> {
  const { page } = await openApp({ route: '#/data', map, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  await chooseFiles(page, [
    { name: 'wards.geojson', text: pilot.wardsGeoJson },
    { name: 'premises.csv', text: pilot.premisesCsv },
    january,
    may,
  ]);
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  return page;
}

it('two releases are compared: the sentence, by ward, on the map, as files', async () => {
  const page = await openReleases({ map: true });
  const earlier = page.locator('.file').filter({ has: page.getByRole('heading', { name: january.name }) });
  expect(await earlier.getByLabel('Used as').inputValue()).toBe('table');
  await disclose(page, /Columns, report/, 3);
  await page.getByRole('button', { name: 'Compare these releases' }).click();
  const headline = page.locator('.release-headline', {
    hasText: '45 premises lost gigabit between January 2026 and May 2026',
  });
  await headline.waitFor();
  const table = page.getByRole('table', { name: 'Changes by ward' });
  const total = await table.locator('tfoot tr').innerText();
  expect(total.split(/\s+/)).toEqual(expect.arrayContaining(['Total', '45']));
  await waitForMap(page);
  expect(await findAxeViolations(page)).toEqual([]);
  const csv = await downloadOf(page, /changes \(CSV\)/);
  expect(csv.text.split('\r\n').filter((line) => line.includes(',lost,'))).toHaveLength(45);
  expect(csv.text).toMatch(/\r\n9990000\d+,lost,true,false,1,E0599800\d/);
  const geojson = JSON.parse((await downloadOf(page, /changes \(GeoJSON\)/)).text);
  expect(geojson.features).toHaveLength(90);
  expect(geojson.definition).toContain('lost gigabit');
  await page.getByRole('button', { name: 'Take the marks away' }).click();
  await goTo(page, 'Not-spots');
  await waitForCount(page);
});

it('the earlier release counts nothing until it is given its use again', async () => {
  const page = await openReleases({ map: false });
  await goTo(page, 'Not-spots');
  await waitForCount(page);
  await expect.poll(() => page.locator('.layer').count()).toBe(1);
  await goTo(page, 'Data');
  const earlier = page.locator('.file').filter({ has: page.getByRole('heading', { name: january.name }) });
  await earlier.getByLabel('Used as').selectOption('records');
  await goTo(page, 'Not-spots');
  await expect.poll(() => page.locator('.layer').count()).toBe(2);
});
