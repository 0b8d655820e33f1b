import type { BrowserContext, CDPSession, Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { PROJECT_SCHEMA } from '../../src/formats/project-migrations.ts';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { crashRenderer } from '../faults/crash-renderer.ts';
import { goTo, waitForCount } from './app-page.ts';
import { dropFiles } from './give-files.ts';
import { expectSaved, KeptJournal, readKept } from './kept-journal.ts';
import { chooseWorkFile, goToWork, saveFile } from './saved-file.ts';

// The faults of the store that a browser can be made to have, in as few profiles as they can share. The project is the demo
// borough with its 40,000 premises and ten layers, kept once a definition is chosen.
const openApp = useStoryBrowser({ map: false });
const DOUBLE = 'Double not-spot';
const GIGABIT = 'No gigabit';
const SUPERFAST = 'No superfast';

/** 10,000 rows, which hold more than a full browser takes. */
const LARGE = {
  name: 'large.csv',
  text: `uprn,lon,lat\n${Array.from({ length: 10_000 }, (_, i) => `${100_000 + i},${-1.5 + (i % 100) / 1000},${53 + i / 100_000}`).join('\n')}\n`,
};

async function seeded(): Promise<{ page: Page; context: BrowserContext; journal: KeptJournal }> {
  const { page, context } = await openApp({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  const journal = new KeptJournal();
  for (const label of [GIGABIT, SUPERFAST, DOUBLE]) await journal.define(page, label);
  return { page, context, journal };
}

/** The same with two files of the person's own, loaded before the first definition. */
async function seededWithFiles(): Promise<{ page: Page; context: BrowserContext; journal: KeptJournal }> {
  const { page, context } = await openApp({ reducedMotion: 'reduce', route: '#/data' });
  page.setDefaultTimeout(20_000);
  await dropFiles(page, OWN);
  await page.getByRole('heading', { name: OWN[1].name }).first().waitFor();
  await expectSaved(page);
  await goTo(page, 'Not-spots');
  await waitForCount(page);
  const journal = new KeptJournal();
  for (const label of [SUPERFAST, GIGABIT]) await journal.define(page, label);
  return { page, context, journal };
}

/** Premises with two technologies of their own, and the wards they lie in. */
const OWN = [
  {
    name: 'own-wards.geojson',
    text: JSON.stringify({
      type: 'FeatureCollection',
      features: [0, 1].map((i) => ({
        type: 'Feature',
        properties: { WD24CD: `E0599900${i + 1}`, WD24NM: `Own ward ${i + 1}` },
        geometry: { type: 'Polygon', coordinates: [boxAt(-1.5 + i / 100)] },
      })),
    }),
  },
  {
    name: 'own-premises.csv',
    text: `uprn,lon,lat,gigabit,superfast\n${Array.from({ length: 200 }, (_, i) => `${200_000 + i},${(-1.5 + (i % 20) / 1000).toFixed(4)},${(53 + Math.floor(i / 20) / 1000).toFixed(4)},${i % 3 === 0 ? 'Y' : 'N'},${i % 2 === 0 ? 'Y' : 'N'}`).join('\n')}\n`,
  },
];

function boxAt(west: number): number[][] {
  return [
    [west, 52.99],
    [west + 0.01, 52.99],
    [west + 0.01, 53.02],
    [west, 53.02],
    [west, 52.99],
  ];
}

/** The message is announced, has the focus, and its screen is without fault. */
async function expectMessage(page: Page, words: RegExp, role: 'alert' | 'status'): Promise<void> {
  const notice = page.getByRole('group', { name: words });
  await notice.waitFor();
  await expect.poll(() => notice.getByRole(role).count()).toBe(1);
  await expect.poll(() => notice.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findAxeViolations(page)).toEqual([]);
}

it('R1: a renderer that crashes in the midst of saving loses nothing that was shown as saved, and says so', async () => {
  const { page, context, journal } = await seeded();
  const unsaved = [await journal.choose(page, GIGABIT), await journal.choose(page, SUPERFAST)];
  const address = page.url();
  await crashRenderer(page);
  const again = await context.newPage();
  again.setDefaultTimeout(20_000);
  await again.goto(address.split('#')[0]);
  await waitForCount(again);
  await expectMessage(again, /restored after an unexpected stop/, 'status');
  const kept = await journal.holds(again, unsaved);
  // One that is not in force: choosing the same again is no change.
  await journal.define(again, kept === 0 ? GIGABIT : DOUBLE);
  await journal.check(again);
});

it('R1 with files of one’s own: their data is on the disk before the project names it, and after a crash', async () => {
  const { page, context, journal } = await seededWithFiles();
  const unsaved = [await journal.choose(page, SUPERFAST)];
  const address = page.url();
  await crashRenderer(page);
  const again = await context.newPage();
  again.setDefaultTimeout(20_000);
  await again.goto(address.split('#')[0]);
  await waitForCount(again);
  await journal.holds(again, unsaved);
  await journal.check(again);
});

it('R3 and R4: a full browser says that nothing new is saved until there is room, and keeps the last saved version', async () => {
  const { page, context, journal } = await seeded();
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await goTo(page, 'Data');
  await dropFiles(page, [LARGE]);
  await expectMessage(page, /^This browser is full: nothing new is being saved/, 'alert');
  await expect.poll(() => page.locator('.bar-saved').innerText()).toMatch(/Not saved/);
  expect((await readKept(page)).map(({ work }) => canonicalJson(work))).toEqual([
    canonicalJson(journal.work),
  ]);
  // The work goes on in memory; taken back, what has room is saved: the step that has none is not.
  await page.getByRole('heading', { name: LARGE.name }).first().waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('.bar-saved').filter({ hasText: 'Saved, but not every step of undo' }).waitFor();
  await goTo(page, 'Not-spots');
  await journal.check(page);
  await goTo(page, 'Data');
  await dropFiles(page, [LARGE]);
  await page.getByRole('group', { name: /^This browser is full/ }).waitFor();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectSaved(page);
  await page.reload();
  await page.getByRole('heading', { name: LARGE.name }).first().waitFor();
  const [kept] = await readKept(page);
  expect(kept.work.done.map(({ label }) => label).at(-1)).toBe(`Added ${LARGE.name}`);
  // R4: the browser made no promise, and the page says so.
  await page.getByRole('link', { name: /^Saved in this browser/ }).click();
  await page
    .getByText(/the browser may/i)
    .first()
    .waitFor();
});

it('R7 and R9: a damaged and a newer project are told apart, and the others open', async () => {
  const { page, journal } = await seeded();
  const newer = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
    });
    const projects = database.transaction(['projects'], 'readwrite').objectStore('projects');
    const [one] = await new Promise<{ id: string }[]>((resolve) => {
      const request = projects.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const made = { ...one, id: 'from-tomorrow', schema: 99, flavour: 'unknown' };
    projects.put(made);
    projects.put({ ...one, id: 'damaged-1', revision: 'many' });
    projects.put({ ...one, id: 'damaged-2', name: 'x'.repeat(50_000_000) });
    projects.put({ id: 'damaged-3' });
    await new Promise<void>((resolve) => {
      projects.transaction.oncomplete = () => resolve();
    });
    database.close();
    return JSON.stringify(made);
  });
  await journal.check(page);
  await page.getByRole('link', { name: /^Saved in this browser/ }).click();
  const projects = page.getByRole('region', { name: 'Projects in this browser' });
  await expect.poll(() => projects.getByText('damaged', { exact: true }).count()).toBe(3);
  await projects.getByText('newer', { exact: true }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Not-spots' }).click();
  await journal.define(page, GIGABIT);
  await journal.check(page);
  const untouched = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
    });
    const found = await new Promise<unknown>((resolve) => {
      const request = database.transaction('projects').objectStore('projects').get('from-tomorrow');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return JSON.stringify(found);
  });
  expect(untouched).toBe(newer);
});

it('R8: a project of the first form opens whole, says that it was brought up to date, and its earlier form stays beside it', async () => {
  const { page, journal } = await seeded();
  const earlier = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction(['projects', 'snapshots', 'journal'], 'readwrite');
    // Sites and devices came with form 2, digs with form 3, in the project and in every whole project that a step holds.
    const isNew = (key: string, value: unknown) =>
      ['sites', 'devices', 'designs'].includes(key) && Array.isArray(value) && value.length === 0;
    const former = (text: string) =>
      JSON.stringify(JSON.parse(text, (key, value) => (isNew(key, value) ? undefined : value)));
    for (const name of ['projects', 'snapshots', 'journal'] as const) {
      const store = transaction.objectStore(name);
      const records = await new Promise<{ text?: string; schema?: number }[]>((resolve) => {
        const request = store.getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const record of records)
        store.put({
          ...record,
          ...(record.schema === undefined ? {} : { schema: 1 }),
          ...(record.text === undefined ? {} : { text: former(record.text) }),
        });
    }
    const text = await new Promise<string>((resolve) => {
      const request = transaction.objectStore('snapshots').getAll();
      request.onsuccess = () => resolve(request.result[0].text);
    });
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    database.close();
    return text;
  });
  expect(earlier).not.toMatch(/"(?:sites|devices|designs)":/);
  await page.reload();
  await waitForCount(page);
  await expectMessage(page, /Your work was brought up to date/, 'status');
  // What is opened and not changed is not written anew; the next change is.
  await journal.define(page, SUPERFAST);
  expect((await readKept(page)).map(({ record, work }) => [record.schema, canonicalJson(work)])).toEqual([
    [PROJECT_SCHEMA, canonicalJson(journal.work)],
  ]);
  await journal.check(page);
  const beside = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
    });
    const found = await new Promise<{ id: string; text: string }[]>((resolve) => {
      const request = database.transaction('snapshots').objectStore('snapshots').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return found.filter(({ id }) => id.endsWith('@1')).map(({ text }) => text);
  });
  expect(beside).toHaveLength(1);
  expect(JSON.stringify(JSON.parse(beside[0]))).toContain(JSON.stringify(earlier));
});

it('R11, R10 and R9: a newer version in another tab takes the store once the old tab has saved, and is read-only for it after', async () => {
  const { page, journal } = await seeded();
  const unsaved = await journal.choose(page, GIGABIT);
  // Interrupted while it brings the store up to date: rolled back by the browser.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('notspot', 2);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('more');
          request.transaction?.abort();
        };
        request.onerror = () => resolve();
      }),
  );
  await expectMessage(page, /new version of Notspot needs this tab to reload/, 'alert');
  await journal.acknowledge(page, unsaved);
  await journal.check(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('notspot', 2);
        request.onupgradeneeded = () => request.result.createObjectStore('more');
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  await page.reload();
  await waitForCount(page);
  await expectMessage(page, /saved work was made with a newer version/, 'alert');
  await journal.choose(page, SUPERFAST);
  await waitForCount(page);
  expect((await readKept(page)).map(({ work }) => canonicalJson(work))).toEqual([
    canonicalJson(journal.work),
  ]);
});

it('R11: a tab with a newer version says so where an older one does not let go of the store, and opens it once that is closed', async () => {
  const { page, context, journal } = await seeded();
  const address = page.url().split('#')[0];
  // An older Notspot that answers nothing: the store is held open by a page of this address.
  await page.evaluate(async () => {
    const held = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
    });
    Object.assign(window, { held });
  });
  const newer = await context.newPage();
  newer.setDefaultTimeout(20_000);
  // The version after this one, as far as the store can tell.
  await newer.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name: string, version?: number) {
      return open.call(this, name, version === undefined ? undefined : version + 1);
    };
  });
  await newer.goto(address);
  await waitForCount(newer);
  await expectMessage(newer, /^Another tab with an older Notspot holds your saved work/, 'alert');
  await newer.getByRole('button', { name: 'Try again' }).waitFor();
  await page.close();
  await newer.getByRole('button', { name: 'Try again' }).click();
  await expectSaved(newer);
  await waitForCount(newer);
  await journal.holds(newer);
});

it('R13: a tab that was frozen while another took its project goes on reading, and nothing is lost', async () => {
  const { page, context, journal } = await seeded();
  const session = await context.newCDPSession(page);
  const wake = await standStill(page, session);
  const other = await context.newPage();
  other.setDefaultTimeout(20_000);
  await other.goto(page.url().split('#')[0]);
  await waitForCount(other);
  await other.getByRole('button', { name: 'Take over here' }).click();
  await expectSaved(other);
  await journal.define(other, GIGABIT);
  await wake();
  await expectMessage(page, /being edited in another tab/, 'status');
  await journal.check(other);
  // Navigating away and back finds the same.
  await other.goto('about:blank');
  await other.goBack();
  await waitForCount(other);
  await journal.holds(other);
});

it('R5: what the browser removed is told by what is left, and a clean slate is no error', async () => {
  const { page, context, journal } = await seeded();
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await goToWork(page);
  const backup = await saveFile(page);
  await journal.isIn(backup, page);
  await clear(session, origin, 'indexeddb,file_systems');
  await page.goto('about:blank');
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await expectMessage(page, /^No saved work found in this browser/, 'status');
  // The file is not affected: it opens as the work was.
  await goToWork(page);
  await chooseWorkFile(page, backup.name, backup.bytes);
  await expectSaved(page);
  await goTo(page, 'Not-spots');
  await waitForCount(page);
  const [reopened, ...others] = await readKept(page);
  expect(others).toEqual([]);
  expect(canonicalJson(reopened.work.project)).toBe(backup.project);
  await goToWork(page);
  expect((await saveFile(page)).project).toBe(backup.project);
  await page.goto('about:blank');
  await clear(session, origin, 'all');
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await page.locator('.bar-saved').filter({ hasText: 'Nothing to save yet' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('R36: files dropped twice at once, a reload in the midst of an import, and a storm of undo leave all or nothing', async () => {
  const { page, journal } = await seeded();
  await goTo(page, 'Data');
  await dropFiles(page, [LARGE]);
  await page.reload();
  await waitForCount(page);
  const [first] = await readKept(page);
  const isTaken = first.work.done.length > 3;
  if (isTaken) {
    await page.keyboard.press('Control+z');
    await expectSaved(page);
  }
  expect(canonicalJson({ ...(await readKept(page))[0].work, undone: [] })).toBe(canonicalJson(journal.work));
  await Promise.all([dropFiles(page, [LARGE]), dropFiles(page, [LARGE])]);
  await page.getByRole('heading', { name: LARGE.name }).first().waitFor();
  await expectSaved(page);
  expect((await readKept(page))[0].work.project.datasets.map(({ fileName }) => fileName)).toEqual([
    LARGE.name,
  ]);
  await page.keyboard.press('Control+z');
  await goTo(page, 'Not-spots');
  await waitForCount(page);
  for (let i = 0; i < 40; i++) await page.keyboard.press(i % 4 === 3 ? 'Control+Shift+z' : 'Control+z');
  for (let i = 0; i < 40; i++) await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+z');
  await expectSaved(page);
  const { work } = (await readKept(page))[0];
  expect(canonicalJson({ ...work, undone: [] })).toBe(canonicalJson(journal.work));
  expect(work.undone.map(({ label }) => label)).toEqual([`Added ${LARGE.name}`]);
});

it('R35: a file that the browser may not write leaves the age of the last one as it was', async () => {
  const { page, journal } = await seeded();
  await page.getByRole('link', { name: /^Saved in this browser/ }).click();
  const section = page.locator('#work-file');
  await section.waitFor();
  await expect.poll(() => section.innerText()).toMatch(/Last saved to a file: never\./);
  const { manifest } = await saveFile(page);
  await expect.poll(async () => (await readKept(page))[0].record.file?.at).toBe(manifest.savedAt);
  const before = (await readKept(page))[0].record.file;
  const age = await section.getByText(/^Last saved to a file/).innerText();
  expect(age).toMatch(/nothing changed since/);
  for (const name of ['NotAllowedError', 'AbortError', 'write']) {
    await page.evaluate((failing) => {
      const refuse = async () => {
        if (failing !== 'write') throw new DOMException('Refused.', failing);
        const writable = {
          write: async () => {
            throw new DOMException('The disk is full.', 'QuotaExceededError');
          },
          close: async () => undefined,
          abort: async () => undefined,
        };
        return { name: 'x.notspot', createWritable: async () => writable };
      };
      Object.assign(window, { showSaveFilePicker: refuse });
    }, name);
    await section.getByRole('button', { name: 'Choose where to save …' }).click();
    await section.getByText('Not saved to a file').waitFor();
    await expect.poll(() => section.innerText()).toContain('Earlier files are as they were.');
    expect((await readKept(page))[0].record.file, name).toEqual(before);
    await expect
      .poll(() => section.getByText(/^Last saved to a file/).innerText())
      .toContain('nothing changed since');
    await section.getByRole('button', { name: /^Dismiss/ }).click();
  }
  expect(await findAxeViolations(page)).toEqual([]);
  await goTo(page, 'Not-spots');
  await journal.check(page);
});

/**
 * Stops all that a page does, as a browser does with a tab that nobody looks at; gives how to wake it, which holds that not
 * one of its timers ran meanwhile. A headless Chromium takes no page for hidden, and does not freeze it when asked to.
 */
async function standStill(page: Page, session: CDPSession): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const counting = Object.assign(window, { ticks: 0 });
    setInterval(() => counting.ticks++, 20);
  });
  const ticks = async (): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'ticks', returnByValue: true });
    return result.value;
  };
  await session.send('Debugger.enable');
  const stopped = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  await stopped;
  const before = await ticks();
  return async () => {
    expect(await ticks(), 'it stood still').toBe(before);
    await session.send('Debugger.disable');
    await expect.poll(ticks).toBeGreaterThan(before as number);
    // What a browser tells a page that it wakes.
    await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  };
}

function clear(session: CDPSession, origin: string, storageTypes: string): Promise<unknown> {
  return session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}
