import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { makePilot } from '../builders/pilot.ts';
import { seededRandom } from '../builders/seeded-random.ts';
import { goTo, headlineOf, openFileDetails, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser({ map: false });
const MUTATIONS = 100;
const definition = '#/not-spots?recipe=no+5g';

async function open(route: string): Promise<{ page: Page; said: string[] }> {
  const { page } = await openApp({ route, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  return { page, said };
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('heading', { name: 'What will leave' }).waitFor();
}

async function linkOf(page: Page): Promise<string> {
  await openDialog(page);
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Link', exact: true });
  await expect.poll(() => field.inputValue()).toContain('#share=');
  return new URL(await field.inputValue()).hash;
}

it('a link from a changed project opens as a copy elsewhere: same numbers, identical inputs, once', async () => {
  const { page } = await open(definition);
  await waitForCount(page);
  const headline = await headlineOf(page);
  expect(headline).toContain('5G');
  const hash = await linkOf(page);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Share');

  const { page: other } = await open(hash);
  const notice = other.getByRole('group', { name: /A link was opened as a copy: “.+ \(from a link\)”/ });
  await notice.waitFor();
  await waitForCount(other);
  await expect.poll(() => headlineOf(other)).toBe(headline);
  await expect.poll(() => notice.innerText()).toContain('Identical inputs');
  expect(other.url()).not.toContain('share=');
  expect(new URL(other.url()).hash).toContain('recipe=no+5g');
  expect(await findAxeViolations(other)).toEqual([]);
  await other.getByRole('link', { name: /Saved/ }).waitFor();
  await other.reload();
  await waitForCount(other);
  await expect.poll(() => headlineOf(other)).toBe(headline);
  await other.getByRole('link', { name: /Saved/ }).click();
  await expect.poll(() => other.locator('.work-project').count()).toBe(1);
});

it('what is confidential is in no link, file, title or message', async () => {
  const canary = /canary/i;
  const pilot = makePilot();
  const { page, said } = await open('#/data');
  await waitForCount(page);
  const gigabit = JSON.parse(pilot.gigabitGeoJson);
  for (const { properties } of gigabit.features) properties.provider = 'Canary Fibre';
  await chooseFiles(page, [
    { name: 'canary-gigabit.geojson', text: JSON.stringify(gigabit) },
    { name: 'premises.csv', text: pilot.premisesCsv },
    { name: 'wards.geojson', text: pilot.wardsGeoJson },
  ]);
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  await openFileDetails(page);
  const file = page.locator('li').filter({ hasText: 'canary-gigabit.geojson' });
  await file.getByLabel('Confidential: this file and its layers').first().check();
  await page.getByRole('link', { name: /Saved/ }).click();
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('Canary Fibre, north');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename Canary Fibre, north' }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/not-spots?view=clusters&cluster=e412345-n301234';
  });
  await waitForCount(page);
  const hash = await linkOf(page);
  const lists = page.locator('.share-lists section');
  expect(await lists.nth(0).innerText()).not.toMatch(canary);
  await expect
    .poll(() => lists.nth(1).innerText())
    .toContain('canary-gigabit.geojson (it is marked confidential)');
  await page.getByRole('radio', { name: 'A file for others' }).check();
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file for others' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).not.toMatch(canary);
  const bytes = readFileSync(await download.path());
  await page.getByText(/Handed to the browser as .+notspot/).waitFor();
  expect(await page.title()).not.toMatch(canary);
  expect(said.filter((text) => canary.test(text))).toEqual([]);

  const shared = [hash, { name: download.suggestedFilename(), bytes }] as const;
  for (const given of shared) {
    const { page: other, said: heard } = await open(typeof given === 'string' ? given : '#/data');
    if (typeof given !== 'string') {
      await waitForCount(other);
      const { name, bytes: buffer } = given;
      await other.locator('input[type="file"]').setInputFiles([{ name, mimeType: '', buffer }]);
    } else await other.getByRole('group', { name: /opened as a copy/ }).waitFor();
    await goTo(other, 'Data');
    await other.getByText('premises.csv').first().waitFor();
    expect(await other.locator('body').innerText()).not.toMatch(canary);
    expect(heard.filter((text) => canary.test(text))).toEqual([]);
    const kept = await other.evaluate(async () => JSON.stringify(Object.entries(localStorage)));
    expect(kept).not.toMatch(canary);
  }
});

it('no mutated link crashes the app or touches the work on show; each is refused with its reason', async () => {
  const { page } = await open(definition);
  await waitForCount(page);
  const hash = await linkOf(page);
  await page.keyboard.press('Escape');
  const headline = await headlineOf(page);
  const address = addressOf(page);
  const random = seededRandom(33);
  const links = Array.from({ length: MUTATIONS }, (_, i) => mutated(hash, i, random));
  const refusals = await page.evaluate(async (given) => {
    const found: string[] = [];
    const until = async (isSo: () => boolean): Promise<void> => {
      const end = Date.now() + 10_000;
      while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    for (const link of given) {
      location.hash = link;
      await until(() => document.querySelector('.keep-notice') !== null);
      const notice = document.querySelector('.keep-notice');
      found.push(notice?.querySelector('.keep-notice-words')?.textContent ?? 'nothing was said');
      notice?.querySelector<HTMLButtonElement>('.keep-notice-close')?.click();
      await until(() => document.querySelector('.keep-notice') === null);
    }
    return found;
  }, links);
  expect(refusals).toHaveLength(MUTATIONS);
  for (const [i, words] of refusals.entries())
    expect([links[i].slice(0, 40), words]).toEqual([
      links[i].slice(0, 40),
      expect.stringMatching(
        /could not be opened\s*This link (?:is|shares|was).+Your present work is as it was/,
      ),
    ]);
  expect(addressOf(page)).toBe(address);
  await expect.poll(() => headlineOf(page)).toBe(headline);
  await page.reload();
  await waitForCount(page);
  expect([await headlineOf(page), addressOf(page)]).toEqual([headline, address]);
  await page.getByRole('link', { name: /Saved/ }).click();
  await expect.poll(() => page.locator('.work-project').count()).toBe(1);
});

/** The address but for the map's place: the map fits the borough anew while a notice takes room from it. */
function addressOf(page: Page): string {
  return page.url().replace(/[?&]at=[^&]*/, '');
}

/** The link with a character changed, left out or added, cut short, or made far too long. */
function mutated(hash: string, i: number, random: (below: number) => number): string {
  const mark = '#share='.length;
  const at = mark + random(hash.length - mark);
  const character = ALPHABET[(ALPHABET.indexOf(hash[at]) + 1 + random(62)) % 64];
  switch (i % 5) {
    case 0:
      return hash.slice(0, at);
    case 1:
      return hash.slice(0, at) + hash.slice(at + 1);
    case 2:
      return hash.slice(0, at) + character + hash.slice(at);
    case 3:
      return i % 10 === 3 ? hash + 'A'.repeat(100_000) : `${hash.slice(0, at)}__proto__`;
    default:
      return hash.slice(0, at) + character + hash.slice(at + 1);
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
