import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { useStoryBrowser } from '../browser/story.ts';
import { foreignHostileFiles, HOSTILE_TEXTS, textsIn } from '../builders/hostile-texts.ts';
import { downloadOf, downloadWards, goTo, headlineOf, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();
const foreign = foreignHostileFiles();

/** Wards in a row, a hundredth of a degree each, called so; two premises in each. */
function hostileFiles(names: readonly string[]) {
  const square = (i: number) => {
    const [west, east] = [-2.5 + i / 100, -2.49 + i / 100];
    return [
      [
        [west, 52],
        [east, 52],
        [east, 52.01],
        [west, 52.01],
        [west, 52],
      ],
    ];
  };
  const wards = names.map((name, i) => ({
    type: 'Feature',
    properties: { WD24CD: `E0597${String(i).padStart(4, '0')}`, WD24NM: name, [name]: name },
    geometry: { type: 'Polygon', coordinates: square(i) },
  }));
  const rows = names.flatMap((name, i) =>
    [0.3, 0.6].map((part, j) => [
      `99${String(i * 2 + j).padStart(10, '0')}`,
      -2.5 + (i + part) / 100,
      52.005,
      name,
      name,
    ]),
  );
  const columns = ['UPRN', 'longitude', 'latitude', 'address', HOSTILE_TEXTS[1]];
  const footprint = {
    type: 'Feature',
    properties: { technology: 'gigabit', provider: HOSTILE_TEXTS[1] },
    geometry: { type: 'Polygon', coordinates: square(1) },
  };
  const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  return [
    { name: '<img src=x onerror=window.pwned=1> wards.geojson', text: collection(wards) },
    { name: '=1+1 premises.csv', text: `${Papa.unparse([columns, ...rows])}\r\n` },
    { name: '__proto__.geojson', text: collection([footprint]) },
    { name: '"><script>window.pwned=1</script>.csv', text: 'a,"<svg onload=window.pwned=1>\n' },
  ];
}

async function openEverything(page: Page): Promise<void> {
  for (let rounds = 0; rounds < 3; rounds++) {
    const opened = await page.evaluate(() => {
      const closed = [...document.querySelectorAll<HTMLDetailsElement>('#panel details:not([open])')];
      for (const details of closed) details.open = true;
      return closed.length;
    });
    if (opened === 0) return;
    await page.waitForTimeout(50);
  }
}

/** All text of the panel, the values of its fields too. */
async function panelText(page: Page): Promise<string> {
  return page.locator('#panel').evaluate((panel) => {
    const fields = [...panel.querySelectorAll<HTMLInputElement>('input, textarea, option')].map(
      (field) => field.value,
    );
    return [panel.textContent, ...fields].join('\n');
  });
}

async function expectUnharmed(page: Page, place: string): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: 'pwned' in window,
    polluted: Object.keys(Object.prototype).concat('polluted' in {} ? ['polluted'] : []),
    markup: [
      ...document.querySelectorAll(
        'img[src="x"], iframe, [onerror], [onload], [onfocus], a[ping], math, #main style',
      ),
    ].map(({ tagName }) => tagName),
  }));
  expect({ place, ...found }).toEqual({ place, pwned: false, polluted: [], markup: [] });
}

it('is text wherever it is shown, and in every file that leaves', async () => {
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await waitForCount(page);
  const names = [
    ...HOSTILE_TEXTS,
    ...(foreign
      ? textsIn(foreign[3].path)
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .slice(0, 40)
      : []),
  ];
  const files = hostileFiles(names);
  await page
    .locator('input[type="file"]')
    .setInputFiles([
      ...files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })),
      ...(foreign ?? []).map(({ name, path }) => ({ name, mimeType: '', buffer: readFileSync(path) })),
    ]);
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  await openEverything(page);
  const data = await panelText(page);
  for (const { name } of files) expect(data).toContain(name);
  // Names of columns: the ward names are keys of the ward file too.
  for (const name of HOSTILE_TEXTS) expect(data, 'a column').toContain(name);
  await expectUnharmed(page, 'the Data page');

  const footprint = page.locator('.file').filter({ has: page.getByRole('heading', { name: files[2].name }) });
  await footprint.getByLabel('Title').fill(HOSTILE_TEXTS[1]);
  await footprint.getByLabel('Attribution').fill(HOSTILE_TEXTS[2]);
  await footprint.getByRole('button', { name: /^Save this source/ }).click();
  await page.getByRole('heading', { name: 'Attribution' }).waitFor();
  await openEverything(page);
  await footprint.getByLabel('Covered means').fill(HOSTILE_TEXTS[0]);
  await footprint.getByRole('button', { name: /^Save these words/ }).click();
  await expectUnharmed(page, 'sources and definitions');
  const reports = await downloadOf(page, /Download all reports/);
  expect(reports.text).toContain(files[3].name);
  const single = await (async () => {
    const coming = page.waitForEvent('download');
    await footprint.getByRole('button', { name: /^Download this report/ }).click();
    return (await coming).suggestedFilename();
  })();
  expect(single).toMatch(/^[\w-]+\.txt$/);

  await goTo(page, 'Not-spots');
  await waitForCount(page);
  await expect.poll(() => headlineOf(page)).toContain(`of ${names.length * 2} premises`);
  await openEverything(page);
  const notSpots = await panelText(page);
  expect(notSpots).toContain(HOSTILE_TEXTS[0]);
  expect(notSpots).toContain(HOSTILE_TEXTS[1]);
  await expectUnharmed(page, 'the Not-spots page');
  const table = page.getByRole('region', { name: 'Ward table' });
  const shown = await table.getByRole('rowheader').allInnerTexts();
  expect(shown.some((name) => names.includes(name.trim()))).toBe(true);
  for (let i = 0; i < 6; i++) {
    await table.locator('tbody th button').nth(i).click();
    await page.getByRole('article').first().waitFor();
    await openEverything(page);
    await expectUnharmed(page, 'a ward');
    await page.keyboard.press('Escape');
  }
  const wards = await downloadWards(page);
  const written = wards.map((ward) => ward.ward_name);
  for (const name of names) expect(written).toContain(/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);
  for (const ward of wards) {
    for (const [column, cell] of Object.entries(ward))
      expect([column, /^[=+@\t\r]/.test(cell)]).toEqual([column, false]);
  }
  const points = await downloadOf(page, /download not-spots/i);
  const { features } = JSON.parse(points.text);
  expect(features.length).toBe(names.length * 2 - 2);
  expect(features[0].geometry.coordinates[0]).toBeLessThan(0);

  for (const name of ['Premises', 'Rooftops', 'Interventions'] as const) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor();
    await expectUnharmed(page, name);
  }
  for (const text of [HOSTILE_TEXTS[1], HOSTILE_TEXTS[11], HOSTILE_TEXTS[5], names.at(-1) ?? '']) {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find a place' });
    await field.fill(text.slice(0, 200));
    await page.waitForTimeout(300);
    await expectUnharmed(page, `looked for: ${text.slice(0, 40)}`);
    await field.fill('');
    await page.keyboard.press('Escape');
  }
  // The premises that has the second of these texts as its address and as a column's name and value.
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a place' });
  await field.fill('990000000002');
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
  await expect.poll(() => panelText(page)).toContain(HOSTILE_TEXTS[1]);
  await openEverything(page);
  await expectUnharmed(page, 'a premises');
  expect(dialogs).toEqual([]);
});

it('two releases with hostile columns and values are compared as text', async () => {
  const { page } = await openApp({ map: false, route: '#/data', reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  const release = (turned: boolean): string =>
    `${Papa.unparse([
      ['UPRN', 'current_gigabit', HOSTILE_TEXTS[1], '__proto__'],
      ...HOSTILE_TEXTS.map((text, i) => [
        `99${String(i).padStart(10, '0')}`,
        String((i % 2 === 0) !== turned),
        turned ? text : 'plain',
        text,
      ]),
    ])}\r\n`;
  const files = [
    { name: '2026-01 <b>.csv', text: release(false) },
    { name: '2026-05 <b>.csv', text: release(true) },
  ];
  await page
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  await page.getByRole('button', { name: 'Compare these releases' }).click();
  await page.getByText(/lost gigabit between January 2026 and May 2026/).waitFor();
  await page.getByLabel('Column compared').selectOption(HOSTILE_TEXTS[1]);
  await page.getByText(`changed in “${HOSTILE_TEXTS[1]}”`).first().waitFor();
  await expectUnharmed(page, 'a comparison');
  const csv = await downloadOf(page, /changes \(CSV\)/);
  const { data } = Papa.parse<Record<string, string>>(csv.text, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(HOSTILE_TEXTS.length);
  for (const [i, row] of data.entries()) {
    const text = HOSTILE_TEXTS[i];
    expect(row.after).toBe(/^[=+\-@]/.test(text) ? `'${text}` : text);
  }
});
