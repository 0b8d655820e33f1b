import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { makePilot } from '../builders/pilot.ts';
import { disclose, downloadOf, downloadWards, goTo, headlineOf, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser({ map: false });
const pilot = makePilot();
const files = [
  { name: 'wards.geojson', text: pilot.wardsGeoJson },
  { name: 'premises.csv', text: pilot.premisesCsv },
  { name: 'gigabit.geojson', text: pilot.gigabitGeoJson },
  { name: 'broken.geojson', text: '{"type": "FeatureCollection", "features": [' },
  { name: 'sites.csv', text: 'site_name,longitude,latitude\r\nLibrary,-1.8,52.6\r\n' },
];

let page: Page;

const fileNamed = (name: string) =>
  page.locator('.file').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

async function openData(): Promise<void> {
  ({ page } = await openApp({ route: '#/data', reducedMotion: 'reduce' }));
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
}

/** A file on the Data page with its columns, report and source in sight. */
async function openedFile(name: string) {
  await goTo(page, 'Data');
  const file = fileNamed(name);
  const details = file.locator('details').filter({ has: page.getByText(/^Columns, report/) });
  if ((await details.getAttribute('open')) === null) await details.getByText(/^Columns, report/).click();
  return file;
}

describe('on the demo borough’s page', () => {
  beforeAll(openData);

  it('templates come as files', async () => {
    await disclose(page, 'Templates to fill in');
    const { fileName, text } = await downloadOf(page, /Download premises template/);
    expect(fileName).toBe('premises-template.csv');
    expect(text).toMatch(/^UPRN,longitude,latitude/);
  });

  it('of five files with one bad among them four load, the bad one says why, and undo takes all back', async () => {
    await chooseFiles(page, files);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.innerText()).toMatch(/One file was not taken[\s\S]*broken\.geojson/);
    for (const [name, role] of [
      ['wards.geojson', 'wards'],
      ['premises.csv', 'premises'],
      ['gigabit.geojson', 'coverage'],
      ['sites.csv', 'context'],
    ] as const)
      expect(await fileNamed(name).getByLabel('Used as').inputValue()).toBe(role);
    const report = await downloadOf(page, /Download all reports/);
    expect(report.fileName).toBe('import-reports.txt');
    expect(report.text).toMatch(/broken\.geojson[\s\S]*Not taken[\s\S]*\[refused\] NOT_JSON/);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await waitForCount(page);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('Wrenminster');
  });

  it('the pages about the app stand at the foot of every panel, and tell that the browser’s lock is on', async () => {
    await page.getByRole('link', { name: 'Privacy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
    await expect.poll(() => page.getByText('browser lock: on').count()).toBe(2);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Accessibility statement' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/accessibility/);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});

describe('a loaded file', () => {
  // One page for all: each leaves the file loaded, but for the last.
  beforeAll(async () => {
    await openData();
    await chooseFiles(page, files.slice(0, 3));
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  });

  it('has a source that is put right, with a clear word on a wrong date', async () => {
    const file = await openedFile('gigabit.geojson');
    await file.getByLabel('Date').fill('31/07/2025');
    await file.getByRole('button', { name: /^Save this source/ }).click();
    await file.getByText('Write the date as year-month-day, such as 2025-07-31.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await file.getByLabel('Date').fill('2025-07-31');
    await file.getByLabel('Publisher').fill('Ofcom');
    await file.getByLabel('Attribution').fill('Contains made-up data');
    await file.getByRole('button', { name: /^Save this source/ }).click();
    await file.getByText('Ofcom, 2025-07-31').first().waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Attribution' }).count()).toBe(1);
    await goTo(page, 'Not-spots');
    await waitForCount(page);
    const [ward] = await downloadWards(page);
    expect(ward.sources).toContain('Ofcom, 2025-07-31');
    expect(ward.sources).toContain('Contains made-up data');
  });

  it('has layers whose definition and operator are written anew', async () => {
    const file = await openedFile('gigabit.geojson');
    await file.locator('.file-details details').first().locator('summary').click();
    await file.getByLabel('Covered means').fill('within 50 m of a splice box');
    await file.getByLabel('Operator').fill('Heron');
    await file.getByRole('button', { name: /^Save these words/ }).click();
    await expect
      .poll(() => page.getByRole('button', { name: /^Undo: .*definition and operator/ }).count())
      .toBe(1);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('marked confidential is in no export', async () => {
    const file = await openedFile('gigabit.geojson');
    await file.getByLabel('Confidential: this file and its layers').check();
    await goTo(page, 'Not-spots');
    await waitForCount(page);
    const [ward] = await downloadWards(page);
    expect(Object.keys(ward).filter((name) => name.endsWith('_covered'))).toEqual([]);
    expect(ward.remark).toContain('left out as confidential');
    expect(JSON.stringify(ward)).not.toContain('gigabit.geojson');
  });

  it('is forgotten, brought back, and forgotten for good', async () => {
    await goTo(page, 'Data');
    await fileNamed('gigabit.geojson')
      .getByRole('button', { name: /^Forget this file/ })
      .click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await fileNamed('gigabit.geojson').waitFor();
    await goTo(page, 'Not-spots');
    await expect.poll(() => headlineOf(page)).toMatch(/of 900 premises/);
    await goTo(page, 'Data');
    await fileNamed('gigabit.geojson')
      .getByRole('button', { name: /^Forget this file/ })
      .click();
    await page.getByRole('button', { name: /^Free its memory now/ }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1);
    expect(await fileNamed('gigabit.geojson').count()).toBe(0);
  });
});

it('twenty files and their tables fit a phone', async () => {
  await openData();
  await page.setViewportSize({ width: 360, height: 740 });
  const many = Array.from({ length: 20 }, (_, i) => ({
    name: `a rather long name of a file that a council was sent, number ${i}.csv`,
    text: `site_name,longitude,latitude\r\nSite ${i},-1.8,52.${i}\r\n`,
  }));
  await chooseFiles(page, many);
  await page.getByText('20 files added.').first().waitFor();
  await expect.poll(() => page.locator('.file').count()).toBe(20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await findAxeViolations(page)).toEqual([]);
});
