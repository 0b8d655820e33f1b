import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { findAxeViolations, withoutWebGl } from '../browser/harness.ts';
import { type KillableBrowser, launchKillable } from '../browser/killable-browser.ts';
import { waitForCount } from './app-page.ts';
import { expectSaved, KeptJournal, readKept } from './kept-journal.ts';

// Faults of the disk and of the whole browser, each over a profile of its own that outlives the browser.
let folder: string;
let browser: KillableBrowser | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-profile-'));
});
afterEach(async () => {
  await browser?.kill().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(): Promise<KillableBrowser> {
  browser = await launchKillable({
    chromiumPath: inject('chromiumPath'),
    folder,
    chromiumArguments: withoutWebGl,
  });
  await browser.page.goto(inject('appAddress'));
  await waitForCount(browser.page);
  return browser;
}

it('R2: a browser that is killed loses nothing that was shown as saved, and says so when it is back', async () => {
  const first = await open();
  const journal = new KeptJournal();
  for (const label of ['No gigabit', 'No superfast', 'Double not-spot'])
    await journal.define(first.page, label);
  const unsaved = [await journal.choose(first.page, 'No gigabit')];
  await first.kill();
  const { page, pageErrors } = await open();
  await page.getByRole('group', { name: /restored after an unexpected stop/ }).waitFor();
  await journal.holds(page, unsaved);
  await journal.check(page);
  expect(pageErrors).toEqual([]);
});

it('R6: damaged bytes on the disk, which the browser throws away, leave a second copy that is put back', async () => {
  const first = await open();
  const journal = new KeptJournal();
  for (const label of ['No gigabit', 'No superfast', 'Double not-spot'])
    await journal.define(first.page, label);
  await expectSecondCopy(first.page, journal);
  await first.close();
  for (const path of databaseFolders(folder))
    for (const file of readdirSync(path).filter((name) => /\.(?:log|ldb)$|^MANIFEST/.test(name)))
      writeFileSync(
        join(path, file),
        readFileSync(join(path, file)).map((byte) => byte ^ 0xff),
      );
  const { page, pageErrors } = await open();
  const notice = page.getByRole('group', { name: 'No saved work found in this browser' });
  await notice.waitFor();
  await expect.poll(() => notice.getByRole('status').count()).toBe(1);
  await expect.poll(() => notice.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findAxeViolations(page)).toEqual([]);
  await notice.getByRole('button', { name: 'See the second copies' }).click();
  const copies = page.getByRole('region', { name: 'Second copies' });
  expect(await findAxeViolations(page)).toEqual([]);
  await copies.getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(async () => (await readKept(page)).length).toBe(1);
  await page.goto('about:blank');
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await journal.check(page);
  expect(pageErrors).toEqual([]);
});

it('R6: a store that does not open is told, and the app works in memory', async () => {
  const first = await open();
  const journal = new KeptJournal();
  await journal.define(first.page, 'No gigabit');
  await first.close();
  const [path] = databaseFolders(folder);
  renameSync(path, `${path}.kept`);
  writeFileSync(path, 'in its place');
  const { page, kill } = await open();
  const notice = page.getByRole('group', { name: 'Your saved work could not be read' });
  await notice.waitFor();
  await expect.poll(() => notice.getByRole('alert').count()).toBe(1);
  await expect.poll(() => notice.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByLabel('Definition', { exact: true }).selectOption({ label: 'Double not-spot' });
  await waitForCount(page);
  await expect.poll(() => page.locator('.bar-saved').innerText()).toMatch(/Not saved/);
  await kill();
  rmSync(path, { force: true });
  renameSync(`${path}.kept`, path);
  // Whole again, and nothing of it was touched.
  const again = await open();
  await journal.check(again.page);
});

it('R6: a store that does not open is left for a second copy, then made afresh with what the copies hold', async () => {
  const first = await open();
  const journal = new KeptJournal();
  for (const label of ['No gigabit', 'Double not-spot']) await journal.define(first.page, label);
  await expectSecondCopy(first.page, journal);
  await first.close();
  const [path] = databaseFolders(folder);
  rmSync(path, { recursive: true });
  writeFileSync(path, 'in its place');
  const { page, pageErrors } = await open();
  const notice = page.getByRole('group', { name: 'Your saved work could not be read' });
  await notice.getByRole('button', { name: 'See the second copies' }).click();
  const copies = page.getByRole('region', { name: 'Second copies' });
  await copies.getByRole('button', { name: /^Open/ }).click();
  await page.getByRole('link', { name: 'Not-spots' }).click();
  await waitForCount(page);
  const definition = page.getByLabel('Definition', { exact: true });
  const shown = () => definition.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label);
  expect(await shown(), 'in memory').toBe('Double not-spot');
  await expect.poll(() => page.locator('.bar-saved').innerText()).toMatch(/Not saved/);
  rmSync(path, { force: true });
  await notice.getByRole('button', { name: 'Start afresh' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the damaged store and start afresh?' });
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete and start afresh' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(async () => (await readKept(page)).length).toBeGreaterThan(0);
  await expectSaved(page);
  // What the copy held is there, byte for byte, beside or as the work that was on show.
  const kept = (await readKept(page)).map(({ work }) => canonicalJson(work.project));
  expect(kept).toContain(canonicalJson(journal.work?.project));
  expect(pageErrors).toEqual([]);
});

/** Waits for the second copy, which follows when the hands rest, to hold the last that was acknowledged. */
async function expectSecondCopy(page: Page, { work }: KeptJournal): Promise<void> {
  const copied = async (): Promise<string> => {
    const text = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const copies = await root.getDirectoryHandle('projects', { create: true });
      for await (const [name, handle] of copies.entries())
        if (name.endsWith('.json')) return (await (handle as FileSystemFileHandle).getFile()).text();
      return '';
    });
    return text === '' ? '' : canonicalJson(JSON.parse(text).work);
  };
  await expect.poll(copied, { timeout: 30_000, interval: 200 }).toBe(canonicalJson(work));
}

/** Where the browser's database of the app lies on the disk. */
function databaseFolders(profile: string): string[] {
  const root = join(profile, 'Default', 'IndexedDB');
  return readdirSync(root)
    .filter((name) => name.endsWith('.leveldb'))
    .map((name) => join(root, name));
}
