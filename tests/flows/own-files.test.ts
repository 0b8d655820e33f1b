import Papa from 'papaparse';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { useStoryBrowser } from '../browser/story.ts';
import { countPilot } from '../builders/count-pilot.ts';
import { makePilot } from '../builders/pilot.ts';
import {
  disclose,
  downloadOf,
  downloadWards,
  goTo,
  headlineOf,
  numberIn,
  openFileDetails,
  plain,
  readTable,
  waitForCount,
} from './app-page.ts';
import { chooseFiles, dropFiles, type NamedFile } from './give-files.ts';

const openApp = useStoryBrowser({ map: false });
const pilot = makePilot();
const expected = countPilot(pilot);
const total = expected.get('total');
const sentence = `${total?.notSpots} of ${pilot.premises.length} premises`;

// The names tell nothing: roles come from what the files hold.
const files: NamedFile[] = [
  { name: 'first.geojson', text: pilot.gigabitGeoJson },
  { name: 'second.csv', text: pilot.premisesCsv },
  { name: 'third.geojson', text: pilot.wardsGeoJson },
];

async function openData(): Promise<Page> {
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await waitForCount(page);
  return page;
}

async function expectPilot(page: Page): Promise<void> {
  await goTo(page, 'Not-spots');
  await expect.poll(() => headlineOf(page), { timeout: 15_000 }).toContain(sentence);
  await waitForCount(page);
  const table = await readTable(page);
  const lines = [...table.rows, table.outside, table.total];
  expect(
    new Map(
      lines.map((row) => [
        row.Ward,
        [numberIn(row.Premises), numberIn(row.Gigabit), numberIn(row['Not-spots'])],
      ]),
    ),
  ).toEqual(
    new Map(
      [...expected].map(([code, count]) => [
        pilot.wards.find((ward) => ward.code === code)?.name ??
          (code === 'total' ? 'Total' : 'Outside every ward'),
        [count.premises, count.covered, count.notSpots],
      ]),
    ),
  );
}

const fileNamed = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Loaded files' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });

describe('own files', () => {
  describe('chosen together', () => {
    // One page for all: each leaves the three files loaded.
    let page: Page;
    beforeAll(async () => {
      page = await openData();
      await chooseFiles(page, files);
      await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    });

    it('are known by their content and counted as an independent computation counts them', async () => {
      const roles = { 'first.geojson': 'coverage', 'second.csv': 'premises', 'third.geojson': 'wards' };
      for (const [name, role] of Object.entries(roles)) {
        expect(await fileNamed(page, name).getByLabel('Used as').inputValue()).toBe(role);
      }
      expect(await page.getByRole('banner').innerText()).not.toMatch(/fictional/i);
      await openFileDetails(page);
      const report = plain((await page.getByRole('region', { name: 'Loaded files' }).textContent()) ?? '');
      expect(report).toContain('900 rows read, 900 used');
      expect(report).toMatch(/British National Grid/);
      expect(report).toMatch(/5 m/);
      await expectPilot(page);
    });

    it('can be put right in two clicks, and undo brings the guess back', async () => {
      await goTo(page, 'Data');
      const role = fileNamed(page, 'first.geojson').getByLabel('Used as');
      await role.selectOption('context');
      await goTo(page, 'Not-spots');
      await expect
        .poll(() => page.getByRole('region', { name: 'Ward table' }).innerText())
        .not.toMatch(/Gigabit/);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expectPilot(page);

      await disclose(page, 'Source and extent');
      const extent = page.getByLabel('Speaks for');
      await extent.selectOption('everywhere');
      const outside = expected.get('outside');
      const uncovered = (total?.premises ?? 0) - (total?.covered ?? 0);
      await expect
        .poll(() => headlineOf(page))
        .toContain(`${uncovered} of ${pilot.premises.length} premises`);
      await waitForCount(page);
      const table = await readTable(page);
      expect(numberIn(table.outside['Not-spots'])).toBe((outside?.premises ?? 0) - (outside?.covered ?? 0));
      expect(numberIn(table.outside['Not known'])).toBe(0);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expectPilot(page);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect
        .poll(() => headlineOf(page))
        .toMatch(/neither gigabit nor 5G \(between [\d,]+ and [\d,]+\)\.$/);
      await page.getByRole('button', { name: /^Redo/ }).click();
      await expectPilot(page);
    });

    it('all forgotten leave an empty project that says what to do next', async () => {
      await goTo(page, 'Data');
      for (let left = files.length; left > 0; left--) {
        await page
          .getByRole('button', { name: /^Forget this file/ })
          .first()
          .click();
      }
      await goTo(page, 'Not-spots');
      const words = plain(await page.locator('#panel').innerText());
      expect(words).toMatch(/drop/i);
      expect(await page.locator('#headline-text').count()).toBe(0);
      for (let step = 0; step < files.length; step++) {
        await page.getByRole('button', { name: /^Undo: / }).click();
      }
      await expectPilot(page);
    });
  });

  it('dropped on the window are taken too; the exports equal the independent computation cell by cell', async () => {
    const page = await openData();
    await goTo(page, 'Not-spots');
    await dropFiles(page, files);
    await expectPilot(page);

    const rows = await downloadWards(page);
    expect(rows.map((row) => row.ward_code)).toEqual([...expected.keys()]);
    const key = Object.keys(rows[0])
      .find((name) => /^gigabit.*_covered$/.test(name))
      ?.replace(/_covered$/, '');
    for (const row of rows) {
      const count = expected.get(row.ward_code);
      expect([Number(row.premises), Number(row[`${key}_covered`]), Number(row.not_spots)]).toEqual([
        count?.premises,
        count?.covered,
        count?.notSpots,
      ]);
      expect(row.ward_name).toBe(pilot.wards.find((ward) => ward.code === row.ward_code)?.name ?? '');
      expect(
        ['covered', 'not_covered', 'not_known'].reduce((sum, part) => sum + Number(row[`${key}_${part}`]), 0),
      ).toBe(Number(row.premises));
      expect([row.unit, row[`${key}_low`], row[`${key}_high`]]).toEqual([
        'premises',
        row[`${key}_covered`],
        row[`${key}_covered`],
      ]);
      expect([row.not_spots_low, row.not_spots_high]).toEqual([row.not_spots, row.not_spots]);
      expect([row.recipe, row.remark]).toEqual(['no gigabit', '']);
      expect(row.definition).toMatch(/have no gigabit/);
      expect(row.sources).toMatch(/first|second|third/);
      expect(row.counted_on).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    const { text } = await downloadOf(page, /download not-spots/i);
    const points = JSON.parse(text);
    const ids = points.features
      .filter((one: { properties: { answer: string } }) => one.properties.answer === 'not-spot')
      .map((one: { properties: { id: string } }) => one.properties.id);
    expect(new Set(ids).size).toBe(total?.notSpots);
    expect(ids.every((id: string) => pilot.premises.some((one) => one.uprn === id))).toBe(true);
    expect([points.definition, points.counted_on]).toEqual([
      expect.stringMatching(/have no gigabit/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
  });

  it('of which one is bad: it is refused with its reason, the others are taken', async () => {
    const page = await openData();
    await chooseFiles(page, [
      ...files,
      { name: 'torn.geojson', text: '{"type": "FeatureCollection", "features": [' },
    ]);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const words = plain(await alert.innerText());
    expect(words).toContain('One file was not taken');
    expect(words).toContain('torn.geojson');
    expect(await alert.evaluate((box) => box === document.activeElement), 'takes the focus').toBe(true);
    await alert.getByRole('button').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /torn\.geojson.*NOT_JSON/s,
    );
    await expectPilot(page);
    await expect.poll(() => page.getByRole('button', { name: 'Undo: Added 3 files' }).count()).toBe(1);
  });

  it('given a second time are the same files, and are counted once', async () => {
    const page = await openData();
    // By shares a doubled file would count twice: as two independent networks.
    const shares = [
      'WD24CD,Gigabit availability (% premises)',
      ...pilot.wards.map(({ code }, i) => `${code},${50 + i}.5`),
    ].join('\n');
    const mine: NamedFile[] = [files[1], files[2], { name: 'shares.csv', text: `${shares}\n` }];
    await chooseFiles(page, mine);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page)).toMatch(/^About [\d,]+ of 900 premises/);
    await waitForCount(page);
    const before = await headlineOf(page);
    const { columns } = await readTable(page);
    await dropFiles(page, mine);
    await goTo(page, 'Data');
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await waitForCount(page);
    for (const { name } of mine) expect(await fileNamed(page, name).count(), name).toBe(1);
    await goTo(page, 'Not-spots');
    await waitForCount(page);
    expect((await readTable(page)).columns).toEqual(columns);
    expect(await headlineOf(page)).toBe(before);
  });

  it('can be cancelled while they are read, and then nothing changed', async () => {
    const page = await openData();
    const many = Array.from(
      { length: 600_000 },
      (_, i) => `99${String(i).padStart(8, '0')},${412_000 + (i % 3000)},${301_000 + (i % 2000)}`,
    );
    await chooseFiles(page, [
      ...files,
      { name: 'many.csv', text: `UPRN,X_COORDINATE,Y_COORDINATE\n${many.join('\n')}\n` },
    ]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. None of the files was taken.').first().waitFor();
    expect(await fileNamed(page, 'first.geojson').count()).toBe(0);
    await goTo(page, 'Not-spots');
    expect(await headlineOf(page)).toMatch(/neither gigabit nor 5G \(between [\d,]+ and [\d,]+\)\.$/);
    await expect.poll(() => page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1);
  });

  it('that try to run something are shown as text', async () => {
    const page = await openData();
    const names = ['<script>window.ran = 1</script>', '=HYPERLINK("http://a.test","x")', '__proto__'];
    const wards = JSON.parse(pilot.wardsGeoJson);
    for (const [i, name] of names.entries()) wards.features[i].properties.WD24NM = name;
    const hostile = '"<img src=x onerror=window.ran=1>"';
    const wardsText = JSON.stringify(wards).replaceAll('"WD24CD"', `"__proto__":"y",${hostile}:1,"WD24CD"`);
    const premisesText = pilot.premisesCsv
      .split('\r\n')
      .map((line, i) =>
        line === '' ? '' : `${line},${i === 0 ? `${hostile},__proto__,constructor` : '@x,=1+1,z'}`,
      )
      .join('\r\n');
    await chooseFiles(page, [
      { name: '<b onclick=window.ran=1>wards.geojson', text: wardsText },
      { name: '=premises.csv', text: premisesText },
      files[0],
    ]);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await disclose(page, 'Columns');
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page)).toContain(sentence);
    await waitForCount(page);
    const table = await readTable(page);
    for (const name of names) expect(table.rows.map((row) => row.Ward)).toContain(name);
    for (const name of names) {
      await page
        .getByRole('region', { name: 'Ward table' })
        .getByRole('button', { name, exact: true })
        .click();
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#headline-text').waitFor();
    }
    const { text } = await downloadOf(page, /ward counts \(CSV\)/i);
    const cells = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.flat();
    expect(
      cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-\D/.test(cell)),
      'no cell starts a formula',
    ).toEqual([]);
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
    expect(cells).toContain('__proto__');
    const { text: points } = await downloadOf(page, /download not-spots/i);
    expect(() => JSON.parse(points)).not.toThrow();
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    expect(await page.evaluate(() => (({}) as Record<string, unknown>).y)).toBeUndefined();
  });

  it('are there again when the page is loaded anew; once they are saved nobody asks before leaving', async () => {
    const page = await openData();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await chooseFiles(page, files);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await page.locator('.bar-saved').filter({ hasText: 'Saved in this browser' }).waitFor();
    await page.reload();
    await goTo(page, 'Not-spots');
    await expectPilot(page);
    expect(asked).toEqual([]);
  });
});
