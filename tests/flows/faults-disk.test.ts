import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { type KillableBrowser, launchKillable } from '../browser/killable-browser.ts';
import { waitForCount } from './app-page.ts';
import { expectSaved, KeptJournal } from './kept-journal.ts';

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
  browser = await launchKillable({ chromiumPath: inject('chromiumPath'), folder });
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

it('R6: a store that is damaged on the disk is told; the second copy opens, and starting afresh puts it back', async () => {
  const first = await open();
  const journal = new KeptJournal();
  for (const label of ['No gigabit', 'No superfast', 'Double not-spot'])
    await journal.define(first.page, label);
  // The second copy follows when the hands rest.
  await first.page.waitForTimeout(3000);
  await first.close();
  damageDatabase(folder);
  const { page, pageErrors } = await open();
  const notice = page.getByRole('group', { name: 'Your saved work could not be read' });
  await notice.waitFor();
  expect(await notice.getByRole('alert').count()).toBe(1);
  expect(await findAxeViolations(page)).toEqual([]);
  // The app works in memory meanwhile.
  await page.getByLabel('Definition', { exact: true }).selectOption({ label: 'No gigabit' });
  await waitForCount(page);
  await notice.getByRole('button', { name: 'See the second copies' }).click();
  const copies = page.getByRole('region', { name: 'Second copies' });
  await copies.getByRole('button', { name: /^Start afresh/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /start afresh/i }).click();
  await expectSaved(page);
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await journal.holds(page);
  expect(pageErrors).toEqual([]);
});

/** Flips every byte of what the browser's database wrote to the disk. */
function damageDatabase(profile: string): void {
  const root = join(profile, 'Default', 'IndexedDB');
  for (const name of readdirSync(root).filter((one) => one.endsWith('.leveldb')))
    for (const file of readdirSync(join(root, name))) {
      if (!/\.(?:log|ldb)$|^MANIFEST/.test(file)) continue;
      const path = join(root, name, file);
      writeFileSync(
        path,
        readFileSync(path).map((byte) => byte ^ 0xff),
      );
    }
}
