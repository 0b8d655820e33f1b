import type { BrowserContext, CDPSession, Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { crashRenderer } from '../faults/crash-renderer.ts';
import { goTo, waitForCount } from './app-page.ts';
import { dropFiles } from './give-files.ts';
import { expectSaved, KeptJournal, readKept } from './kept-journal.ts';

// The faults of the store that a browser can be made to have, in as few profiles as they can share. The project is the demo
// borough with its 40,000 premises and ten layers, kept once a definition is chosen.
const openApp = useStoryBrowser();
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

/** The message is announced, has the focus, and its screen is without fault. */
async function expectMessage(page: Page, words: RegExp, role: 'alert' | 'status'): Promise<void> {
  const notice = page.getByRole('group', { name: words });
  await notice.waitFor();
  expect(await notice.getByRole(role).count()).toBe(1);
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
  await journal.holds(again, unsaved);
  await journal.define(again, DOUBLE);
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
  expect(await page.locator('.bar-saved').innerText()).toMatch(/Not saved/);
  expect((await readKept(page)).map(({ work }) => canonicalJson(work))).toEqual([
    canonicalJson(journal.work),
  ]);
  // The work goes on in memory; taken back, what has room is saved: the step that has none is not.
  await page.getByRole('heading', { name: LARGE.name }).first().waitFor();
  await page.keyboard.press('Control+z');
  await expectSaved(page);
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

it('R7, R8 and R9: a damaged, an earlier and a newer project are told apart, and the others open', async () => {
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

it('R13: a tab that was frozen while another took its project goes on reading, and nothing is lost', async () => {
  const { page, context, journal } = await seeded();
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const other = await context.newPage();
  other.setDefaultTimeout(20_000);
  await other.goto(page.url().split('#')[0]);
  await waitForCount(other);
  await other.getByRole('button', { name: 'Take over here' }).click();
  await expectSaved(other);
  await journal.define(other, GIGABIT);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expectMessage(page, /being edited in another tab/, 'status');
  await journal.check(other);
  // Navigating away and back finds the same.
  await other.goto('about:blank');
  await other.goBack();
  await waitForCount(other);
  await journal.holds(other);
});

it('R5: what the browser removed is told by what is left, and a clean slate is no error', async () => {
  const { page, context } = await seeded();
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await clear(session, origin, 'indexeddb,file_systems');
  await page.goto('about:blank');
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await expectMessage(page, /^No saved work found in this browser/, 'status');
  await page.goto('about:blank');
  await clear(session, origin, 'all');
  await page.goto(inject('appAddress'));
  await waitForCount(page);
  await page.locator('.bar-saved').filter({ hasText: 'Nothing to save yet' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('R14: a map whose graphics went is told to be reloading, and is back as it was, layers and ward', async () => {
  const { page, journal } = await seeded();
  await waitForMap(page);
  await page
    .getByRole('region', { name: 'Ward table' })
    .getByRole('button')
    .filter({ hasText: /\w/ })
    .nth(8)
    .click();
  await waitForMap(page);
  const before = await page.locator('canvas.maplibregl-canvas').screenshot();
  const address = page.url();
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
    const gl = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    gl?.loseContext();
    (window as unknown as { gl: unknown }).gl = gl;
  });
  await page.getByRole('status').filter({ hasText: 'The map is reloading' }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.evaluate(() => (window as unknown as { gl: WEBGL_lose_context }).gl.restoreContext());
  await waitForMap(page, 10_000);
  expect(page.url()).toBe(address);
  await expect
    .poll(async () => Buffer.compare(before, await page.locator('canvas.maplibregl-canvas').screenshot()), {
      timeout: 10_000,
    })
    .toBe(0);
  await journal.check(page);
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
  const before = await section.innerText();
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
    await section
      .getByRole('button', { name: /choose where|save/i })
      .last()
      .click();
    await page.waitForTimeout(1000);
    expect((await readKept(page))[0].record.file, name).toBeNull();
  }
  expect(await findAxeViolations(page)).toEqual([]);
  expect(before).toMatch(/never|not saved|no file/i);
  await goTo(page, 'Not-spots');
  await journal.check(page);
});

function clear(session: CDPSession, origin: string, storageTypes: string): Promise<unknown> {
  return session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}
