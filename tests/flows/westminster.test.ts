import { describe, expect, it } from 'vitest';
import { useStoryBrowser } from '../browser/story.ts';
import { countWestminster, hasWestminster, westminster } from '../builders/count-westminster.ts';
import {
  disclose,
  downloadWards,
  goTo,
  headlineOf,
  numberIn,
  openFileDetails,
  plain,
  readTable,
  waitForCount,
} from './app-page.ts';
import { chooseFiles } from './give-files.ts';
import { chooseWorkFile, goToWork, saveFile } from './saved-file.ts';

const because = hasWestminster ? '' : ' (skipped: its files are not beside the repository)';

describe.skipIf(!hasWestminster)(`Westminster in the browser${because}`, () => {
  const openApp = useStoryBrowser({ map: false });

  it('has 18 wards and 13,115 postcodes, each ward as an independent computation has it', async () => {
    const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
    await waitForCount(page);
    await chooseFiles(page, [westminster.shares, westminster.postcodes, westminster.wards]);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await openFileDetails(page);
    const files = page.getByRole('region', { name: 'Loaded files' });
    expect(plain((await files.textContent()) ?? '')).toContain('13,115 rows read, 13,115 used');
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page)).toMatch(/^About [\d,]+ of 13,115 postcodes .*have no gigabit/);
    await waitForCount(page);

    const sentence = await headlineOf(page);
    expect(sentence).not.toMatch(/premises/);
    await expect
      .poll(async () => plain(await page.locator('section.headline').innerText()))
      .toContain('For 145 it is not known.');
    await disclose(page, 'How this is counted');
    await page.locator('.headline-explain').getByRole('heading', { name: 'What is counted?' }).waitFor();
    expect(await page.locator('.headline-explain').innerText()).not.toMatch(/\bpremises that\b/i);

    const expected = countWestminster();
    const total = expected.get('total');
    if (!total) throw new Error('There is no total.');
    const { low, mid, high } = total.notSpots;
    const shown = (value: number): string => Math.round(value).toLocaleString('en-GB');
    expect(sentence).toContain(`About ${shown(mid)} of`);
    expect(sentence).toContain(`(between ${shown(low)} and ${shown(high)})`);

    const rows = await downloadWards(page);
    expect(rows).toHaveLength(20);
    const key = 'gigabit';
    for (const row of rows) {
      const count = expected.get(row.ward_code);
      if (!count) throw new Error(row.ward_code);
      expect({
        ward: row.ward_code,
        unit: row.unit,
        units: Number(row.premises),
        notKnown: Number(row.not_spots_not_known),
        covered: [row[`${key}_low`], row[`${key}_covered`], row[`${key}_high`]].map(Number),
        notSpots: [row.not_spots_low, row.not_spots, row.not_spots_high].map(Number),
      }).toEqual({
        ward: row.ward_code,
        unit: 'postcodes',
        units: count.units,
        notKnown: count.notKnown,
        covered: [count.covered.low, expect.closeTo(count.covered.mid, 5), count.covered.high],
        notSpots: [count.notSpots.low, expect.closeTo(count.notSpots.mid, 5), count.notSpots.high],
      });
      expect(row.definition).toMatch(/^Postcodes that have no gigabit/);
    }

    const table = await readTable(page);
    expect(table.columns.slice(0, 4)).toEqual(['Ward', 'Postcodes', 'Not-spots', '% of postcodes']);
    expect(table.columns.join()).not.toMatch(/premises/i);
    expect(table.rows).toHaveLength(18);
    const names = new Map(rows.map((row) => [row.ward_name, row.ward_code]));
    for (const row of [...table.rows, { ...table.total, Ward: '' }]) {
      const code = row.Ward === '' ? 'total' : names.get(row.Ward);
      const count = expected.get(code ?? '');
      if (!count) throw new Error(row.Ward);
      expect([numberIn(row.Postcodes), numberIn(row['Not known'])]).toEqual([count.units, count.notKnown]);
      expect(row['Not-spots']).toBe(
        `${shown(count.notSpots.mid)} ${shown(count.notSpots.low)}–${shown(count.notSpots.high)}`,
      );
    }

    const [worst] = table.rows;
    await page.getByRole('region', { name: 'Ward table' }).getByRole('button', { name: worst.Ward }).click();
    const ward = plain(await page.getByRole('article', { name: worst.Ward }).innerText());
    expect(ward).toContain(`of ${worst.Postcodes} postcodes`);
    expect(ward).not.toMatch(/premises/i);
    expect(ward).toMatch(/About [\d,]+ of /);
    expect(ward).toMatch(/1st (?:to \d+(?:st|nd|rd|th) )?of 18 wards/);

    await goToWork(page);
    const saved = await saveFile(page);
    expect([rows[0].inputs_sha256, rows[0].project_sha256]).toEqual([
      saved.manifest.inputsHash,
      saved.manifest.projectHash,
    ]);
    const elsewhere = (await openApp({ reducedMotion: 'reduce' })).page;
    await waitForCount(elsewhere);
    await goToWork(elsewhere);
    await chooseWorkFile(elsewhere, saved.name, saved.bytes);
    await goTo(elsewhere, 'Not-spots');
    await expect.poll(() => headlineOf(elsewhere), { timeout: 15_000 }).toBe(sentence);
    await waitForCount(elsewhere);
    expect(await downloadWards(elsewhere), 'the same numbers and fingerprints').toEqual(rows);
  });
});
