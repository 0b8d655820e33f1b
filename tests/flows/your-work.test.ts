import type { BrowserContext, Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { headlineOf, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser({ map: false });

async function openDemo(widthPixels = 1280): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await openApp({ widthPixels, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await waitForCount(page);
  return { page, context };
}

async function define(page: Page, label: string): Promise<void> {
  await page.getByLabel('Definition', { exact: true }).selectOption({ label });
}

async function expectSaved(page: Page): Promise<void> {
  await page.locator('.bar-saved').filter({ hasText: 'Saved in this browser' }).waitFor();
}

it('keeps a change and its undo over a reload; any step is one press of a key away', async () => {
  const { page } = await openDemo();
  const first = await headlineOf(page);
  await define(page, 'No gigabit');
  await expectSaved(page);
  await page.reload();
  await waitForCount(page);
  await expect.poll(() => headlineOf(page)).toContain('have no gigabit');
  await page.getByRole('link', { name: /^Saved in this browser/ }).press('Enter');
  await page.getByRole('heading', { name: /^Saved in this browser at \d\d:\d\d$/ }).waitFor();
  const steps = page.getByRole('list', { name: 'Steps' });
  await steps.getByRole('button', { name: 'Go back to here: The beginning' }).press('Enter');
  await steps.locator('[aria-current="step"]').filter({ hasText: 'The beginning' }).waitFor();
  await expectSaved(page);
  await page.getByRole('link', { name: 'Not-spots' }).click();
  await waitForCount(page);
  await expect.poll(() => headlineOf(page)).toBe(first);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => headlineOf(page)).toContain('have no gigabit');
});

it('lets one tab edit; the other says so, answers what it refuses, takes over; deleting all empties both', async () => {
  const { page, context } = await openDemo();
  await define(page, 'No gigabit');
  await expectSaved(page);
  const other = await context.newPage();
  other.setDefaultTimeout(15_000);
  await other.goto(page.url());
  await waitForCount(other);
  const notice = other.getByRole('group', { name: /being edited in another tab/ });
  await notice.waitFor();
  await expect.poll(() => notice.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findAxeViolations(other)).toEqual([]);
  await other.keyboard.press('Control+z');
  await other.getByRole('alert').filter({ hasText: 'That change was not made' }).waitFor();
  await expect.poll(() => headlineOf(other)).toContain('have no gigabit');
  await other.getByRole('button', { name: 'Take over here' }).click();
  await expectSaved(other);
  await page.getByRole('group', { name: /being edited in another tab/ }).waitFor();
  await other.keyboard.press('Control+z');
  await expect.poll(() => headlineOf(other)).not.toContain('have no gigabit.');
  await expectSaved(other);

  await other.getByRole('link', { name: /^Saved in this browser/ }).click();
  await other.getByRole('button', { name: 'Delete all my data …' }).click();
  const dialog = other.getByRole('dialog', { name: /^Delete all your data/ });
  expect(await findAxeViolations(other)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  for (const tab of [other, page]) {
    await tab.getByRole('group', { name: 'All your data was deleted from this browser' }).waitFor();
    await tab.locator('.bar-saved').filter({ hasText: 'Nothing to save yet' }).waitFor();
    expect(await leftIn(tab)).toEqual({ projects: 0, marks: [], files: [] });
  }
});

it('opens the others where one project is damaged, on a phone too', async () => {
  const { page } = await openDemo(360);
  await define(page, 'No gigabit');
  await expectSaved(page);
  await page.evaluate(damageSnapshots);
  await page.reload();
  await waitForCount(page);
  const notice = page.getByRole('group', { name: /could not be opened: what is saved of it is damaged/ });
  await notice.waitFor();
  await expect.poll(() => notice.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findAxeViolations(page)).toEqual([]);
  const coming = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download the damaged data' }).click();
  expect((await coming).suggestedFilename()).toBe('notspot-damaged-project.json');
  // The rest works, and is kept beside it.
  await define(page, 'Double not-spot');
  await expectSaved(page);
  await notice.getByRole('button', { name: 'See your projects' }).click();
  const projects = page.getByRole('region', { name: 'Projects in this browser' });
  await projects.getByRole('button', { name: /^Rename/ }).waitFor();
  await projects.getByText('damaged', { exact: true }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
});

/** What is left in the browser, as a tab of it sees that. */
function leftIn(page: Page) {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const projects = await new Promise<number>((resolve) => {
      const request = database.transaction('projects').objectStore('projects').count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const files: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const folder of root.keys())
      for await (const name of (await root.getDirectoryHandle(folder)).keys()) files.push(name);
    const marks = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    return { projects, marks, files };
  });
}

/** Writes over what is kept of every project's work. */
async function damageSnapshots(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('notspot');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const snapshots = database.transaction('snapshots', 'readwrite').objectStore('snapshots');
  await new Promise<void>((resolve) => {
    const request = snapshots.getAll();
    request.onsuccess = () => {
      for (const record of request.result) snapshots.put({ ...record, text: '{"garbage' });
      snapshots.transaction.oncomplete = () => resolve();
    };
  });
  database.close();
}
