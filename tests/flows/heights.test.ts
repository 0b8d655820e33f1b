import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { type MadeGeoTiff, makeGeoTiff } from '../formats/made-geotiff.ts';
import { goTo, waitForCount } from './app-page.ts';
import { chooseWorkFile, goToWork, saveFile } from './saved-file.ts';

const openApp = useStoryBrowser({ map: false });

const SIDE = 40;
const tiff = (given: Partial<MadeGeoTiff> & { readonly height?: (column: number) => number } = {}) =>
  makeGeoTiff({
    columns: SIDE,
    rows: SIDE,
    values: Array.from({ length: SIDE * SIDE }, (_, i) => (given.height ?? (() => 20))(i % SIDE)),
    cell: 2,
    deflate: true,
    ...given,
  });

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives files on the Data page and waits for what became of them. */
async function give(page: Page, files: readonly Given[]): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
}

async function openData(widthPixels = 1280): Promise<Page> {
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce', widthPixels });
  page.setDefaultTimeout(15_000);
  await waitForCount(page);
  return page;
}

const fileNamed = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Loaded files' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });

/** What each file of heights is said to measure. */
const measured = (page: Page) =>
  page
    .getByLabel('Measures')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLSelectElement).value));

async function expectSaved(page: Page): Promise<void> {
  await page.locator('.bar-saved').filter({ hasText: 'Saved in this browser' }).waitFor();
}

it('heights are read, said what they are, kept over a reload and in a file, cell by cell', async () => {
  const page = await openData();
  await give(page, [
    { name: 'dsm-2022.tif', bytes: tiff({ height: (column) => 20 + column / 4 }) },
    { name: 'dtm.tif', bytes: tiff({ nodata: '20', height: (column) => (column < 3 ? 20 : 21) }) },
    { name: 'trees.tif', bytes: tiff({ height: (column) => column % 5, keys: null }) },
  ]);
  await expect.poll(() => measured(page)).toEqual(['surface', 'ground', 'canopy']);
  expect(await fileNamed(page, 'dsm-2022.tif').getByLabel('Measured when').inputValue()).toBe('2022');
  await fileNamed(page, 'dsm-2022.tif')
    .getByText('40 × 40 cells of 2 m, heights from 20 m to 29.8 m.')
    .waitFor();
  const nowhere = fileNamed(page, 'trees.tif');
  await nowhere.getByText('Say where its cells lie').waitFor();
  await nowhere.getByLabel('Coordinates').selectOption({ label: 'British National Grid' });
  await nowhere.getByText('Say where its cells lie').waitFor({ state: 'detached' });
  const when = fileNamed(page, 'dtm.tif').getByLabel('Measured when');
  await when.fill('winter 2022');
  await when.press('Enter');
  await fileNamed(page, 'dtm.tif').getByLabel('Measures').selectOption('assumed');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => measured(page)).toEqual(['surface', 'ground', 'canopy']);
  expect(await findAxeViolations(page)).toEqual([]);
  await expectSaved(page);
  await page.reload();
  await fileNamed(page, 'dtm.tif').waitFor();
  await expect.poll(() => measured(page)).toEqual(['surface', 'ground', 'canopy']);
  expect(await fileNamed(page, 'dtm.tif').getByLabel('Measured when').inputValue()).toBe('winter 2022');
  expect(await page.getByText('data missing').count()).toBe(0);

  await goToWork(page);
  const saved = await saveFile(page);
  const elsewhere = await openData();
  await goToWork(elsewhere);
  await chooseWorkFile(elsewhere, saved.name, saved.bytes);
  await elsewhere
    .getByRole('region', { name: 'Saved to a file' })
    .getByText(/nothing changed since/)
    .waitFor();
  const again = await saveFile(elsewhere);
  expect(again.project).toBe(saved.project);
  // Hashes of every content, heights among them.
  expect(again.manifest.inputsHash).toBe(saved.manifest.inputsHash);
  await goTo(elsewhere, 'Data');
  await expect.poll(() => measured(elsewhere)).toEqual(['surface', 'ground', 'canopy']);
}, 120_000);

it('heights that cannot be used are refused, each with its reason and what to do', async () => {
  const page = await openData(360);
  const bad: readonly (Given & { readonly words: RegExp })[] = [
    {
      name: 'feet.tif',
      bytes: tiff({ keys: { 3072: 27_700, 4099: 9002 } }),
      words: /feet\.tif states its heights in feet\. Save it with heights in metres\./,
    },
    {
      name: 'cut.tif',
      bytes: tiff({ deflate: false }).slice(0, 3000),
      words: /cut\.tif is a damaged raster.*Download or export it again\./,
    },
    {
      name: 'huge.tif',
      bytes: tiff({ tags: { 256: 20_000, 257: 20_000, 278: 1 } }),
      words: /huge\.tif .*(?:holds fewer|above the limit)/,
    },
    {
      name: 'empty.tif',
      bytes: tiff({ nodata: '20' }),
      words: /empty\.tif: none of its cells has a height\./,
    },
    {
      name: 'lerc.tif',
      bytes: tiff({ tags: { 259: 34_887 } }),
      words: /packed by LERC, which is not read\./,
    },
    {
      name: 'bare.tif',
      bytes: tiff({ tags: { 33550: 0 } }),
      words: /bare\.tif does not say where it lies\./,
    },
  ];
  await give(page, [...bad, { name: 'photo.tif', bytes: tiff({ tags: { 277: 3 } }) }]);
  const summary = page.getByRole('alert').filter({ hasText: '6 files were not taken' });
  const text = await summary.innerText();
  for (const { words } of bad) expect(text).toMatch(words);
  expect(await fileNamed(page, 'photo.tif').getByLabel('Used as').inputValue()).toBe('context');
  await fileNamed(page, 'photo.tif').getByText('A picture without heights').waitFor();
  expect(await page.getByLabel('Measures').count()).toBe(0);
  expect(await findAxeViolations(page)).toEqual([]);
}, 60_000);

it('the demo borough’s heights come when they are asked for, and go with one undo', async () => {
  const { page } = await openApp({ route: '#/rooftops?roofs=reach', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  const asked = page.getByRole('button', { name: 'Fetch the demo’s heights' });
  await asked.waitFor();
  await page.getByText(/: 691 kB from this site\./).waitFor();
  await asked.press('Enter');
  await asked.waitFor({ state: 'detached' });
  await goTo(page, 'Data');
  for (const name of ['ground.asc', 'trees.geojson', 'council-assets.geojson'])
    await fileNamed(page, name).waitFor();
  await expect.poll(() => measured(page)).toEqual(['ground']);
  expect(await fileNamed(page, 'buildings.geojson').getByLabel('Used as').inputValue()).toBe('buildings');
  await page.keyboard.press('Control+z');
  await fileNamed(page, 'ground.asc').waitFor({ state: 'detached' });
}, 60_000);

const shared = '../shared/data/buildings';
const names = ['DSM_CG.tif', 'DEM_CG.tif', 'CDSM_CG.tif'];
it.skipIf(!existsSync(shared))(
  'Covent Garden is known by its names and kept over a reload',
  async () => {
    const page = await openData();
    await give(
      page,
      names.map((name) => ({ name, bytes: readFileSync(`${shared}/${name}`) })),
    );
    await expect.poll(() => measured(page)).toEqual(['surface', 'ground', 'canopy']);
    await fileNamed(page, 'DSM_CG.tif')
      .getByText(/^464 × 433 cells of 1 m, heights from /)
      .waitFor();
    await expectSaved(page);
    await page.reload();
    await fileNamed(page, 'DSM_CG.tif').waitFor();
    await expect.poll(() => measured(page)).toEqual(['surface', 'ground', 'canopy']);
    expect(await page.getByText('data missing').count()).toBe(0);
  },
  60_000,
);
