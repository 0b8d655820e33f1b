import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { downloadOf, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

/** Waits until the shapes are drawn: nothing is under way in the panel. */
async function drawn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'On the map' }).waitFor({ timeout: 30_000 });
  await expect.poll(() => page.locator('#panel progress').count(), { timeout: 60_000 }).toBe(0);
}

it('a lead finds the largest not-spot area by keyboard, sees who covers what, and takes it away', async () => {
  const { page } = await openApp({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await waitForCount(page);
  await page.getByRole('button', { name: 'Areas', exact: true }).focus();
  await page.keyboard.press('Enter');
  await drawn(page);
  await waitForMap(page);
  const headline = plain(await page.getByRole('region', { name: 'Not-spot area' }).innerText());
  expect(headline).toMatch(
    /^[\d.]+ km² of [\d.]+ km² \([\d.]+ %\) in \d+ of 20 wards have neither gigabit nor 5G/,
  );
  expect(await findAxeViolations(page)).toEqual([]);

  const table = page.getByRole('region', { name: 'Areas: table' });
  const first = table.getByRole('rowheader').first();
  const name = plain(await first.innerText());
  await first.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: 'All wards' }).focus();
  await page.keyboard.press('Enter');

  await page.getByRole('radio', { name: 'Not-spots' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: '5G by number of operators' }).isChecked()).toBe(true);
  await drawn(page);
  await page.getByText('5G of all 3 operators').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);

  const { fileName, text } = await downloadOf(page, /areas by ward \(CSV\)/i);
  expect(fileName).toMatch(/areas-fictional\.csv$/);
  expect(text.trim().split('\n')).toHaveLength(22);
});
