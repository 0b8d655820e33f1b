import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFile } from '../../src/formats/read-file.ts';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { memoryFile, quietly } from '../formats/input-file.ts';
import { waitForCount } from './app-page.ts';

const openApp = useStoryBrowser({ map: false });

it('the not-spots are downloaded in each format, and each reads back to the same premises', async () => {
  const { page } = await openApp({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  const choice = page.getByLabel('Export not-spots as');
  await choice.waitFor();
  const formats = await choice
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(formats).toEqual(['geojson', 'csv', 'kml', 'gpkg', 'fgb']);
  const rows: number[] = [];
  for (const format of formats) {
    await choice.selectOption(format);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download not-spots', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`not-spots-fictional\\.${format}$`));
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const [{ table }] = await readFile(memoryFile(download.suggestedFilename(), bytes), quietly());
    rows.push(table.rows);
    await page.getByText(`Downloaded ${download.suggestedFilename()}`).waitFor();
  }
  expect(rows[0]).toBeGreaterThan(0);
  expect(new Set(rows).size).toBe(1);
  expect(await findAxeViolations(page)).toEqual([]);
});
