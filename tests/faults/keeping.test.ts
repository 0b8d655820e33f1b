import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import type { WorkEntry } from '../../src/domain/project/work.ts';
import { seeded } from '../bench/seeded.ts';
import { type KillableBrowser, launchKillable } from '../browser/killable-browser.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { waitForCount } from '../flows/app-page.ts';
import { dropFiles } from '../flows/give-files.ts';
import { expectSaved, KeptJournal } from '../flows/kept-journal.ts';
import { crashRenderer } from './crash-renderer.ts';

const CRASHES = Number(process.env.CRASHES ?? 50);
const KILLS = 20;
const INTERRUPTIONS = 20;
const HAND_OVERS = 50;
const LATEST_MILLISECONDS = 2000;
/** Every so many crashes falls into an import. */
const IMPORT_EVERY = 5;
const LABELS = ['No gigabit', 'No superfast', 'Double not-spot'];

interface Tally {
  acknowledged: number;
  /** Kept though nobody had said so yet. */
  keptBesides: number;
}

async function barWords(page: Page): Promise<string> {
  return (await page.locator('.bar-saved').innerText()).trim();
}

/** What the bar says once it says that the work is saved, or only read here. */
async function settledWords(page: Page): Promise<string> {
  await page
    .locator('.bar-saved')
    .filter({ hasText: /^\s*(?:Saved|Read-only)/ })
    .waitFor();
  return barWords(page);
}

/** Chooses one definition after another, and takes down what is shown as saved, until the page is gone. */
async function editUntilGone(page: Page, journal: KeptJournal, tally: Tally): Promise<WorkEntry[]> {
  const unsaved: WorkEntry[] = [];
  const definition = page.getByLabel('Definition', { exact: true });
  try {
    let last = await definition.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label);
    for (let i = 0; ; i++) {
      last = LABELS[(LABELS.indexOf(last) + 1) % LABELS.length];
      unsaved.push(journal.entryOf(last));
      await definition.selectOption({ label: last }, { timeout: 5000 });
      // Now and then several in a row, so that some are told to be saved while others follow.
      if (i % 3 === 2) continue;
      const count = unsaved.length;
      await expectSaved(page);
      for (const entry of unsaved.splice(0, count)) {
        await journal.acknowledge(page, entry);
        tally.acknowledged++;
      }
    }
  } catch {
    return unsaved;
  }
}

describe('nothing that was shown as saved is lost', () => {
  const openApp = useStoryBrowser();

  async function begun(): Promise<{ page: Page; journal: KeptJournal }> {
    const { page } = await openApp({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    await waitForCount(page);
    const journal = new KeptJournal();
    for (const label of LABELS) await journal.define(page, label);
    return { page, journal };
  }

  it(`by ${CRASHES} crashes of the renderer while it saves, some in the midst of an import`, async () => {
    const { page: first, journal } = await begun();
    const address = first.url().split('#')[0];
    const tally: Tally = { acknowledged: LABELS.length, keptBesides: 0 };
    let imported = 0;
    let page = first;
    for (let seed = 1; seed <= CRASHES; seed++) {
      const isImport = seed % IMPORT_EVERY === 0;
      const file = importOf(seed);
      if (isImport) await dropFiles(page, [file]);
      const editing = isImport ? [] : editUntilGone(page, journal, tally);
      await wait(seeded(seed)() * LATEST_MILLISECONDS);
      await crashRenderer(page);
      const [context, unsaved] = [page.context(), await editing];
      const next = await context.newPage();
      next.setDefaultTimeout(30_000);
      await next.goto(address);
      // Premises alone, as the import leaves them, are not counted.
      await (isImport ? expectSaved(next) : waitForCount(next));
      await next.getByRole('group', { name: /restored after an unexpected stop/ }).waitFor();
      if (!isImport) tally.keptBesides += await journal.holds(next, unsaved);
      else if (await journal.holdsOrImported(next, `Added ${file.name}`)) imported++;
      await page.close().catch(() => undefined);
      page = next;
    }
    console.info(
      `${Math.floor(CRASHES / IMPORT_EVERY)} crashes in an import: whole ${imported} times, else nothing`,
    );
    tell('renderer crashes', CRASHES, tally);
  });

  it(`by ${HAND_OVERS} hand-overs between two tabs in the midst of editing`, async () => {
    const { page, journal } = await begun();
    const tally: Tally = { acknowledged: LABELS.length, keptBesides: 0 };
    const other = await page.context().newPage();
    other.setDefaultTimeout(30_000);
    await other.goto(page.url().split('#')[0]);
    await waitForCount(other);
    let [holder, reader] = [page, other];
    for (let seed = 1; seed <= HAND_OVERS; seed++) {
      const random = seeded(seed);
      const until = Date.now() + random() * LATEST_MILLISECONDS;
      const taking = wait(random() * LATEST_MILLISECONDS).then(() =>
        reader.getByRole('button', { name: 'Take over here' }).click(),
      );
      const unsaved: WorkEntry[] = [];
      const definition = holder.getByLabel('Definition', { exact: true });
      while (Date.now() < until) {
        const now = await definition.evaluate(
          (select: HTMLSelectElement) => select.selectedOptions[0]?.label,
        );
        const label = LABELS[(LABELS.indexOf(now) + 1) % LABELS.length];
        // It may be made and kept though the project is gone the next moment.
        unsaved.push(journal.entryOf(label));
        await definition.selectOption({ label });
        const words = random() < 0.5 ? await barWords(holder) : await settledWords(holder);
        if (/^Read-only/.test(words)) break;
        if (!/^Saved/.test(words)) continue;
        for (const entry of unsaved.splice(0)) {
          await journal.acknowledge(holder, entry);
          tally.acknowledged++;
        }
      }
      await taking;
      await expectSaved(reader);
      await waitForCount(reader);
      tally.keptBesides += await journal.holds(reader, unsaved);
      [holder, reader] = [reader, holder];
      await reader.getByRole('group', { name: /being edited in another tab/ }).waitFor();
    }
    tell('hand-overs', HAND_OVERS, tally);
  });

  it(`by ${INTERRUPTIONS} crashes while a newer version brings the store up to date`, async () => {
    const { page: first, journal } = await begun();
    const address = first.url().split('#')[0];
    const tally: Tally = { acknowledged: LABELS.length, keptBesides: 0 };
    let page = first;
    for (let seed = 1; seed <= INTERRUPTIONS; seed++) {
      await page.evaluate(() => {
        const request = indexedDB.open('notspot', 2);
        request.onupgradeneeded = () => {
          const store = request.transaction?.objectStore('projects');
          request.result.createObjectStore('more');
          store?.clear();
          // Never done: what it has changed so far must be rolled back.
          const again = (): void => {
            if (store) store.count().onsuccess = again;
          };
          again();
        };
      });
      await wait(seeded(seed)() * LATEST_MILLISECONDS);
      await crashRenderer(page);
      const next = await page.context().newPage();
      next.setDefaultTimeout(30_000);
      await next.goto(address);
      await waitForCount(next);
      await expectSaved(next);
      await journal.holds(next);
      await page.close().catch(() => undefined);
      page = next;
    }
    tell('interrupted upgrades', INTERRUPTIONS, tally);
  });

  it(`by ${KILLS} kills of the whole browser`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'notspot-profile-'));
    const chromiumPath = inject('chromiumPath');
    const tally: Tally = { acknowledged: 0, keptBesides: 0 };
    const journal = new KeptJournal();
    let unsaved: readonly WorkEntry[] = [];
    let browser: KillableBrowser | null = null;
    try {
      for (let seed = 0; seed <= KILLS; seed++) {
        browser = await launchKillable({ chromiumPath, folder });
        const { page } = browser;
        page.setDefaultTimeout(30_000);
        await page.goto(inject('appAddress'));
        await waitForCount(page);
        if (seed === 0) {
          for (const label of LABELS) await journal.define(page, label);
          tally.acknowledged += LABELS.length;
        } else {
          await page.getByRole('group', { name: /restored after an unexpected stop/ }).waitFor();
          tally.keptBesides += await journal.holds(page, unsaved);
        }
        expect(browser.pageErrors).toEqual([]);
        const editing = editUntilGone(page, journal, tally);
        await wait(seeded(seed)() * LATEST_MILLISECONDS);
        await browser.kill();
        unsaved = await editing;
      }
      tell('browser kills', KILLS, tally);
    } finally {
      await browser?.kill().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** A file of 20,000 rows, unlike that of any other seed. */
function importOf(seed: number): { name: string; text: string } {
  const row = (i: number): string =>
    `${100_000 + i},${(-1.5 + (i % 100) / 1000).toFixed(4)},${(53 + (i + seed) / 100_000).toFixed(5)}`;
  return {
    name: `import-${seed}.csv`,
    text: `uprn,lon,lat\n${Array.from({ length: 20_000 }, (_, i) => row(i)).join('\n')}\n`,
  };
}

function tell(what: string, repeats: number, { acknowledged, keptBesides }: Tally): void {
  console.info(
    `${repeats} ${what}: ${acknowledged} changes acknowledged, 0 lost, ${keptBesides} kept besides`,
  );
}
